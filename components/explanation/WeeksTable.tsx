import { type ExplanationMoney, figureText } from "@/components/explanation/figure-text";
import { Table } from "@/components/ui/Table";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import { formatDayRange } from "@/lib/format/day";

/** Rows that stand for the days of a week: what of each week's work lands, and how much. */
export function WeeksTable({
  rows,
  money,
  locale,
}: {
  rows: readonly ExplanationNode[];
  money: ExplanationMoney;
  locale: string;
}) {
  const inputs = rows[0]?.inputs ?? [];
  return (
    <Table
      caption="Week by week"
      look="tight"
      columns={[
        { key: "begun", label: "Begun" },
        ...inputs.map((input) => ({ key: input.key, label: input.label, fig: true })),
        { key: "total", label: inputs.length > 0 ? "So it lands" : "Together", fig: true },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: {
          begun: row.span ? formatDayRange(row.span.from, row.span.to, locale) : row.label,
          ...Object.fromEntries(row.inputs.map((input) => [input.key, figureText(input, money, locale)])),
          total: figureText(row, money, locale),
        },
      }))}
    />
  );
}
