import type { ImportReportProps } from "@/components/imports/ImportReport";
import type { ImportRecord } from "@/lib/data/imports";
import { currencyDigits } from "@/lib/format/currency";
import { formatCount, formatCountOf } from "@/lib/format/number";
import type { ImportReport } from "@/lib/usecases/importing/report";

const ROWS_SHOWN = 20;

/** What the file does or did, in one sentence with its figure. */
export function reportTitle(record: ImportRecord, report: ImportReport, locale: string): string {
  const rows = (count: number) => formatCountOf(count, { one: "row", other: "rows" }, locale);
  if (record.status === "committing") {
    return `The import stopped behind row ${formatCount(record.progress, locale)}. What came before is stored.`;
  }
  const news = report.created + report.updated;
  if (record.status === "committed") {
    return news === 0
      ? `Nothing changed: ${rows(report.unchanged)} say what is here already.`
      : `${rows(news)} were imported${report.unchanged > 0 ? `, ${formatCount(report.unchanged, locale)} said nothing new` : ""}.`;
  }
  if (news === 0 && report.rejected === 0)
    return `This file would change nothing: all ${rows(report.read)} are here already.`;
  const kept = report.rejected > 0 ? `, ${formatCount(report.rejected, locale)} cannot be taken` : "";
  return `${rows(news)} would be written${kept}.`;
}

export function reportProps(
  record: ImportRecord,
  report: ImportReport,
  { currency, isDone, locale }: { currency: string; isDone: boolean; locale: string },
): ImportReportProps {
  const { steps, notes, groups, wonMinor, ...figures } = report;
  return {
    figures: {
      ...figures,
      wonValue: report.won > 0 ? { amountMinor: wonMinor, currency, digits: currencyDigits(currency) } : null,
    },
    isDone,
    steps,
    notes,
    groups: groups.map((group) => ({ ...group, rows: group.rows.slice(0, ROWS_SHOWN) })),
    ...(report.rejected > 0 ? { rejectedHref: `/api/imports/${record.id}/rejected` } : {}),
    locale,
  };
}
