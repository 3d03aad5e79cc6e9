import "server-only";
import type { RowVerdict } from "@/lib/data/import-rows";
import type { Scope } from "@/lib/data/scope";
import { compareActivities } from "@/lib/usecases/importing/activity-pieces";
import type { ImportAnswers } from "@/lib/usecases/importing/answers";
import { compareDeals, type DealTarget } from "@/lib/usecases/importing/deal-pieces";
import type { Known } from "@/lib/usecases/importing/known";
import { comparePeople, type PeopleTarget } from "@/lib/usecases/importing/people-pieces";
import type { PlannedRows } from "@/lib/usecases/importing/planned-rows";
import { compareStageEntries } from "@/lib/usecases/importing/stage-entry-pieces";

/** Drafts compared or written at once: one piece is one short transaction. */
export const PIECE_ROWS = {
  deals: 1000,
  people: 50,
  activities: 1000,
  counts: 1000,
  "stage-entries": 500,
} as const;

/** What would become of every draft. */
export async function compareRows(scope: Scope, planned: PlannedRows, today: string): Promise<RowVerdict[]> {
  const sourceId = sourceOf(planned.answers, planned.known)?.id ?? null;
  const verdicts: RowVerdict[] = [];
  for (const piece of piecesOf(planned)) verdicts.push(...(await piece(sourceId)));
  return verdicts;

  function piecesOf(rows: PlannedRows): ((source: string | null) => Promise<RowVerdict[]>)[] {
    switch (rows.kind) {
      case "deals": {
        const target = (source: string | null) => dealTarget({ ...rows, kind: "deals" }, source);
        return pieces(rows.deals.drafts, PIECE_ROWS.deals).map(
          (drafts) => (source) => compareDeals(scope, target(source), drafts, rows.known.products),
        );
      }
      case "people":
        return pieces(rows.drafts, PIECE_ROWS.people).map(
          (drafts) => () => comparePeople(scope, peopleTarget(rows), rows.known.people, drafts, today),
        );
      case "stage-entries":
        return [(source) => compareStageEntries(scope, source, rows)];
      default:
        return pieces(rows.drafts, PIECE_ROWS[rows.kind]).map(
          (drafts) => (source) => compareActivities(scope, source, drafts),
        );
    }
  }
}

/** The source a file belongs to, when it has sent one before. */
export function sourceOf(answers: ImportAnswers, known: Known) {
  return known.sources.find(({ name }) => name === answers.sourceName) ?? null;
}

/** The funnel a file goes into, when it is there already. */
export function existingFunnelId(answers: ImportAnswers): string | null {
  return answers.funnel && "existing" in answers.funnel ? answers.funnel.existing : null;
}

export function dealTarget(
  planned: Extract<PlannedRows, { kind: "deals" }>,
  importSourceId: string | null,
): DealTarget {
  const fields = planned.answers.columns.map(({ field }) => field);
  return {
    importSourceId,
    funnelId: existingFunnelId(planned.answers) ?? "",
    currency: planned.known.organization.currency,
    parentKind: fields.includes("parent") && !fields.includes("account") ? "job-order" : "account",
    stages: planned.stages,
    steps: planned.deals.steps,
  };
}

export function peopleTarget({ answers, known }: PlannedRows): PeopleTarget {
  return { funnels: known.funnels, funnelId: existingFunnelId(answers), people: answers.people };
}

export function pieces<Item>(items: readonly Item[], size: number): Item[][] {
  const cut: Item[][] = [];
  for (let from = 0; from < items.length; from += size) cut.push(items.slice(from, from + size));
  return cut;
}
