import "server-only";
import type { PlanChannel } from "@/lib/engine/plan-input";
import { fitYieldPrior, poolYield, type YieldEvidence } from "@/lib/engine/yield";
import { OUTREACH } from "@/lib/usecases/planning/chain-of";
import { unitsAt } from "@/lib/usecases/planning/count-steps";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";

/**
 * A person's channels of outreach: their own mix, and what a unit of each brings at the next link, pooled with
 * colleagues. Channels nobody's outcomes speak of share the overall yield. Empty when outreach has no channels.
 */
export function channelsOf(
  facts: FunnelFacts,
  personId: string,
  next: { linkId: string; meanYield: number },
): PlanChannel[] {
  const types = facts.funnel.activityTypes.filter((type) => type.outreach);
  const tellsOutcome = types.some((type) => type.outcomes.some((outcome) => outcome.stageId === next.linkId));
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
      tellsOutcome && exposureOf(byPerson) > 0
        ? poolYield(own, fitYieldPrior([...byPerson.values()].filter((cell) => cell.exposure > 0)))
        : null;
    return {
      id: type.id,
      name: type.name,
      mixShare,
      yieldPerUnit: pooled?.mean ?? next.meanYield,
      yieldLower: pooled?.lower ?? next.meanYield,
      ...(pooled ? { yieldUpper: pooled.upper } : {}),
      ownUnits: own.exposure,
      ownOutcomes: own.outcomes,
      minutesPerUnit: type.minutes,
      ...(type.dailyCap === null ? {} : { capPerDay: type.dailyCap }),
    };
  });
}

function exposureOf(byPerson: Map<string, YieldEvidence>): number {
  let sum = 0;
  for (const cell of byPerson.values()) sum += cell.exposure;
  return sum;
}
