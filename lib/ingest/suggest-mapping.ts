import { type DetectedDecimalSign, detectCurrency, detectDecimalSign } from "@/lib/ingest/amounts";
import { closeDateQuestion } from "@/lib/ingest/close-date-question";
import { type DetectedDateOrder, detectDateOrder } from "@/lib/ingest/days";
import { fieldOfHeading } from "@/lib/ingest/field-of-heading";
import {
  type Field,
  fieldLabel,
  type ImportKind,
  importKinds,
  isEnteredField,
  requiredFields,
} from "@/lib/ingest/fields";
import { normaliseHeading } from "@/lib/ingest/headings";
import { columnOfField } from "@/lib/ingest/mapping";
import type { FileTable } from "@/lib/ingest/read-table";
import { distinct, fieldByValues, type KnownNames, SAMPLE_ROWS } from "@/lib/ingest/recognise-by-values";
import { type Refusal, refuse } from "@/lib/ingest/refusal";
import { type SourceTable, sourceTables } from "@/lib/ingest/source-tables";

export type Recognised = "heading" | "values" | "answer";

export type SuggestedColumn = {
  heading: string;
  examples: string[];
  field: Field | null;
  recognised: Recognised;
  /** What is asked about this column, when something is; the first choice is the one suggested. */
  question: { sentence: string; choices: { field: Field | null; label: string }[] } | null;
};

export type SuggestedMapping = {
  kind: ImportKind;
  source: string;
  label: string;
  columns: SuggestedColumn[];
  dateOrder: DetectedDateOrder;
  decimal: DetectedDecimalSign;
  currency: string | null;
};

const DAY_FIELDS: ReadonlySet<string> = new Set([
  "createdOn",
  "closeOn",
  "closedOn",
  "wonOn",
  "lostOn",
  "expectedCloseOn",
  "startedOn",
  "period",
  "periodFrom",
  "periodTo",
  "day",
  "leftOn",
]);
const AMOUNT_FIELDS: ReadonlySet<string> = new Set(["value", "quota"]);

/**
 * What each column of a file probably is. Recognised by its heading (alias tables), else by its values (known
 * people, known stages, days that belong to a stage), else left for an answer. `wanted` fixes the kind.
 */
export function suggestMapping(
  table: FileTable,
  known: KnownNames,
  wanted?: ImportKind,
): { ok: true; mapping: SuggestedMapping } | Refusal {
  const detected = detectSource(table.headings, wanted);
  const kind = wanted ?? detected?.kind ?? kindByColumns(table, known);
  if (!kind) {
    return refuse(
      `The columns (${table.headings.slice(0, 6).join(", ")}${table.headings.length > 6 ? ", …" : ""}) fit none of the five kinds of files. Nothing was changed. Name the kind of file, or use the headings of a template.`,
    );
  }
  const columns = nameColumns(table, kind, detected, known);
  const lacking = missingFields(kind, columns);
  if (lacking.length === requiredFields[kind].length) {
    return refuse(
      `None of the columns a file of ${kindNoun(kind)} needs was found: ${lacking.map((group) => fieldLabel(kind, group[0] as Field)).join(", ")}. Nothing was changed. Check that this is the right file, or use the headings of a template.`,
    );
  }
  const sample = table.rows.slice(0, SAMPLE_ROWS);
  const cellsOf = (belongs: (field: string) => boolean) =>
    columns.flatMap(({ field }, index) =>
      field !== null && belongs(field) ? sample.map(({ cells }) => cells[index] ?? "") : [],
    );
  const days = table.rows.flatMap(({ cells }) =>
    columns.flatMap(({ field }, index) => (field !== null && isDayField(field) ? [cells[index] ?? ""] : [])),
  );
  const amounts = cellsOf((field) => AMOUNT_FIELDS.has(field));
  const decimal = detectDecimalSign(amounts);
  return {
    ok: true,
    mapping: {
      kind,
      source: detected?.source ?? "",
      label: detected?.label ?? `A file of ${kindNoun(kind)}`,
      columns,
      dateOrder: detectDateOrder(days),
      decimal,
      currency: detectCurrency([...amounts, ...cellsOf((field) => field === "currency")], known.currency),
    },
  };
}

/** Groups of fields of which a file of this kind must have one and has none. */
export function missingFields(
  kind: ImportKind,
  columns: readonly { heading: string; field: Field | null }[],
): Field[][] {
  const present = columnOfField(columns as { heading: string; field: Field | null }[]);
  return requiredFields[kind]
    .filter((group) => !group.some((field) => present.has(field)))
    .map((group) => [...group]);
}

export function isDayField(field: string): boolean {
  return DAY_FIELDS.has(field) || isEnteredField(field);
}

export function kindNoun(kind: ImportKind): string {
  return kind === "people" ? "people with quotas" : kind === "stage-entries" ? "stage entries" : kind;
}

function detectSource(headings: readonly string[], wanted?: ImportKind): SourceTable | null {
  const keys = new Set(headings.map(normaliseHeading));
  const fitting = sourceTables.filter(
    ({ kind, signature }) => (!wanted || kind === wanted) && signature.every((heading) => keys.has(heading)),
  );
  const known = (table: SourceTable) =>
    headings.filter((heading) => fieldOfHeading(heading, table.kind, table)).length;
  return fitting.sort((a, b) => b.signature.length - a.signature.length || known(b) - known(a))[0] ?? null;
}

/**
 * The kind whose required columns are there, or most of them; among equals the one with most recognised columns.
 * Null when fewer than two columns mean anything: asking for the rest would be asking for everything.
 */
function kindByColumns(table: FileTable, known: KnownNames): ImportKind | null {
  const ranked = importKinds
    .map((kind) => {
      const columns = nameColumns(table, kind, null, known);
      const recognised = columns.filter(({ field }) => field !== null).length;
      return { kind, recognised, lacking: missingFields(kind, columns).length };
    })
    .filter(({ recognised }) => recognised >= 2)
    .sort((a, b) => a.lacking - b.lacking || b.recognised - a.recognised);
  return ranked[0]?.kind ?? null;
}

function nameColumns(
  table: FileTable,
  kind: ImportKind,
  source: SourceTable | null,
  known: KnownNames,
): SuggestedColumn[] {
  const taken = new Set<Field>();
  const byHeading = table.headings.map((heading) => fieldOfHeading(heading, kind, source));
  for (const field of byHeading) if (field !== null && field !== "leave") taken.add(field);
  const used = new Set<Field>();
  const stageColumn = byHeading.indexOf("stage");
  const fileStages = stageColumn < 0 ? [] : distinct(table, stageColumn);
  return table.headings.map((heading, index) => {
    const examples = distinct(table, index).slice(0, 2);
    const read = byHeading[index] ?? null;
    const base = { heading, examples, question: null };
    if (read === "leave") return { ...base, field: null, recognised: "heading" as const };
    if (read !== null && !used.has(read)) {
      used.add(read);
      const question = read === "closeOn" ? closeDateQuestion(table, index, byHeading) : null;
      return {
        ...base,
        field: read,
        recognised: question ? ("answer" as const) : ("heading" as const),
        question,
      };
    }
    const guessed = read === null ? fieldByValues(table, index, kind, known, fileStages, taken) : null;
    if (guessed) taken.add(guessed);
    return { ...base, field: guessed, recognised: guessed ? ("values" as const) : ("answer" as const) };
  });
}
