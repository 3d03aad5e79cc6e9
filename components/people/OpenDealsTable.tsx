import { Section } from "@/components/ui/Section";
import { Table } from "@/components/ui/Table";
import { type Amount, amountValue, formatAmount } from "@/lib/format/amount";
import { formatCount } from "@/lib/format/number";
import { formatPercent } from "@/lib/format/percent";

export type OpenDeal = {
  id: string;
  name: string;
  href: string;
  /** "Proposal, 15 Nov". */
  stepSince: string;
  value: Amount | null;
  winsInTime: number;
  expected: Amount;
};

export type OpenDealsTableProps = {
  /** The finding: "Two deals carry most of what is expected by 31 December". */
  finding: string;
  deals: OpenDeal[];
  /** Records not listed, added up. */
  others?: { count: number; value: Amount; expected: Amount; href: string };
  together: { value: Amount; expected: Amount };
  count: string;
  whyHref: string;
  locale: string;
};

/** The open records by what they are expected to bring in time; the bar is hatched because it is not yet real. */
export function OpenDealsTable(props: OpenDealsTableProps) {
  const { deals, others, together, locale } = props;
  const largest = Math.max(...deals.map((deal) => amountValue(deal.expected)), 1);
  return (
    <Section title={props.finding} id="open-deals" aside={props.count}>
      <Table
        caption={props.finding}
        look="mid"
        minWidth={340}
        columns={[
          { key: "deal", label: "Deal" },
          { key: "step", label: "Step, since", wideOnly: true },
          { key: "value", label: "Value", fig: true },
          { key: "chance", label: "Wins in time", fig: true },
          { key: "expected", label: "Expected", fig: true },
          { key: "bar", label: "Expected, as a bar", labelHidden: true, wideOnly: true },
        ]}
        rows={[
          ...deals.map((deal) => ({
            key: deal.id,
            cells: {
              deal: (
                <a className="num" href={deal.href}>
                  <b>{deal.name}</b>
                </a>
              ),
              step: <span className="text-ink-2">{deal.stepSince}</span>,
              value: deal.value ? formatAmount(deal.value, locale) : "not known",
              chance: formatPercent(deal.winsInTime, locale),
              expected: formatAmount(deal.expected, locale),
              bar: (
                <span
                  className="expected-bar hatch"
                  style={{ width: `${(amountValue(deal.expected) / largest) * 100}%` }}
                />
              ),
            },
          })),
          ...(others
            ? [
                {
                  key: "others",
                  cells: {
                    deal: (
                      <a className="why" href={others.href}>
                        {formatCount(others.count, locale)} more
                      </a>
                    ),
                    value: <span className="text-ink-2">{formatAmount(others.value, locale)}</span>,
                    expected: formatAmount(others.expected, locale),
                  },
                },
              ]
            : []),
        ]}
        foot={{
          deal: "Together",
          value: formatAmount(together.value, locale),
          expected: formatAmount(together.expected, locale),
        }}
      />
      <p className="small mt-2 text-ink-3">
        Chance of winning in time at that step and age, from your wins and losses and the team’s. It falls as
        a deal gets old.{" "}
        <a className="why" href={props.whyHref}>
          why
        </a>
      </p>
    </Section>
  );
}
