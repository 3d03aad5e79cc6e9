import { isEnteredField, stageOfEnteredField } from "@/lib/ingest/fields";
import type { ColumnAnswer, FunnelStage, StageAnswer } from "@/lib/ingest/mapping";
import { columnOfField } from "@/lib/ingest/mapping";
import { type CountedValue, countValues, nameKey } from "@/lib/ingest/names";
import type { FileTable } from "@/lib/ingest/read-table";
import { outcomeWord, usualPosition } from "@/lib/ingest/stage-words";

export type SuggestedStage = StageAnswer & { count: number };

/** Stages the file names, in its stage column or in "entered …" headings, with how many rows stand in each. */
export function stagesInFile(table: FileTable, columns: readonly ColumnAnswer[]): CountedValue[] {
  const column = columnOfField(columns).get("stage");
  const counted = column === undefined ? [] : countValues(table.rows.map(({ cells }) => cells[column] ?? ""));
  const seen = new Set(counted.map(({ value }) => nameKey(value)));
  for (const { field } of columns) {
    if (field === null || !isEnteredField(field)) continue;
    const value = stageOfEnteredField(field);
    if (!seen.has(nameKey(value))) counted.push({ value, count: 0 });
    seen.add(nameKey(value));
  }
  return counted;
}

/** The funnel's stage for each stage of the file, by name, else won or lost by the word; null asks. */
export function suggestStages(
  values: readonly CountedValue[],
  funnel: readonly FunnelStage[],
  remembered: readonly StageAnswer[] = [],
): SuggestedStage[] {
  const byKey = new Map(funnel.map((stage) => [nameKey(stage.name), stage]));
  const keys = new Set(funnel.map(({ key }) => key));
  const before = new Map(remembered.map((answer) => [nameKey(answer.value), answer.becomes]));
  const won = funnel.find(({ category }) => category === "won");
  return values.map(({ value, count }) => {
    const answered = before.get(nameKey(value));
    if (answered === "lost" || (answered && keys.has(answered.stage)))
      return { value, count, becomes: answered };
    const named = byKey.get(nameKey(value));
    if (named) return { value, count, becomes: named.category === "lost" ? "lost" : { stage: named.key } };
    const word = outcomeWord(value);
    if (word === "lost") return { value, count, becomes: "lost" };
    return { value, count, becomes: word === "won" && won ? { stage: won.key } : null };
  });
}

/**
 * A funnel made of the file's own stages, in the usual order of such words, won last; lost is not a step.
 *
 * @example
 * funnelFromStages([{ value: "Won", count: 2 }, { value: "Engaging", count: 1 }]).map((s) => s.name)
 * // => ["Engaging", "Won"]
 */
export function funnelFromStages(values: readonly CountedValue[]): FunnelStage[] {
  const working = values
    .filter(({ value }) => outcomeWord(value) === null)
    .map(({ value }, index) => ({ value, at: usualPosition(value), index }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ value }): FunnelStage => ({ key: stageKey(value), name: value, category: "working" }));
  const won = values.find(({ value }) => outcomeWord(value) === "won")?.value ?? "Won";
  return [...working, { key: stageKey(won), name: won, category: "won" }];
}

/** A stage's slug: letters and figures, hyphens between. */
export function stageKey(name: string): string {
  const key = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return key === "" ? "stage" : key;
}
