import "server-only";
import { uuidv7 } from "uuidv7";
import type { CorrectedDeal } from "@/lib/data/deal-corrections";
import type { DealEntry, DealRecord } from "@/lib/data/deal-record";
import type { ImportedPass } from "@/lib/data/imported-history";
import type { PassDraft } from "@/lib/ingest/deal-draft";
import { passesOfDeal } from "@/lib/ingest/deal-passes";
import { straighten } from "@/lib/ingest/entry-days";

/** Whether a correction says anything about where the record was when. */
export function movesSteps(deal: DealRecord, after: CorrectedDeal): boolean {
  return (["stageId", "status", "createdOn", "wonOn", "lostOn"] as const).some(
    (field) => deal[field] !== after[field],
  );
}

/**
 * The visits of a record as a correction leaves them. Whoever says it stands in an earlier stage says it never was
 * further, so later visits go; a stage it was not seen in is entered on `since`. A visit dated after the day that
 * was corrected takes that day (method a1: a later stage proves the earlier one was reached by then).
 */
export function correctedEntries(deal: DealRecord, after: CorrectedDeal, since: string): DealEntry[] {
  const position = new Map(deal.stages.map((stage) => [stage.id, stage.position]));
  const { stageId, personId } = after;
  const from = deal.stageId === null ? undefined : position.get(deal.stageId);
  const to = stageId === null ? undefined : position.get(stageId);
  const goesBack = from !== undefined && to !== undefined && to < from;

  let entries = deal.entries.map((entry, index) =>
    index === 0 && entry.enteredOn === deal.createdOn ? { ...entry, enteredOn: after.createdOn } : entry,
  );
  if (goesBack) entries = entries.filter((entry) => (position.get(entry.stageId) ?? 0) <= to);
  const moved = stageId !== deal.stageId || after.status !== deal.status;
  const entersStage = moved && after.status !== "lost" && stageId !== null;
  const wasThere = entries.some((entry) => entry.stageId === stageId);
  // Forward into a stage it had been in before is a second visit; back into one is the visit that never ended.
  if (entersStage && (!wasThere || (!goesBack && stageId !== deal.stageId))) {
    entries.push({ id: uuidv7(), stageId, personId, enteredOn: since, leftOn: null });
  }
  const { wonOn } = after;
  if (wonOn !== null && wonOn !== deal.wonOn) {
    entries = entries.map((entry) => (entry.stageId === stageId ? { ...entry, enteredOn: wonOn } : entry));
  }
  const latest = after.wonOn ?? after.lostOn ?? (entersStage ? since : null);
  if (latest !== null) {
    entries = entries.map((entry) => (entry.enteredOn > latest ? { ...entry, enteredOn: latest } : entry));
  }
  return inOrder(withoutRepeats(entries), position, after.lostOn);
}

/** Two visits that came to lie on one day are one. */
function withoutRepeats(entries: readonly DealEntry[]): DealEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ stageId, enteredOn }) => {
    const key = `${stageId} ${enteredOn}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Each visit ends when the next begins, the last when the record was lost. */
function inOrder(
  entries: readonly DealEntry[],
  position: ReadonlyMap<string, number>,
  lostOn: string | null,
): DealEntry[] {
  const sorted = [...entries].sort(
    (a, b) =>
      (a.enteredOn < b.enteredOn ? -1 : a.enteredOn > b.enteredOn ? 1 : 0) ||
      (position.get(a.stageId) ?? 0) - (position.get(b.stageId) ?? 0),
  );
  return sorted.map((entry, index) => ({ ...entry, leftOn: sorted[index + 1]?.enteredOn ?? lostOn }));
}

/**
 * The passages rates are counted from, by the rules an import goes by: the first visit to a stage counts, a stage
 * that was skipped counts as passed and is marked inferred. Where the record's source cannot tell a step, the step
 * stays untold, unless a correction has said it.
 */
export function correctedPasses(
  deal: DealRecord,
  after: CorrectedDeal,
  entries: readonly DealEntry[],
): ImportedPass[] {
  const chain = deal.stages.filter((stage) => stage.measuredBy === "record" && !stage.retired);
  const position = new Map(chain.map((stage) => [stage.id, stage.position]));
  const firsts = new Map<string, string>();
  const personOf = new Map<string, string>();
  for (const { stageId, enteredOn, personId } of entries) {
    if (!position.has(stageId) || firsts.has(stageId)) continue;
    firsts.set(stageId, enteredOn);
    personOf.set(stageId, personId);
  }
  straighten(firsts, position);
  const before = new Set(deal.entries.map(({ id }) => id));
  const told = new Set([
    ...deal.passStageIds,
    ...entries.filter(({ id }) => !before.has(id)).map(({ stageId }) => stageId),
  ]);
  const drafts = passesOfDeal(
    {
      entries: [...firsts].map(([stage, enteredOn]) => ({ stage, enteredOn, leftOn: null })),
      outcome: outcomeOf(after),
    },
    chain.map(({ id, name, category }) => ({ key: id, name, category })),
    {
      dated: new Set(firsts.keys()),
      steps: chain.map(({ id }) => ({ from: id, to: "", known: deal.historyKnown || told.has(id) })),
    },
  );
  return withPeople(drafts, personOf, after.personId).map((pass) => ({ ...pass, dealId: deal.id }));
}

function outcomeOf({ status, wonOn, lostOn, stageId }: CorrectedDeal) {
  if (status === "won" && wonOn !== null) return { status: "won", on: wonOn } as const;
  if (status === "lost") return { status: "lost", on: lostOn, at: stageId } as const;
  return { status: "open" } as const;
}

/** A trial belongs to whoever owned the record when it entered; for a skipped stage, when it was next seen. */
function withPeople(
  passes: readonly PassDraft[],
  personOf: ReadonlyMap<string, string>,
  owner: string,
): Omit<ImportedPass, "dealId">[] {
  let next = owner;
  return [...passes]
    .reverse()
    .map(({ stage, ...pass }) => {
      next = personOf.get(stage) ?? next;
      return { ...pass, stageId: stage, personId: next };
    })
    .reverse();
}
