import "server-only";
import { now } from "@/lib/clock";
import { insertDayTargets, listPeopleWithDayTarget, type NewDayTarget } from "@/lib/data/day-targets";
import { type FunnelRow, listFunnels } from "@/lib/data/funnels";
import { insertFirstPlans, listPlans } from "@/lib/data/plans";
import type { Scope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { planPerson } from "@/lib/engine/person-plan";
import type { PlanInput } from "@/lib/engine/plan-input";
import { gatherFunnelFacts } from "@/lib/usecases/planning/facts";
import { planInputOf, teamModel } from "@/lib/usecases/planning/plan-input-of";

/** Raised when the same inputs would give another plan: stored with every target (architecture, decision 7). */
export const METHOD_VERSION = "1";

/**
 * Makes sure that everybody with a quota has their target for a day. Idempotent: what was asked once stays as it
 * was, and two callers at once insert one row. Called at start, at each zone's 03:00, after an import or a
 * published change, and before Today reads.
 */
export async function ensureDay(scope: Scope, day: string): Promise<void> {
  for (const funnel of await listFunnels(scope)) await ensureFunnelDay(scope, funnel, day);
}

async function ensureFunnelDay(scope: Scope, funnel: FunnelRow, day: string): Promise<void> {
  const facts = await gatherFunnelFacts(scope, funnel, day);
  if (facts === null) return;
  const there = new Set(
    (await listPeopleWithDayTarget(scope, day))
      .filter((target) => target.funnelId === funnel.id)
      .map((target) => target.personId),
  );
  const due = facts.quotas.filter(
    (quota) => quota.periodId === facts.period.id && !there.has(quota.personId) && quota.amountMinor > 0,
  );
  if (due.length === 0) return;

  const team = teamModel(facts);
  const createdAt = now();
  const planned = due.flatMap((quota) => {
    const person = facts.people.find((candidate) => candidate.id === quota.personId);
    if (person === undefined) return [];
    const input = planInputOf(team, person, quota);
    const outcome = input === null ? noHistory : planPerson(input);
    return [{ quota, input, outcome }];
  });
  const firstPlans = planned.flatMap(({ quota, outcome }) => {
    if (!outcome.ok || facts.plans.some((plan) => plan.personId === quota.personId)) return [];
    const baseline = Object.fromEntries(
      outcome.plan.stages
        .filter((stage) => stage.asked)
        .map((stage) => [stage.stage, stage.rhythmPerDay + (stage.pushPerDay[0] ?? 0)]),
    );
    return [
      { personId: quota.personId, funnelId: funnel.id, periodId: facts.period.id, fromDay: day, baseline },
    ];
  });

  await inTransaction(
    scope,
    async (inside) => {
      await insertFirstPlans(inside, firstPlans, createdAt);
      const plans = await listPlans(inside, { periodId: facts.period.id, onDay: day });
      const targets: NewDayTarget[] = planned.map(({ quota, input, outcome }) => ({
        personId: quota.personId,
        funnelId: funnel.id,
        day,
        planId:
          plans.find((plan) => plan.personId === quota.personId && plan.funnelId === funnel.id)?.id ?? null,
        plan: outcome,
        inputs: input === null ? {} : storedInputs(input),
        dataVersion: facts.organization.dataVersion,
        methodVersion: METHOD_VERSION,
        createdAt,
      }));
      await insertDayTargets(inside, targets);
    },
    { retry: true },
  );
}

const noHistory = { ok: false, reason: { code: "no-steps" } } as const;

/** The spread of everybody's wins is large, the same for all, and recomputed from the ledger: not stored per person. */
function storedInputs(input: PlanInput): PlanInput {
  const { recentMinor: _, ...winValue } = input.winValue;
  return { ...input, winValue };
}
