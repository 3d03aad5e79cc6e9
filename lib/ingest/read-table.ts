import Papa from "papaparse";
import { countRecords } from "@/lib/ingest/count-records";
import { type Delimiter, detectDelimiter } from "@/lib/ingest/delimiter";
import { decodeText, type Encoding } from "@/lib/ingest/encoding";
import { findHeadingRow } from "@/lib/ingest/heading-row";
import { normaliseHeading } from "@/lib/ingest/headings";
import { counted, grouped, type Refusal, refuse } from "@/lib/ingest/refusal";

/** `row` is the number a spreadsheet shows beside it: 1 is the first record of the file, headings included. */
export type FileRow = { row: number; cells: string[] };

export type FileTable = {
  headings: string[];
  rows: FileRow[];
  facts: FileFacts;
};

/** What was found, and every record that is not a row: nothing is left out without its number. */
export type FileFacts = {
  bytes: number;
  encoding: Encoding;
  delimiter: Delimiter;
  records: number;
  headingRow: number;
  rowsBeforeHeadings: number[];
  emptyRows: number[];
  repeatedHeadingRows: number[];
  footerRows: number[];
};

export const MAX_COLUMNS = 500;
export const MAX_ROWS = 1_000_000;
/** What Excel allows in a cell. */
export const MAX_CELL_LENGTH = 32_767;

/** An upload as a table. `sentBytes` is what the sender announced; fewer or more is a refusal, never a shorter import. */
export function readTable(bytes: Uint8Array, sentBytes?: number): { ok: true; table: FileTable } | Refusal {
  if (sentBytes !== undefined && sentBytes !== bytes.length) {
    return refuse(
      `${grouped(bytes.length)} of ${grouped(sentBytes)} bytes arrived. Nothing was changed. Send the file again.`,
    );
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const records = readRecords(decoded.text);
  if (!records.ok) return records;
  const tooLarge = refuseTooLarge(records.rows);
  if (tooLarge) return tooLarge;
  const arranged = arrange(records.rows);
  if (!arranged.ok) return arranged;
  const { headings, rows, ...left } = arranged;
  return {
    ok: true,
    table: {
      headings,
      rows,
      facts: {
        bytes: bytes.length,
        encoding: decoded.encoding,
        delimiter: records.delimiter,
        records: records.rows.length,
        ...left.facts,
      },
    },
  };
}

function readRecords(decoded: string): { ok: true; rows: string[][]; delimiter: Delimiter } | Refusal {
  let text = decoded.replace(/\r\n?/g, "\n");
  // Excel's own first line, "sep=;", says what separates the cells.
  const declared = /^sep=([,;\t|])\n/i.exec(text)?.[1] as Delimiter | undefined;
  if (declared) text = text.slice(6);
  const delimiter = declared ?? detectDelimiter(text);
  const parsed = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
  const broken = parsed.errors.find(({ type }) => type === "Quotes");
  if (broken) {
    const row = grouped((broken.row ?? 0) + 1 + (declared ? 1 : 0));
    return refuse(
      broken.code === "MissingQuotes"
        ? `Row ${row} opens a quotation mark that is never closed, so the end of the file cannot be told from that cell. Nothing was changed. Close or double the mark and send the file again.`
        : `Row ${row} has a quotation mark in the middle of a cell. Nothing was changed. Double the mark ("") or leave it out and send the file again.`,
    );
  }
  const rows = parsed.data;
  if (text.endsWith("\n")) rows.pop(); // papaparse returns one empty record after the last line break
  const expected = countRecords(text, delimiter);
  if (rows.length !== expected) {
    return refuse(
      `The file has ${counted(expected, "row")} and ${grouped(rows.length)} could be read. Nothing was changed. Save it again as CSV UTF-8 and send that file.`,
    );
  }
  if (declared) rows.unshift([`sep=${declared}`]); // keeps the row numbers those of the file
  return { ok: true, rows, delimiter };
}

function refuseTooLarge(rows: readonly string[][]): Refusal | null {
  if (rows.length > MAX_ROWS) {
    return refuse(
      `The file has ${counted(rows.length, "row")}; ${grouped(MAX_ROWS)} is the most at once. Nothing was changed. Send it in parts.`,
    );
  }
  for (const [index, cells] of rows.entries()) {
    if (cells.length > MAX_COLUMNS) {
      return refuse(
        `Row ${grouped(index + 1)} has ${counted(cells.length, "column")}; ${grouped(MAX_COLUMNS)} is the most. Nothing was changed. Leave out the columns that are not needed and send the file again.`,
      );
    }
    const long = cells.findIndex((cell) => cell.length > MAX_CELL_LENGTH);
    if (long >= 0) {
      return refuse(
        `Row ${grouped(index + 1)}, column ${grouped(long + 1)} holds ${grouped(cells[long]?.length ?? 0)} characters; ${grouped(MAX_CELL_LENGTH)} is the most in a cell. Nothing was changed. Shorten the cell or leave the column out and send the file again.`,
      );
    }
  }
  return null;
}

function arrange(records: readonly string[][]) {
  const at = findHeadingRow(records);
  if (at < 0) {
    return refuse(
      "No row of headings was found. Nothing was changed. The first row must name the columns, such as id, owner, stage, value; the templates on this page show how.",
    );
  }
  const headings = (records[at] ?? []).map((heading) => heading.replace(/^\ufeff/, "").trim());
  while (headings.at(-1) === "") headings.pop();
  const keys = headings.map(normaliseHeading);
  const rows: FileRow[] = [];
  const emptyRows: number[] = [];
  const repeatedHeadingRows: number[] = [];
  for (const [index, cells] of records.entries()) {
    if (index <= at) continue;
    if (cells.every((cell) => cell.trim() === "")) emptyRows.push(index + 1);
    else if (keys.every((key, column) => normaliseHeading(cells[column] ?? "") === key)) {
      repeatedHeadingRows.push(index + 1); // exports glued together
    } else rows.push({ row: index + 1, cells });
  }
  const footerRows = takeFooter(rows, headings.length);
  if (rows.length === 0) {
    return refuse(
      "The file has headings but no rows under them. Nothing was changed. Check the filter of the export and send the file again.",
    );
  }
  return {
    ok: true as const,
    headings,
    rows,
    facts: {
      headingRow: at + 1,
      rowsBeforeHeadings: Array.from({ length: at }, (_, index) => index + 1),
      emptyRows,
      repeatedHeadingRows,
      footerRows,
    },
  };
}

const FOOTER =
  /^(grand total|total|sum\b|copyright|confidential|generated (by|on)|report (by|generated)|all rights reserved|\d+ (records|rows)\b)/i;

/** Takes report footers ("Grand Totals (812 records)", "Copyright …") off the end and returns their row numbers. */
function takeFooter(rows: FileRow[], columns: number): number[] {
  const taken: number[] = [];
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    const filled = last.cells.filter((cell) => cell.trim() !== "");
    const first = filled[0]?.trim() ?? "";
    const isFooter =
      FOOTER.test(first) || (last.cells.length < columns && filled.length === 1 && /\s/.test(first));
    if (columns < 3 || filled.length > Math.max(2, columns / 2) || !isFooter) break;
    taken.unshift(last.row);
    rows.pop();
  }
  return taken;
}
