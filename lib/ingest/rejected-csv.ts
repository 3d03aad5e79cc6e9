import { stringify } from "csv-stringify/sync";
import { rejectedRowHeadings } from "@/lib/ingest/field-of-heading";

/** The rejected rows as they were sent, with what to mend beside each: mend it and send it again. */
export function rejectedCsv(
  headings: readonly string[],
  rows: readonly { row: number; cells: readonly string[]; sentence: string }[],
): string {
  const lines = rows.map(({ row, cells, sentence }) => [
    ...headings.map((_, column) => cells[column] ?? ""),
    String(row),
    sentence,
  ]);
  // Formulas are escaped: the file is made to be opened in a spreadsheet.
  return stringify([[...headings, ...rejectedRowHeadings], ...lines], { escape_formulas: true, bom: true });
}
