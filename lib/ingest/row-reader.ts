import { currencyDigits, parseAmountMinor } from "@/lib/ingest/amounts";
import { parseDay } from "@/lib/ingest/days";
import type { Field } from "@/lib/ingest/fields";
import { columnOfField, type ImportMapping } from "@/lib/ingest/mapping";
import { tidyName } from "@/lib/ingest/names";
import type { FileRow, FileTable } from "@/lib/ingest/read-table";
import type { Rejection, Repair } from "@/lib/ingest/rejection";

/** What the drafts of every kind need to know besides the file and its mapping. */
export type DraftContext = {
  /** "YYYY-MM-DD"; nothing that happened may lie after it. */
  today: string;
  zone: string;
  /** The organization's currency. */
  currency: string;
  /** Units of the organization's currency for one unit of another on a day; null when no rate is known. */
  rateOn: (currency: string, day: string) => number | null;
  /** The person a name or e-mail means: an id, the key of a person to be made, or null when nobody is known. */
  person: (name: string, email: string) => string | null;
};

/** Thrown inside a row and caught by `draftRows`: the row is rejected, the others go on. */
class RowRejected extends Error {
  override name = "RowRejected";
  readonly repair: Repair;
  readonly field: Field | null;
  constructor(repair: Repair, field: Field | null) {
    super(repair);
    this.repair = repair;
    this.field = field;
  }
}

/** Reads one row by field, under the file's mapping; every reading either gives a value or rejects the row. */
export class RowReader {
  readonly row: number;
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<Field, number>;
  readonly #mapping: ImportMapping;
  readonly #context: DraftContext;

  constructor(
    row: FileRow,
    columns: ReadonlyMap<Field, number>,
    mapping: ImportMapping,
    context: DraftContext,
  ) {
    this.row = row.row;
    this.#cells = row.cells;
    this.#columns = columns;
    this.#mapping = mapping;
    this.#context = context;
  }

  text(field: Field): string {
    const column = this.#columns.get(field);
    return column === undefined ? "" : tidyName(this.#cells[column] ?? "");
  }

  /** A day, null for an empty cell. */
  day(field: Field, repair: Repair = "bad-day"): string | null {
    const text = this.text(field);
    if (text === "" || /^(0000-00-00|-|n\/a)/i.test(text)) return null;
    return parseDay(text, this.#mapping.dateOrder, this.#context.zone) ?? this.reject(repair, field);
  }

  /** A day on which something happened: not after today. */
  pastDay(field: Field): string | null {
    const day = this.day(field);
    return day !== null && day > this.#context.today ? this.reject("future-day", field) : day;
  }

  /** The currency of the row: its own, else the file's. */
  currency(): string {
    const own = this.text("currency").toUpperCase();
    const currency = own === "" ? this.#mapping.currency : own;
    return currencyDigits(currency) === null ? this.reject("bad-currency", "currency") : currency;
  }

  /** An amount in minor units of `currency`, null for an empty cell. */
  amountMinor(field: Field, currency: string): number | null {
    const text = this.text(field);
    if (text === "" || text === "-") return null;
    const parsed = parseAmountMinor(text, this.#mapping.decimal, currencyDigits(currency) ?? 2);
    if (!parsed.ok) return this.reject(parsed.why === "absurd" ? "absurd-amount" : "bad-amount", field);
    return parsed.minor < 0 ? this.reject("negative-amount", field) : parsed.minor;
  }

  /** The same amount in the organization's currency at the rate of `day`. */
  ownMinor(minor: number, currency: string, day: string): number {
    const own = this.#context.currency;
    if (currency === own || minor === 0) return minor;
    const rate = this.#context.rateOn(currency, day) ?? this.reject("other-currency", "currency");
    const scale = 10 ** ((currencyDigits(own) ?? 2) - (currencyDigits(currency) ?? 2));
    return Math.round(minor * rate * scale);
  }

  person(nameField: Field, emailField: Field): string {
    const name = this.text(nameField);
    const email = this.text(emailField).toLowerCase();
    if (name === "" && email === "") return this.reject("missing-person", nameField);
    return this.#context.person(name, email) ?? this.reject("unknown-person", nameField);
  }

  reject(repair: Repair, field: Field | null): never {
    throw new RowRejected(repair, field);
  }
}

/** Drafts of all rows: those that read well, and the others with their row number and what would mend them. */
export function draftRows<Draft>(
  table: FileTable,
  mapping: ImportMapping,
  context: DraftContext,
  draft: (reader: RowReader) => Draft | null,
): { drafts: Draft[]; rejections: Rejection[]; leftOut: number } {
  const columns = columnOfField(mapping.columns);
  const drafts: Draft[] = [];
  const rejections: Rejection[] = [];
  let leftOut = 0;
  for (const row of table.rows) {
    if (row.cells.slice(table.headings.length).some((cell) => cell.trim() !== "")) {
      rejections.push({ row: row.row, repair: "too-many-cells", column: null, value: "" });
      continue;
    }
    try {
      const drafted = draft(new RowReader(row, columns, mapping, context));
      if (drafted === null) leftOut++;
      else drafts.push(drafted);
    } catch (error) {
      if (!(error instanceof RowRejected)) throw error;
      const column = error.field === null ? undefined : columns.get(error.field);
      rejections.push({
        row: row.row,
        repair: error.repair,
        column: column === undefined ? null : (table.headings[column] ?? null),
        value: column === undefined ? "" : (row.cells[column] ?? "").trim(),
      });
    }
  }
  return { drafts, rejections, leftOut };
}
