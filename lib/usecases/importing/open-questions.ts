import "server-only";
import { type Field, fieldLabel } from "@/lib/ingest/fields";
import { counted } from "@/lib/ingest/refusal";
import { missingFields } from "@/lib/ingest/suggest-mapping";
import type { ImportAnswers } from "@/lib/usecases/importing/answers";
import { mappingColumns } from "@/lib/usecases/importing/suggest-answers";

/** What must be answered before anything can be previewed, and what only keeps its rows back until it is. */
export type OpenQuestions = { blocking: string[]; waiting: string[] };

export function openQuestions(answers: ImportAnswers): OpenQuestions {
  const blocking = missingFields(answers.kind, mappingColumns(answers)).map(
    (group) =>
      `Which column is “${group.map((field) => fieldLabel(answers.kind, field as Field)).join("” or “")}”?`,
  );
  if (answers.dateOrder === "ask") blocking.push("Is 03/04/2026 the 3rd of April or the 4th of March?");
  if (answers.decimal === "ask") blocking.push("Is 1,234 a thousand and more, or one and a bit?");
  if (needsFunnel(answers) && answers.funnel === null) blocking.push("Which funnel do these rows go into?");
  if (answers.kind === "stage-entries" && answers.funnel && "make" in answers.funnel) {
    blocking.push("A history needs the records it belongs to: choose the funnel they are in.");
  }
  const stages = answers.stages.filter(({ becomes }) => becomes === null).length;
  const types = answers.types.filter(({ becomes }) => becomes === null).length;
  const people = answers.people.filter(({ becomes }) => becomes === null || becomes === "leave").length;
  const waiting: string[] = [];
  if (stages > 0) waiting.push(`${counted(stages, "stage")} without a step`);
  if (types > 0) waiting.push(`${counted(types, "activity type")} without an answer`);
  if (people > 0) waiting.push(`${counted(people, "person", "people")} kept back`);
  return { blocking, waiting };
}

function needsFunnel({ kind }: ImportAnswers): boolean {
  return kind !== "people";
}
