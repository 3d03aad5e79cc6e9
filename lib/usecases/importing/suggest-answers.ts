import "server-only";
import { type Field, isFieldOf } from "@/lib/ingest/fields";
import { type ColumnAnswer, columnOfField } from "@/lib/ingest/mapping";
import { countValues, tidyName } from "@/lib/ingest/names";
import type { FileTable } from "@/lib/ingest/read-table";
import { sourceNames } from "@/lib/ingest/source-tables";
import { type SpellingVariant, spellingVariants } from "@/lib/ingest/spelling-variants";
import type { SuggestedMapping } from "@/lib/ingest/suggest-mapping";
import { funnelFromStages, stagesInFile, suggestStages } from "@/lib/ingest/suggest-stages";
import type { FunnelAnswer, ImportAnswers } from "@/lib/usecases/importing/answers";
import { type Known, recordStages, stagesOf } from "@/lib/usecases/importing/known";
import { peopleInFile, personResolver } from "@/lib/usecases/importing/people-in-file";

/**
 * The answers a file starts with: the suggestion, with what was answered for the last file of its source where it
 * still fits. What nobody knows stays open, save two offers that are shown before anything is written: people who are
 * new here, and spellings to merge.
 */
export function firstAnswers(
  table: FileTable,
  suggestion: SuggestedMapping,
  known: Known,
  remembered: ImportAnswers | null,
): ImportAnswers {
  const before = remembered?.kind === suggestion.kind ? remembered : null;
  const columns = suggestion.columns.map(({ heading, field }, index): ColumnAnswer => {
    const same = before?.columns[index];
    const kept = same?.heading === heading ? same.field : undefined;
    return { heading, field: kept === undefined ? field : (kept as Field | null) };
  });
  const base: ImportAnswers = {
    kind: suggestion.kind,
    source: suggestion.source,
    sourceName: before?.sourceName ?? sourceNameOf(suggestion.source),
    columns,
    dateOrder: suggestion.dateOrder === "ask" && before ? before.dateOrder : suggestion.dateOrder,
    decimal: suggestion.decimal === "ask" && before ? before.decimal : suggestion.decimal,
    currency: suggestion.currency ?? before?.currency ?? known.organization.currency,
    funnel: null,
    stages: [],
    people: [],
    types: [],
    products: [],
  };
  const kept = before?.funnel && "existing" in before.funnel ? before.funnel.existing : null;
  const stillThere = known.funnels.some(({ id }) => id === kept);
  const funnel = kept !== null && stillThere ? { existing: kept } : suggestFunnel(table, base, known);
  // Offered ticked: the person sees it before anything is written, and can leave the spellings apart.
  const products = productVariants(table, base, known).flatMap(({ keep, spellings }) =>
    spellings.filter(({ value }) => value !== keep).map(({ value }) => ({ value, keep })),
  );
  return completeAnswers(table, { ...base, funnel, products }, known, before);
}

/** Answers that follow from the columns and the funnel: what the file names now, answered as before where it was. */
export function completeAnswers(
  table: FileTable,
  answers: ImportAnswers,
  known: Known,
  remembered: ImportAnswers | null,
): ImportAnswers {
  const columns = mappingColumns(answers);
  const given = [...(remembered?.stages ?? []), ...answers.stages];
  const stages = suggestStages(stagesInFile(table, columns), stagesOf(answers.funnel, known.funnels), given);
  const people = openPeople(table, answers, known, remembered);
  const merged = known.products.flatMap(({ name, mergedIntoId }) => {
    const kept = known.products.find(({ id }) => id === mergedIntoId);
    return kept ? [{ value: name, keep: kept.name }] : [];
  });
  const chosen = answers.products.filter(({ value }) => !merged.some((other) => other.value === value));
  return {
    ...answers,
    stages: stages.map(({ value, becomes }) => ({ value, becomes })),
    people,
    types: typesInFile(table, answers, known, remembered),
    products: [...merged, ...chosen],
  };
}

/** Columns as the pure part takes them; stored fields were checked when they were read. */
export function mappingColumns({ kind, columns }: Pick<ImportAnswers, "kind" | "columns">): ColumnAnswer[] {
  return columns.map(({ heading, field }) => ({
    heading,
    field: field !== null && isFieldOf(kind, field) ? field : null,
  }));
}

/** Spellings of products that are probably one. */
export function productVariants(table: FileTable, answers: ImportAnswers, known: Known): SpellingVariant[] {
  const column = columnOfField(mappingColumns(answers)).get("product");
  if (column === undefined || answers.kind !== "deals") return [];
  const own = known.products.filter(({ mergedIntoId }) => mergedIntoId === null).map(({ name }) => name);
  const alias = new Set(
    known.products.filter(({ mergedIntoId }) => mergedIntoId !== null).map(({ name }) => name),
  );
  const values = countValues(table.rows.map(({ cells }) => cells[column] ?? "")).filter(
    ({ value }) => !alias.has(value),
  );
  return spellingVariants(values, own);
}

/** The funnel whose stages the file's are, else one made of the file's own stages. */
function suggestFunnel(table: FileTable, answers: ImportAnswers, known: Known): FunnelAnswer {
  const first = known.funnels[0];
  if (answers.kind !== "deals" && answers.kind !== "stage-entries")
    return first ? { existing: first.id } : null;
  const values = stagesInFile(table, mappingColumns(answers));
  const fit = known.funnels
    .map((funnel) => {
      const named = suggestStages(values, recordStages(funnel)).filter(({ becomes }) => becomes !== null);
      return { funnel, share: values.length === 0 ? 1 : named.length / values.length };
    })
    .sort((a, b) => b.share - a.share)[0];
  if (fit && fit.share === 1) return { existing: fit.funnel.id };
  return madeFunnel(table, answers);
}

/** A funnel of the file's own stages; its name is a start and can be typed over. */
export function madeFunnel(table: FileTable, answers: ImportAnswers): FunnelAnswer {
  const stages = funnelFromStages(stagesInFile(table, mappingColumns(answers)));
  return { make: { name: answers.source === "opportunity-table" ? "Opportunities" : "Deals", stages } };
}

/** Files of no product we know are our user's own. */
export function sourceNameOf(source: string): string {
  return (Object.hasOwn(sourceNames, source) ? sourceNames[source] : undefined) ?? "Own files";
}

function openPeople(
  table: FileTable,
  answers: ImportAnswers,
  known: Known,
  remembered: ImportAnswers | null,
) {
  const resolve = personResolver(known.people, []);
  const given = personResolver([], [...(remembered?.people ?? []), ...answers.people]);
  return peopleInFile(table, answers.kind, mappingColumns(answers))
    .filter(({ name, email }) => resolve(name, email) === null)
    .map(({ name, email }) => {
      const answer = given(name, email);
      const isLeft = [...(remembered?.people ?? []), ...answers.people].some(
        (other) => other.becomes === "leave" && other.name === name && other.email === email,
      );
      const becomes = isLeft
        ? ("leave" as const)
        : answer !== null && !answer.startsWith("new:")
          ? { person: answer }
          : ("new" as const);
      return { name, email, becomes };
    });
}

function typesInFile(
  table: FileTable,
  answers: ImportAnswers,
  known: Known,
  remembered: ImportAnswers | null,
) {
  if (answers.kind !== "activities" && answers.kind !== "counts") return [];
  const column = columnOfField(mappingColumns(answers)).get("type");
  if (column === undefined) return [];
  const types = typesOf(answers.funnel, known);
  const given = new Map(
    [...(remembered?.types ?? []), ...answers.types].map(({ value, becomes }) => [value, becomes]),
  );
  return countValues(table.rows.map(({ cells }) => cells[column] ?? "")).map(({ value }) => {
    const before = given.get(value) ?? null;
    const named = types.find(({ name, slug }) => sameWord(name, value) || sameWord(slug, value));
    return { value, becomes: types.some(({ id }) => id === before) ? before : (named?.id ?? null) };
  });
}

export function typesOf(funnel: FunnelAnswer, known: Known) {
  const id = funnel && "existing" in funnel ? funnel.existing : null;
  return known.funnels.find((candidate) => candidate.id === id)?.activityTypes ?? [];
}

/** "Calls" is the type "Call": plural and case do not count. */
function sameWord(a: string, b: string): boolean {
  const word = (text: string) =>
    tidyName(text)
      .toLowerCase()
      .replace(/[\s_-]+/g, "")
      .replace(/s$/, "");
  return word(a) === word(b);
}
