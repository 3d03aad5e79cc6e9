import "server-only";
import type { FunnelRow } from "@/lib/data/funnels";
import { addDays, daysBetween } from "@/lib/engine/calendar";
import { ARRIVING_SOURCES, type ChainLink } from "@/lib/usecases/planning/chain-of";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";
import type { StepModel, StepTally } from "@/lib/usecases/planning/step-model";

/** Yields of activity change faster than rates of records (method a6). */
const YIELD_HALF_LIFE_DAYS = 90;

/** What an activity row adds to a link of the chain: outreach, or a count stage. */
export function unitsAt(
  funnel: FunnelRow,
  link: string,
  row: { activityTypeId: string; outcome: string; quantity: number },
): number {
  const type = funnel.activityTypes.find((candidate) => candidate.id === row.activityTypeId);
  if (type === undefined) return 0;
  if (link === "outreach") return type.outreach ? row.quantity : 0;
  if (type.countsAsStageId === link) return row.quantity;
  return type.outcomes.some(({ outcome, stageId }) => outcome === row.outcome && stageId === link)
    ? row.quantity
    : 0;
}

/**
 * A step that begins with counts: what came out over what went in, in the same window, weighed by age
 * (method a2). Where the next link is made of records, the join counts the records that entered it.
 */
export function countStep(
  facts: FunnelFacts,
  from: ChainLink,
  to: ChainLink,
): Omit<StepModel, "prior" | "basis"> {
  const byPerson = new Map<string, StepTally>();
  const team = noTally();
  const add = (personId: string, age: number, part: { in?: number; out?: number }) => {
    const weight = 2 ** (-age / YIELD_HALF_LIFE_DAYS);
    let own = byPerson.get(personId);
    if (own === undefined) {
      own = noTally();
      byPerson.set(personId, own);
    }
    for (const tally of [own, team]) {
      tally.trials += weight * (part.in ?? 0);
      tally.successes += weight * (part.out ?? 0);
      tally.entered += part.in ?? 0;
      tally.advanced += part.out ?? 0;
    }
  };
  for (const row of facts.activityWeeks) {
    // the middle of the week stands for its days
    const age = Math.max(0, daysBetween(addDays(row.week, 3), facts.day));
    add(row.personId, age, {
      in: unitsAt(facts.funnel, from.id, row),
      out: to.measuredBy === "record" ? 0 : unitsAt(facts.funnel, to.id, row),
    });
  }
  if (to.measuredBy === "record") {
    for (const pass of facts.passes) {
      if (pass.stageId !== to.id || pass.inferred || ARRIVING_SOURCES.has(pass.source)) continue;
      if (pass.reachedOn < facts.yieldsFrom || pass.reachedOn >= facts.day) continue;
      add(pass.personId, daysBetween(pass.reachedOn, facts.day), { out: 1 });
    }
  }
  return { kind: "yield", from: from.id, to: to.id, byPerson, team, lag: null, medianDays: null };
}

function noTally(): StepTally {
  return { successes: 0, trials: 0, entered: 0, advanced: 0, lost: 0, open: 0 };
}
