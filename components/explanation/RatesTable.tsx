import { Table } from "@/components/ui/Table";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import { formatCount } from "@/lib/format/number";
import { formatPercent, formatPercentExact } from "@/lib/format/percent";

/** Nodes that are rates of steps: each was mixed from own evidence and the team's. */
export function isRates(inputs: readonly ExplanationNode[]): boolean {
  return (
    inputs.length > 0 &&
    inputs.every((input) => input.unit === "share" && part(input, "ownShare") !== undefined)
  );
}

export function RatesTable({
  rates,
  evidenceHref,
  locale,
}: {
  rates: readonly ExplanationNode[];
  evidenceHref: (rate: ExplanationNode) => string | undefined;
  locale: string;
}) {
  return (
    <Table
      caption="How each rate was mixed"
      look="tight"
      columns={[
        { key: "step", label: "Step" },
        { key: "rate", label: "Rate", fig: true },
        { key: "yours", label: "Yours", fig: true },
        { key: "team", label: "Team’s", fig: true, wideOnly: true },
        { key: "share", label: "Is yours by", fig: true, wideOnly: true },
      ]}
      rows={rates.map((rate) => {
        const href = evidenceHref(rate);
        const figure = formatPercentExact(rate.value, locale);
        const team = part(rate, "team");
        return {
          key: rate.key,
          cells: {
            step: rate.label,
            rate: href ? (
              <a className="num" href={href}>
                <b>{figure}</b>
              </a>
            ) : (
              <b>{figure}</b>
            ),
            yours: `${formatCount(part(rate, "successes") ?? 0, locale)} of ${formatCount(part(rate, "trials") ?? 0, locale)}`,
            team: team === undefined ? "none yet" : formatPercentExact(team, locale),
            share: formatPercent(part(rate, "ownShare") ?? 0, locale),
          },
        };
      })}
    />
  );
}

function part(rate: ExplanationNode, key: string): number | undefined {
  return rate.inputs.find((input) => input.key === key)?.value;
}
