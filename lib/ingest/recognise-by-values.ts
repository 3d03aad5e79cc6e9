import { looksLikeDay } from "@/lib/ingest/days";
import type { Field, ImportKind } from "@/lib/ingest/fields";
import { normaliseHeading } from "@/lib/ingest/headings";
import { nameKey } from "@/lib/ingest/names";
import type { FileTable } from "@/lib/ingest/read-table";

/** Names the organization already uses: a column that holds them is recognised by its values. */
export type KnownNames = { people: readonly string[]; stages: readonly string[]; currency: string };

/** Rows looked at to tell what a column holds. */
export const SAMPLE_ROWS = 2000;

/** What a column without a known heading is, by what stands in it; null when that tells nothing. */
export function fieldByValues(
  table: FileTable,
  column: number,
  kind: ImportKind,
  known: KnownNames,
  fileStages: readonly string[],
  taken: ReadonlySet<Field>,
): Field | null {
  const values = distinct(table, column);
  if (values.length === 0) return null;
  const free = (field: Field) => !taken.has(field);
  if (kind === "deals" && values.every(looksLikeDay)) {
    const stage = [...fileStages, ...known.stages].find((name) =>
      sharesStem(table.headings[column] ?? "", name),
    );
    return stage !== undefined && free(`entered:${stage}`) ? `entered:${stage}` : null;
  }
  const share = (names: readonly string[]) => {
    const keys = new Set(names.map(nameKey));
    return values.filter((value) => keys.has(nameKey(value))).length / values.length;
  };
  const person: Field = kind === "deals" ? "owner" : kind === "people" ? "name" : "person";
  const isPersonKind = kind !== "stage-entries";
  if (
    isPersonKind &&
    free(person) &&
    share(known.people) >= 0.5 &&
    !/account/i.test(table.headings[column] ?? "")
  ) {
    return person;
  }
  if ((kind === "deals" || kind === "stage-entries") && free("stage") && share(known.stages) >= 0.5)
    return "stage";
  return null;
}

/** "engage_date" belongs to the stage "Engaging": a word of the heading and of the stage begin with the same five letters. */
function sharesStem(heading: string, stage: string): boolean {
  const stems = (text: string) =>
    normaliseHeading(text)
      .split(" ")
      .filter((word) => word.length >= 5)
      .map((word) => word.slice(0, 5));
  const own = new Set(stems(stage));
  return stems(heading).some((stem) => own.has(stem));
}

/** Different values of a column, in the order of the file. */
export function distinct(table: FileTable, column: number): string[] {
  const values = new Set<string>();
  for (const { cells } of table.rows.slice(0, SAMPLE_ROWS)) {
    const value = (cells[column] ?? "").trim();
    if (value !== "") values.add(value);
  }
  return [...values];
}
