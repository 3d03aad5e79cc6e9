export type RangeLineProps = {
  /** Percent of the box's width. */
  low: number;
  high: number;
  /** Left out when only the range is known. */
  dot?: number;
  /** A thin line for the team, the benchmark or the goal. */
  reference?: number;
  /** What is drawn, in a sentence. */
  label: string;
};

/** A band with its dot on a hairline: what we know of one figure and what we do not. */
export function RangeLine({ low, high, dot, reference, label }: RangeLineProps) {
  const from = clamp(low);
  return (
    <span className="range-line" role="img" aria-label={label}>
      <span className="range-rule" />
      <span className="range-band" style={{ left: `${from}%`, width: `${clamp(high) - from}%` }} />
      {reference !== undefined && (
        <span className="range-reference" style={{ left: `${clamp(reference)}%` }} />
      )}
      {dot !== undefined && <span className="range-dot" style={{ left: `${clamp(dot)}%` }} />}
    </span>
  );
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
