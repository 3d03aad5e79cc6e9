import "server-only";
import type { PlanChannel } from "@/lib/engine/plan-input";
import { fitYieldPrior, poolYield, type YieldEvidence } from "@/lib/engine/yield";
import { OUTREACH } from "@/lib/usecases/planning/chain-of";
import { unitsAt } from "@/lib/usecases/planning/count-steps";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";

/**
 * A person's channels of outreach: their own mix, and what a unit of each brings at the next link, pooled with
 * colleagues. Channels without outcomes of their own share what was counted apart. Empty when outreach has no channels.
 */
export function channelsOf(
  facts: FunnelFacts,
  personId: string,
  next: { linkId: string; meanYield: number },
): PlanChannel[] {
  const types = facts.funnel.activityTypes.filter((type) => type.outreach);
  const tells = (type: (typeof types)[number]) =>
    type.outcomes.some(({ stageId }) => stageId === next.linkId);
  const silent = silentYield(
    facts,
    personId,
    next,
    new Set(types.filter((type) => !tells(type)).map(({ id }) => id)),
  );
  const evidence = types.map((type) => {
    const byPerson = new Map<string, YieldEvidence>();
    for (const row of facts.activityWeeks) {
      if (row.activityTypeId !== type.id) continue;
      const own = byPerson.get(row.personId) ?? { outcomes: 0, exposure: 0 };
      own.exposure += unitsAt(facts.funnel, OUTREACH, row);
      own.outcomes += unitsAt(facts.funnel, next.linkId, row);
      byPerson.set(row.personId, own);
    }
    return { type, byPerson };
  });
  const total = evidence.reduce((sum, { byPerson }) => sum + (byPerson.get(personId)?.exposure ?? 0), 0);
  const teamTotal = evidence.reduce((sum, { byPerson }) => sum + exposureOf(byPerson), 0);
  return evidence.map(({ type, byPerson }) => {
    const own = byPerson.get(personId) ?? { outcomes: 0, exposure: 0 };
    const mixShare =
      total > 0 ? own.exposure / total : teamTotal > 0 ? exposureOf(byPerson) / teamTotal : 1 / types.length;
    const pooled =
      tells(type) && exposureOf(byPerson) > 0
        ? poolYield(own, fitYieldPrior([...byPerson.values()].filter((cell) => cell.exposure > 0)))
        : null;
    return {
      id: type.id,
      name: type.name,
      mixShare,
      yieldPerUnit: pooled?.mean ?? silent,
      yieldLower: pooled?.lower ?? silent,
      ...(pooled ? { yieldUpper: pooled.upper } : {}),
      ownUnits: own.exposure,
      ownOutcomes: own.outcomes,
      minutesPerUnit: type.minutes,
      ...(type.dailyCap === null ? {} : { capPerDay: type.dailyCap }),
    };
  });
}

/**
 * What a unit of the channels without outcomes brings: counts that no channel claims over their units, pooled.
 * Nothing recorded is not nothing reached, so such a channel never stands at 0 for want of a form field.
 */
function silentYield(
  facts: FunnelFacts,
  personId: string,
  next: { linkId: string; meanYield: number },
  silentTypes: Set<string>,
): number {
  const byPerson = new Map<string, YieldEvidence>();
  for (const row of facts.activityWeeks) {
    const type = facts.funnel.activityTypes.find((candidate) => candidate.id === row.activityTypeId);
    const own = byPerson.get(row.personId) ?? { outcomes: 0, exposure: 0 };
    if (silentTypes.has(row.activityTypeId)) own.exposure += unitsAt(facts.funnel, OUTREACH, row);
    if (type && !type.outreach) own.outcomes += unitsAt(facts.funnel, next.linkId, row);
    byPerson.set(row.personId, own);
  }
  const evidence = [...byPerson.values()].filter((cell) => cell.exposure > 0);
  if (!evidence.some((cell) => cell.outcomes > 0)) return next.meanYield;
  const own = byPerson.get(personId);
  const usable = own !== undefined && own.exposure > 0 ? own : { outcomes: 0, exposure: 0 };
  return poolYield(usable, fitYieldPrior(evidence)).mean;
}

function exposureOf(byPerson: Map<string, YieldEvidence>): number {
  let sum = 0;
  for (const cell of byPerson.values()) sum += cell.exposure;
  return sum;
}
