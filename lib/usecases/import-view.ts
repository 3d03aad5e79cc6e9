import "server-only";
import { getImport, type ImportRecord } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";
import { type Field, fieldLabel, fieldsOfKind, isEnteredField } from "@/lib/ingest/fields";
import { type CountedValue, countValues } from "@/lib/ingest/names";
import type { FileTable } from "@/lib/ingest/read-table";
import { sourceTables } from "@/lib/ingest/source-tables";
import { kindNoun } from "@/lib/ingest/suggest-mapping";
import { funnelFromStages, stagesInFile } from "@/lib/ingest/suggest-stages";
import { type ImportAnswers, readAnswers } from "@/lib/usecases/importing/answers";
import { type DetectedFile, readDetected, stagedTable } from "@/lib/usecases/importing/detected";
import { gatherKnown, type Known, stagesOf } from "@/lib/usecases/importing/known";
import { type OpenQuestions, openQuestions } from "@/lib/usecases/importing/open-questions";
import { answerKey, peopleInFile } from "@/lib/usecases/importing/people-in-file";
import { type ImportReport, readReport } from "@/lib/usecases/importing/report";
import { mappingColumns, productVariants, typesOf } from "@/lib/usecases/importing/suggest-answers";

type Option = { value: string; label: string };
type Line = { value: string; count: number; becomes: string };

export type MappingView = {
  label: string;
  kind: string;
  columns: (DetectedFile["columns"][number] & { heading: string; field: string; changed: boolean })[];
  fields: Option[];
  funnels: Option[];
  funnel: string;
  stages: Line[];
  stageOptions: Option[];
  people: Line[];
  /** of everybody the file names, how many are known here */
  knownPeople: { known: number; all: number };
  personOptions: Option[];
  types: Line[];
  typeOptions: Option[];
  spellings: { keep: string; spellings: CountedValue[]; merged: boolean }[];
  answers: Pick<ImportAnswers, "dateOrder" | "decimal" | "currency">;
  currencies: string[];
  open: OpenQuestions;
  facts: DetectedFile["facts"];
  zone: string;
};

export type ImportView = { record: ImportRecord } & (
  | { kind: "refused"; sentence: string }
  | { kind: "mapping"; mapping: MappingView }
  | { kind: "report"; report: ImportReport; currency: string }
);

/**
 * An import as its page shows it: why it was refused, its mapping while that is asked for, or its report. Null when
 * there is none of this id.
 */
export async function importView(
  scope: Scope,
  id: string,
  wantsMapping: boolean,
): Promise<ImportView | null> {
  const record = await getImport(scope, id);
  if (record === null) return null;
  const detected = readDetected(record.detected);
  if ("sentence" in detected) return { record, kind: "refused", sentence: detected.sentence };
  const report = readReport(record.counts);
  const answers = readAnswers(record.mapping);
  const isOpen = record.status === "staged" || (record.status === "mapped" && wantsMapping);
  if (!isOpen && report !== null) {
    const { organization } = await gatherKnown(scope);
    return { record, kind: "report", report, currency: organization.currency };
  }
  const table = await stagedTable(scope, record);
  if (answers === null || "sentence" in table) {
    return {
      record,
      kind: "refused",
      sentence: "This file was staged by another version. Please send it again.",
    };
  }
  return {
    record,
    kind: "mapping",
    mapping: mappingView(table, answers, detected, await gatherKnown(scope)),
  };
}

function mappingView(
  table: FileTable,
  answers: ImportAnswers,
  detected: DetectedFile,
  known: Known,
): MappingView {
  const columns = mappingColumns(answers);
  const people = peopleInFile(table, answers.kind, columns);
  const countOf = new Map(people.map((person) => [answerKey(person.name, person.email), person.count]));
  const stageCount = new Map(stagesInFile(table, columns).map(({ value, count }) => [value, count]));
  const typeColumn = columns.findIndex(({ field }) => field === "type");
  const typeCount = new Map(
    countValues(table.rows.map(({ cells }) => cells[typeColumn] ?? "")).map(({ value, count }) => [
      value,
      count,
    ]),
  );
  const stages = stagesOf(answers.funnel, known.funnels);
  const own = known.organization.currency;
  return {
    label: sourceLabel(answers, detected),
    kind: kindNoun(answers.kind),
    columns: answers.columns.map(({ heading, field }, place) => {
      const found = detected.columns[place] ?? {
        examples: [],
        recognised: "answer" as const,
        question: null,
      };
      return { ...found, heading, field: field ?? "", changed: false };
    }),
    fields: fieldOptions(answers),
    funnels: funnelOptions(table, answers, known),
    funnel: answers.funnel === null || "make" in answers.funnel ? "@new" : answers.funnel.existing,
    stages: answers.stages.map(({ value, becomes }) => ({
      value,
      count: stageCount.get(value) ?? 0,
      becomes: becomes === "lost" ? "@lost" : (becomes?.stage ?? ""),
    })),
    stageOptions: [
      { value: "", label: "choose a step" },
      ...stages.map(({ key, name }) => ({ value: key, label: name })),
      { value: "@lost", label: "lost" },
    ],
    people: answers.people.map(({ name, email, becomes }) => ({
      value: name || email,
      count: countOf.get(answerKey(name, email)) ?? 0,
      becomes: typeof becomes === "string" ? becomes : (becomes?.person ?? "leave"),
    })),
    knownPeople: { known: people.length - answers.people.length, all: people.length },
    personOptions: [
      { value: "new", label: "new here" },
      { value: "leave", label: "keep their rows back" },
      ...known.people.map(({ id, name }) => ({ value: id, label: name })),
    ],
    types: answers.types.map(({ value, becomes }) => ({
      value,
      count: typeCount.get(value) ?? 0,
      becomes: becomes ?? "",
    })),
    typeOptions: [
      { value: "", label: "choose a type" },
      ...typesOf(answers.funnel, known).map(({ id, name }) => ({ value: id, label: name })),
    ],
    spellings: productVariants(table, answers, known).map(({ keep, spellings }) => ({
      keep,
      spellings,
      merged: spellings.some(({ value }) =>
        answers.products.some((pair) => pair.value === value && pair.keep === keep),
      ),
    })),
    answers: { dateOrder: answers.dateOrder, decimal: answers.decimal, currency: answers.currency },
    currencies: [...new Set([own, answers.currency])],
    open: openQuestions(answers),
    facts: table.facts,
    zone: known.organization.zone,
  };
}

function sourceLabel({ source, kind }: ImportAnswers, { headings }: DetectedFile): string {
  const table = sourceTables.find((candidate) => candidate.source === source && candidate.kind === kind);
  return table?.label ?? `${headings.length} columns of ${kindNoun(kind)}`;
}

function fieldOptions(answers: ImportAnswers): Option[] {
  const entered = answers.columns.flatMap(({ field }) =>
    field !== null && isEnteredField(field) ? [field] : [],
  );
  const ofStages = answers.kind === "deals" ? answers.stages.map(({ value }) => `entered:${value}`) : [];
  const fields = [...fieldsOfKind[answers.kind], ...new Set([...entered, ...ofStages])];
  return [
    { value: "", label: "leave out" },
    ...fields.map((field) => ({ value: field, label: fieldLabel(answers.kind, field as Field) })),
  ];
}

function funnelOptions(table: FileTable, answers: ImportAnswers, known: Known): Option[] {
  const existing = known.funnels.map(({ id, name }) => ({ value: id, label: name }));
  if (answers.kind !== "deals") return existing;
  const made = funnelFromStages(stagesInFile(table, mappingColumns(answers)));
  return [...existing, { value: "@new", label: `a new funnel: ${made.map(({ name }) => name).join(" → ")}` }];
}
