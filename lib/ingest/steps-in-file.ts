import { type Field, isEnteredField, stageOfEnteredField } from "@/lib/ingest/fields";
import type { ColumnAnswer, FunnelStage, StageAnswer } from "@/lib/ingest/mapping";
import { nameKey } from "@/lib/ingest/names";
import { outcomeWord } from "@/lib/ingest/stage-words";

/** Whether a file tells how many went from one step to the next, and when. */
export type StepInFile = { from: string; to: string; known: boolean };

export type StepsInFile = {
  /** Keys of stages whose entry has a day in this file. */
  dated: ReadonlySet<string>;
  steps: StepInFile[];
};

/**
 * Which steps of the funnel a file of deals can tell. A step is known only when both of its ends have days: with
 * the next stage undated, a lost record could have been lost here or further on, and charging it here would make
 * the first step look worse than it is (method, a1). Stages before the first record stage are not listed.
 */
export function stepsInFile(
  columns: readonly ColumnAnswer[],
  answers: readonly StageAnswer[],
  funnel: readonly FunnelStage[],
): StepsInFile {
  const chain = funnel.filter(({ category }) => category !== "lost");
  const fields = new Set(columns.map(({ field }) => field));
  const dated = new Set<string>();
  const answerOf = stageResolver(answers, funnel);
  for (const field of fields) {
    if (field === null || !isEnteredField(field)) continue;
    const becomes = answerOf(stageOfEnteredField(field));
    if (becomes !== null && becomes !== "lost") dated.add(becomes.stage);
  }
  const first = chain[0];
  if (first && fields.has("createdOn")) dated.add(first.key);
  const won = chain.find(({ category }) => category === "won");
  const closing: readonly Field[] = ["closeOn", "closedOn", "wonOn"];
  if (won && closing.some((field) => fields.has(field))) dated.add(won.key);
  const steps = chain.slice(1).map((stage, index) => {
    const from = chain[index]?.key ?? "";
    return { from, to: stage.key, known: dated.has(from) && dated.has(stage.key) };
  });
  return { dated, steps };
}

/** What a stage name of the file was answered with; the funnel's own names, "won" and "lost" need no answer. */
export function stageResolver(
  answers: readonly StageAnswer[],
  funnel: readonly FunnelStage[],
): (value: string) => { stage: string } | "lost" | null {
  const answered = new Map(answers.map(({ value, becomes }) => [nameKey(value), becomes]));
  const own = new Map(funnel.map(({ name, key, category }) => [nameKey(name), { key, category }]));
  return (value) => {
    const key = nameKey(value);
    const answer = answered.get(key);
    if (answer !== undefined) return answer;
    const stage = own.get(key);
    const won = funnel.find(({ category }) => category === "won");
    if (!stage) {
      const word = outcomeWord(value);
      return word === "lost" ? "lost" : word === "won" && won ? { stage: won.key } : null;
    }
    return stage.category === "lost" ? "lost" : { stage: stage.key };
  };
}
