import "server-only";
import { now } from "@/lib/clock";
import { insertDayTargets, type NewDayTarget } from "@/lib/data/day-targets";
import { type FunnelRow, listFunnels } from "@/lib/data/funnels";
import { getOrganization } from "@/lib/data/organizations";
import {
  countFreshOutlooks,
  countStaleOutlooks,
  deleteOutlooksExcept,
  replaceOutlooks,
} from "@/lib/data/outlooks";
import { insertFirstPlans, listPlans } from "@/lib/data/plans";
import type { Scope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { planPerson } from "@/lib/engine/person-plan";
import type { PlanResult } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { ensurePeriods } from "@/lib/usecases/ensure-periods";
import { type FunnelFacts, gatherFunnelFacts } from "@/lib/usecases/planning/facts";
import { planInputOf, teamModel } from "@/lib/usecases/planning/plan-input-of";

/** Raised when the same inputs would give another plan: stored with every target (architecture, decision 7). */
export const METHOD_VERSION = "1";

/**
 * Makes sure that everybody with a quota has their target for a day, and that where they stand is computed from
 * today's data. Idempotent: what was asked once stays as it was, and two callers at once insert one row.
 * Called at start, at each zone's 03:00, after an import or a published change, and before Today reads.
 */
export async function ensureDay(scope: Scope, day: string): Promise<void> {
  const { dataVersion } = await getOrganization(scope);
  const [fresh, stale] = await Promise.all([
    countFreshOutlooks(scope, { day, dataVersion }),
    countStaleOutlooks(scope, { day, dataVersion }),
  ]);
  if (fresh > 0 && stale === 0) return;
  await ensurePeriods(scope, day);
  for (const funnel of await listFunnels(scope)) await ensureFunnelDay(scope, funnel, day);
}

interface Planned {
  personId: string;
  input: PlanInput | null;
  outcome: PlanResult;
}

async function ensureFunnelDay(scope: Scope, funnel: FunnelRow, day: string): Promise<void> {
  const facts = await gatherFunnelFacts(scope, funnel, day);
  const planned = facts === null ? [] : planEverybody(facts);
  if (facts === null || planned.length === 0) {
    await deleteOutlooksExcept(scope, { funnelId: funnel.id, personIds: [] });
    return;
  }
  await inTransaction(scope, (inside) => save(inside, facts, planned), { retry: true });
}

function planEverybody(facts: FunnelFacts): Planned[] {
  const team = teamModel(facts);
  return facts.quotas.flatMap((quota) => {
    const person = facts.people.find((candidate) => candidate.id === quota.personId);
    if (quota.periodId !== facts.period.id || person === undefined) return [];
    const input = planInputOf(team, person, quota);
    return [{ personId: person.id, input, outcome: input === null ? nothingKnown : planPerson(input) }];
  });
}

const nothingKnown: PlanResult = { ok: false, reason: { code: "no-steps" } };

async function save(scope: Scope, facts: FunnelFacts, planned: Planned[]): Promise<void> {
  const { day, funnel, period } = facts;
  const { dataVersion } = facts.organization;
  const createdAt = now();
  await insertFirstPlans(
    scope,
    planned.flatMap(({ personId, outcome }) =>
      outcome.ok && !facts.plans.some((plan) => plan.personId === personId)
        ? [
            {
              personId,
              funnelId: funnel.id,
              periodId: period.id,
              fromDay: day,
              baseline: baselineOf(outcome.plan),
            },
          ]
        : [],
    ),
    createdAt,
  );
  const plans = await listPlans(scope, { periodId: period.id, onDay: day });
  const targets: NewDayTarget[] = planned.map(({ personId, input, outcome }) => ({
    personId,
    funnelId: funnel.id,
    day,
    planId: plans.find((plan) => plan.personId === personId && plan.funnelId === funnel.id)?.id ?? null,
    plan: outcome,
    inputs: input === null ? {} : storedInputs(input),
    dataVersion,
    methodVersion: METHOD_VERSION,
    createdAt,
  }));
  await insertDayTargets(scope, targets);
  await deleteOutlooksExcept(scope, {
    funnelId: funnel.id,
    personIds: planned.map(({ personId }) => personId),
  });
  await replaceOutlooks(
    scope,
    planned.map(({ personId, input, outcome }) => ({
      personId,
      funnelId: funnel.id,
      day,
      dataVersion,
      inputs: input === null ? {} : storedInputs(input),
      ...withoutExplanation(outcome),
      computedAt: createdAt,
    })),
  );
}

/** What a catch-up may exceed by 15 %: the asks of the first day the plan was in force. */
function baselineOf(plan: Extract<PlanResult, { ok: true }>["plan"]): Record<string, number> {
  return Object.fromEntries(
    plan.stages
      .filter((stage) => stage.asked)
      .map((stage) => [stage.stage, stage.rhythmPerDay + (stage.pushPerDay[0] ?? 0)]),
  );
}

function withoutExplanation(outcome: PlanResult): { plan: object; explanation: object } {
  if (!outcome.ok) return { plan: outcome, explanation: {} };
  const { explanation, ...plan } = outcome.plan;
  return {
    plan: { ok: true, plan },
    explanation: { forecast: explanation.forecast, likelihood: explanation.likelihood },
  };
}

/** The spread of everybody's wins is large, the same for all, and recomputed from the ledger: not stored per person. */
function storedInputs(input: PlanInput): PlanInput {
  const { recentMinor: _, ...winValue } = input.winValue;
  return { ...input, winValue };
}
