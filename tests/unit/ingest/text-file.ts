import type { ColumnAnswer, ImportMapping } from "@/lib/ingest/mapping";
import { type FileTable, readTable } from "@/lib/ingest/read-table";
import type { DraftContext } from "@/lib/ingest/row-reader";
import { type SuggestedMapping, suggestMapping } from "@/lib/ingest/suggest-mapping";

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function tableOf(text: string): FileTable {
  const read = readTable(bytesOf(text));
  if (!read.ok) throw new Error(read.sentence);
  return read.table;
}

export function suggestionFor(
  table: FileTable,
  known: { people?: string[]; stages?: string[] } = {},
): SuggestedMapping {
  const suggested = suggestMapping(table, { people: [], stages: [], currency: "USD", ...known });
  if (!suggested.ok) throw new Error(suggested.sentence);
  return suggested.mapping;
}

/** The suggestion as if every question had been answered with its first choice. */
export function acceptedMapping(table: FileTable, answers: Partial<ImportMapping> = {}): ImportMapping {
  const suggestion = suggestionFor(table);
  return {
    kind: suggestion.kind,
    source: suggestion.source,
    columns: suggestion.columns.map(({ heading, field }): ColumnAnswer => ({ heading, field })),
    dateOrder: suggestion.dateOrder === "ask" ? "day-month" : suggestion.dateOrder,
    decimal: suggestion.decimal === "ask" ? "point" : suggestion.decimal,
    currency: suggestion.currency ?? "USD",
    stages: [],
    products: [],
    ...answers,
  };
}

export function contextOf(context: Partial<DraftContext> = {}): DraftContext {
  return {
    today: "2026-11-24",
    zone: "America/New_York",
    currency: "USD",
    rateOn: () => null,
    person: (name, email) => name || email,
    ...context,
  };
}
