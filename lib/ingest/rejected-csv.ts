import { stringify } from "csv-stringify/sync";
import { rejectedRowHeadings } from "@/lib/ingest/field-of-heading";
import type { FileTable } from "@/lib/ingest/read-table";
import { type Rejection, rejectionSentence } from "@/lib/ingest/rejection";

/** The rejected rows as they were sent, with what to mend beside each: mend it and send it again. */
export function rejectedCsv(
  table: Pick<FileTable, "headings" | "rows">,
  rejections: readonly Rejection[],
): string {
  const cellsOfRow = new Map(table.rows.map(({ row, cells }) => [row, cells]));
  const lines = rejections.map((rejection) => [
    ...table.headings.map((_, column) => cellsOfRow.get(rejection.row)?.[column] ?? ""),
    String(rejection.row),
    rejectionSentence(rejection),
  ]);
  // Formulas are escaped: the file is made to be opened in a spreadsheet.
  return stringify([[...table.headings, ...rejectedRowHeadings], ...lines], {
    escape_formulas: true,
    bom: true,
  });
}
