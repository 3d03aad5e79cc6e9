import type { DecimalSign } from "@/lib/ingest/amounts";
import type { DateOrder } from "@/lib/ingest/days";
import type { Field, ImportKind } from "@/lib/ingest/fields";

export type StageCategory = "working" | "won" | "lost";

/** A step of the funnel the file goes into. `key` is the stage's id, or its slug in a funnel that is still to be made. */
export type FunnelStage = { key: string; name: string; category: StageCategory };

/** What a stage of the file becomes: a stage of the funnel, lost, or nothing (its rows are kept back). */
export type StageAnswer = { value: string; becomes: { stage: string } | "lost" | null };

/** A heading of the file and what it becomes; null leaves the column out. Position decides, so headings may repeat. */
export type ColumnAnswer = { heading: string; field: Field | null };

/** Everything a person settled about a file: stored with the import and remembered for its source. */
export type ImportMapping = {
  kind: ImportKind;
  source: string;
  columns: ColumnAnswer[];
  dateOrder: DateOrder;
  decimal: DecimalSign;
  currency: string;
  stages: StageAnswer[];
  /** Spellings and the one name they are kept under. */
  products: { value: string; keep: string }[];
};

/** Index of each field's column; the first wins when two columns claim one field. */
export function columnOfField(columns: readonly ColumnAnswer[]): Map<Field, number> {
  const byField = new Map<Field, number>();
  for (const [index, { field }] of columns.entries()) {
    if (field !== null && !byField.has(field)) byField.set(field, index);
  }
  return byField;
}
