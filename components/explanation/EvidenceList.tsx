import { Table } from "@/components/ui/Table";
import type { PlanMeasure } from "@/lib/engine/plan-input";
import { formatAmount } from "@/lib/format/amount";
import { formatDayWithYear } from "@/lib/format/day";
import { amountIn } from "@/lib/format/measure";
import { formatCount, formatUpTo } from "@/lib/format/number";

export type EvidenceListProps = {
  label: string;
  storedCount: number;
  measure: PlanMeasure;
  page: {
    total: number;
    rows: {
      id: string;
      dealId: string | null;
      name: string;
      day: string;
      amountMinor: number | null;
      outcome: string;
      quantity: number;
    }[];
  };
  offset: number;
  previousHref: string | null;
  nextHref: string | null;
  csvHref: string;
  backHref: string;
  locale: string;
};

/** Every row a figure was counted from, a page at a time. */
export function EvidenceList(props: EvidenceListProps) {
  const { page, measure, locale } = props;
  const hasAmounts = page.rows.some((row) => row.amountMinor !== null);
  return (
    <>
      <h1 className="state">{props.label}: the rows behind it</h1>
      <p className="read text-ink-2">{countWords(props)}</p>
      <div className="mt-4">
        <Table
          caption={`Rows behind ${props.label}`}
          look="mid"
          minWidth={420}
          columns={[
            { key: "name", label: "What" },
            { key: "day", label: "Day", fig: true },
            { key: "outcome", label: "Outcome" },
            { key: "quantity", label: "Counted as", fig: true },
            ...(hasAmounts ? [{ key: "amount", label: "Amount", fig: true }] : []),
          ]}
          rows={page.rows.map((row) => ({
            key: row.id,
            cells: {
              name: row.dealId ? (
                <a className="num" href={`/deals/${row.dealId}`}>
                  {row.name}
                </a>
              ) : (
                row.name
              ),
              day: formatDayWithYear(row.day, locale),
              outcome: row.outcome,
              quantity: formatUpTo(row.quantity, 2, locale),
              amount:
                row.amountMinor === null ? "" : formatAmount(amountIn(measure, row.amountMinor), locale),
            },
          }))}
        />
      </div>
      <nav className="pager" aria-label="Pages of rows">
        <p>
          {formatCount(Math.min(props.offset + 1, page.total), locale)} to{" "}
          {formatCount(props.offset + page.rows.length, locale)} of {formatCount(page.total, locale)}
        </p>
        <span>
          <Go href={props.csvHref}>CSV</Go>
          {props.previousHref && <Go href={props.previousHref}>newer</Go>}
          {props.nextHref && <Go href={props.nextHref}>older</Go>}
          <Go href={props.backHref}>back to the why</Go>
        </span>
      </nav>
    </>
  );
}

function countWords({ page, storedCount, locale }: EvidenceListProps): string {
  const now = formatCount(page.total, locale);
  if (page.total === storedCount) return `${now} rows, as many as the figure was made from.`;
  return `${now} rows today; the figure was made from ${formatCount(storedCount, locale)}. Rows were corrected or added since, and the figure of that day stays as it was asked.`;
}

function Go({ href, children }: { href: string; children: string }) {
  return (
    <a className="why" href={href}>
      {children}
    </a>
  );
}
