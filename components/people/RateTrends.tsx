import { Sparkline, type SparklinePoint } from "@/components/charts/Sparkline";
import { FromTo } from "@/components/ui/Arrow";
import { Section } from "@/components/ui/Section";
import { Table } from "@/components/ui/Table";
import { formatCount } from "@/lib/format/number";
import { formatPercent } from "@/lib/format/percent";

export type RateTrend = {
  from: string;
  to: string;
  rate: number;
  trials: number;
  points: SparklinePoint[];
  benchmark?: number;
};

/** Each step's rate over the months, with what is not known; the same figures as a table below. */
export function RateTrends({
  finding,
  trends,
  locale,
}: {
  finding: string;
  trends: RateTrend[];
  locale: string;
}) {
  const percent = (fraction: number) => formatPercent(fraction, locale);
  return (
    <Section title={finding} id="rate-trends" aside="band: 8 times in 10 · dotted: the best two">
      <ul className="trends">
        {trends.map((trend) => (
          <li key={`${trend.from} ${trend.to}`}>
            <p className="small text-ink-2">
              <FromTo from={trend.from} to={trend.to} />
            </p>
            <p className="trend-now">
              {percent(trend.rate)} <span className="small">of {formatCount(trend.trials, locale)}</span>
            </p>
            <Sparkline
              label={`${trend.from} to ${trend.to} by month`}
              points={trend.points}
              {...(trend.benchmark === undefined
                ? {}
                : { benchmark: { value: trend.benchmark, label: percent(trend.benchmark) } })}
            />
          </li>
        ))}
      </ul>
      <details className="chart-table">
        <summary className="why">
          <span className="when-closed">as a table</span>
          <span className="when-open">fold the table</span>
        </summary>
        <Table
          caption={finding}
          look="tight"
          minWidth={520}
          columns={[
            { key: "step", label: "Step" },
            ...(trends[0]?.points ?? []).map((point, place) => ({
              key: `p${place}`,
              label: point.label,
              fig: true,
            })),
          ]}
          rows={trends.map((trend) => ({
            key: `${trend.from} ${trend.to}`,
            cells: {
              step: `${trend.from} to ${trend.to}`,
              ...Object.fromEntries(trend.points.map((point, place) => [`p${place}`, percent(point.value)])),
            },
          }))}
        />
      </details>
    </Section>
  );
}
