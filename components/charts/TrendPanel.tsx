import { type TrendScale, trendScale } from "@/components/charts/trend-scale";

export type TrendPoint = { at: number; value: number };

export type TrendPanelProps = {
  label: string;
  /** Places on the time axis, 0 to 1, and what stands under them. */
  ticks: { at: number; label: string }[];
  /** At most five lines across; the last one may be the goal. */
  levels: { value: number; label: string }[];
  line: TrendPoint[];
  /** What the last point is called: "won $1.28M". */
  lineLabel: string;
  /** The usual course, dotted, with its name. */
  usual?: { points: TrendPoint[]; label: string };
  /** From the last point to the end: mean and the range 8 times in 10. */
  ahead?: { low: number; mean: number; high: number; lowLabel: string; meanLabel: string; highLabel: string };
  goal?: { value: number; label: string };
};

/** A result over a period: what came, what usually comes, and where it may end. */
export function TrendPanel(props: TrendPanelProps) {
  const scale = trendScale(props);
  const { x, y, box } = scale;
  const last = props.line.at(-1);
  const path = (points: TrendPoint[]) =>
    points.map((p) => `${x(p.at).toFixed(1)} ${y(p.value).toFixed(1)}`).join("L");
  return (
    <svg
      className="chart trend-panel"
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={props.label}
    >
      {props.levels.map((level) => (
        <g key={level.value}>
          <path
            className={level.value === 0 ? "axis" : "grid-line"}
            d={`M${box.left} ${y(level.value)}H${box.right}`}
          />
          <text x={box.left - 8} y={y(level.value) + 4} textAnchor="end">
            {level.label}
          </text>
        </g>
      ))}
      {props.ticks.map((tick) => (
        <text
          key={tick.label}
          x={x(tick.at)}
          y={box.bottom + 22}
          textAnchor={tick.at === 0 ? "start" : "middle"}
        >
          {tick.label}
        </text>
      ))}
      {last && props.ahead && (
        <path
          className="band"
          d={`M${x(last.at)} ${y(last.value)}L${box.right} ${y(props.ahead.high)}V${y(props.ahead.low)}Z`}
        />
      )}
      {props.usual && <path className="benchmark" d={`M${path(props.usual.points)}`} />}
      <path className="trend" d={`M${path(props.line)}`} />
      {last && props.ahead && (
        <path
          className="trend is-ahead"
          d={`M${x(last.at)} ${y(last.value)}L${box.right} ${y(props.ahead.mean)}`}
        />
      )}
      {last && (
        <>
          <circle className="mark" cx={x(last.at)} cy={y(last.value)} r="4" />
          <text
            className="is-accent is-strong halo"
            x={x(last.at) - 10}
            y={y(last.value) - 8}
            textAnchor="end"
          >
            {props.lineLabel}
          </text>
        </>
      )}
      {props.usual && <UsualName usual={props.usual} scale={scale} />}
      <EndLabels {...props} scale={scale} />
    </svg>
  );
}

function UsualName({ usual, scale }: { usual: { points: TrendPoint[]; label: string }; scale: TrendScale }) {
  const middle = usual.points[Math.floor(usual.points.length * 0.55)];
  if (!middle) return null;
  return (
    <text className="halo" x={scale.x(middle.at)} y={scale.y(middle.value) + 26}>
      {usual.label}
    </text>
  );
}

/** The names at the right edge, moved apart so that none covers another. */
function EndLabels({ ahead, goal, scale }: TrendPanelProps & { scale: TrendScale }) {
  const labels = [
    ...(ahead
      ? [
          { text: ahead.highLabel, value: ahead.high, className: "" },
          { text: ahead.meanLabel, value: ahead.mean, className: "is-accent is-strong" },
          { text: ahead.lowLabel, value: ahead.low, className: "" },
        ]
      : []),
    ...(goal ? [{ text: goal.label, value: goal.value, className: "is-ink is-strong" }] : []),
  ];
  return scale.apart(labels).map((label) => (
    <text key={label.text} className={label.className} x={scale.box.right + 10} y={label.y}>
      {label.text}
    </text>
  ));
}
