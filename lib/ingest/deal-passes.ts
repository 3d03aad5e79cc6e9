import type { DealDraft, PassDraft } from "@/lib/ingest/deal-draft";
import type { FunnelStage } from "@/lib/ingest/mapping";
import type { StepsInFile } from "@/lib/ingest/steps-in-file";

/**
 * A draft's passages through the stages whose step the file can tell; for the others nothing is written, so that
 * no rate is counted from them. A stage without a day but with a later one was skipped: passed, and marked inferred.
 */
export function passesOfDeal(
  draft: Pick<DealDraft, "entries" | "outcome">,
  funnel: readonly FunnelStage[],
  { steps }: StepsInFile,
): PassDraft[] {
  const chain = funnel.filter(({ category }) => category !== "lost");
  const enteredOn = new Map(draft.entries.map((entry) => [entry.stage, entry.enteredOn]));
  const known = new Set(steps.filter((step) => step.known).map(({ from }) => from));
  const passes: PassDraft[] = [];
  let laterOn: string | null = null;
  for (const { key, category } of [...chain].reverse()) {
    const own = enteredOn.get(key) ?? null;
    const reachedOn: string | null = own ?? laterOn;
    if (reachedOn !== null && (category === "won" || known.has(key))) {
      const isLostHere = draft.outcome.status === "lost" && draft.outcome.at === key;
      passes.push({
        stage: key,
        reachedOn,
        passedOn: laterOn,
        lostOn: isLostHere && draft.outcome.status === "lost" ? draft.outcome.on : null,
        passed: laterOn !== null,
        inferred: own === null,
      });
    }
    laterOn = reachedOn;
  }
  return passes.reverse();
}
