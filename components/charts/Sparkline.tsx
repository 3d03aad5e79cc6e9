export type SparklinePoint = { label: string; value: number; low: number; high: number };

export type SparklineProps = {
  /** What is drawn, in a sentence. */
  label: string;
  points: SparklinePoint[];
  /** A thin dotted line with its figure at its end: the benchmark or goal. */
  benchmark?: { value: number; label: string };
};

const width = 170;
const height = 84;
const labelRoom = 34;

/** A small trend with the band of what we do not know. It starts at zero, so heights compare across steps. */
export function Sparkline({ label, points, benchmark }: SparklineProps) {
  const top = Math.max(...points.map((point) => point.high), benchmark?.value ?? 0, 1e-9) * 1.08;
  const x = (place: number) =>
    4 + (points.length > 1 ? (place * (width - 8)) / (points.length - 1) : (width - 8) / 2);
  const y = (value: number) => height - (value / top) * (height - 8);
  const line = (values: number[]) =>
    values.map((value, place) => `${x(place).toFixed(1)} ${y(value).toFixed(1)}`);
  const upper = line(points.map((point) => point.high));
  const lower = line(points.map((point) => point.low)).reverse();
  const last = points.at(-1);
  if (!last) return null;
  return (
    <svg
      className="chart sparkline"
      viewBox={`0 0 ${width + labelRoom} ${height + 20}`}
      role="img"
      aria-label={label}
    >
      <path className="axis" d={`M0 ${height}H${width}`} />
      <path className="band" d={`M${[...upper, ...lower].join("L")}Z`} />
      {benchmark && (
        <>
          <path className="benchmark" d={`M0 ${y(benchmark.value).toFixed(1)}H${width}`} />
          <text x={width + 5} y={y(benchmark.value) + 4}>
            {benchmark.label}
          </text>
        </>
      )}
      <path className="trend" d={`M${line(points.map((point) => point.value)).join("L")}`} />
      <circle className="mark" cx={x(points.length - 1)} cy={y(last.value)} r="3.5" />
      <text x="0" y={height + 16}>
        {points[0]?.label}
      </text>
      <text x={width} y={height + 16} textAnchor="end">
        {last.label}
      </text>
    </svg>
  );
}
