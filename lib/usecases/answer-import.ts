import "server-only";
import { changeImport, getImport } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";
import type { ImportAnswersForm } from "@/lib/forms/import-answers";
import { isFieldOf } from "@/lib/ingest/fields";
import { type FunnelAnswer, type ImportAnswers, readAnswers } from "@/lib/usecases/importing/answers";
import { stagedTable } from "@/lib/usecases/importing/detected";
import { gatherKnown, type Known } from "@/lib/usecases/importing/known";
import { type OpenQuestions, openQuestions } from "@/lib/usecases/importing/open-questions";
import { completeAnswers, madeFunnel, productVariants } from "@/lib/usecases/importing/suggest-answers";

export type AnswerResult = { ok: true; open: OpenQuestions } | { ok: false; sentence: string };

/**
 * Keeps what was answered about a file, half answered or whole. Other columns or another funnel ask other questions:
 * those start from their own suggestions, and an answer that no longer means anything is dropped.
 */
export async function answerImport(scope: Scope, form: ImportAnswersForm): Promise<AnswerResult> {
  const record = await getImport(scope, form.importId);
  if (record === null) return { ok: false, sentence: "This import is no longer there. Nothing was changed." };
  const answers = readAnswers(record.mapping);
  const table = await stagedTable(scope, record);
  if (answers === null || "sentence" in table) {
    return {
      ok: false,
      sentence: "This file could not be read, so there is nothing to map. Please send it again.",
    };
  }
  const known = await gatherKnown(scope);
  const offers = productVariants(table, answers, known);
  const columns = answers.columns.map((column, place) => ({
    ...column,
    field: fieldAt(form, answers, place),
  }));
  const answered: ImportAnswers = {
    ...answers,
    columns,
    dateOrder: form.dateOrder || answers.dateOrder,
    decimal: form.decimal || answers.decimal,
    currency: /^[A-Z]{3}$/.test(form.currency ?? "") ? (form.currency as string) : answers.currency,
    stages: answers.stages.map((stage, place) => ({
      ...stage,
      becomes: stageAt(form, stage.becomes, place),
    })),
    people: answers.people.map((person, place) => ({
      ...person,
      becomes: personAt(form, known, person.becomes, place),
    })),
    types: answers.types.map((type, place) => ({
      ...type,
      becomes: idAt(form.lines.type.get(place), type.becomes),
    })),
    products: offers.flatMap(({ keep, spellings }, place) =>
      form.lines.product.has(place)
        ? spellings.filter(({ value }) => value !== keep).map(({ value }) => ({ value, keep }))
        : [],
    ),
  };
  const funnel = funnelOf(form, known, answered) ?? madeFunnel(table, answered);
  const settled = completeAnswers(table, { ...answered, funnel }, known, null);
  const kept = await changeImport(scope, record.id, ["staged", "mapped"], {
    status: "staged",
    mapping: settled,
  });
  if (!kept) return { ok: false, sentence: "This file was imported already. Nothing was changed." };
  return { ok: true, open: openQuestions(settled) };
}

/** The list beside a column speaks; where it was left as it was, the answer to its question does. */
function fieldAt(form: ImportAnswersForm, answers: ImportAnswers, place: number): string | null {
  const before = answers.columns[place]?.field ?? null;
  const chosen = form.lines.column.get(place) ?? before ?? "";
  const asked = form.lines.question.get(place);
  const field = asked !== undefined && chosen === (before ?? "") ? asked : chosen;
  return isFieldOf(answers.kind, field) ? field : null;
}

function stageAt(form: ImportAnswersForm, before: ImportAnswers["stages"][number]["becomes"], place: number) {
  const chosen = form.lines.stage.get(place);
  if (chosen === undefined) return before;
  if (chosen === "") return null;
  return chosen === "@lost" ? ("lost" as const) : { stage: chosen };
}

function personAt(
  form: ImportAnswersForm,
  known: Known,
  before: ImportAnswers["people"][number]["becomes"],
  place: number,
): ImportAnswers["people"][number]["becomes"] {
  const chosen = form.lines.person.get(place);
  if (chosen === undefined) return before;
  if (chosen === "new" || chosen === "leave") return chosen;
  return known.people.some(({ id }) => id === chosen) ? { person: chosen } : null;
}

function idAt(chosen: string | undefined, before: string | null): string | null {
  return chosen === undefined ? before : chosen === "" ? null : chosen;
}

/** The funnel that was chosen; null makes one of the file's stages. */
function funnelOf(form: ImportAnswersForm, known: Known, answers: ImportAnswers): FunnelAnswer {
  const chosen = form.funnel;
  if (chosen === undefined) return answers.funnel;
  if (known.funnels.some(({ id }) => id === chosen)) return { existing: chosen };
  // The same new funnel as before keeps its stages; chosen anew, it is made of what the columns say now.
  return null;
}
