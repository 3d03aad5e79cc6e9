import "server-only";
import { getDayTargetOf } from "@/lib/data/day-targets";
import { listFunnels } from "@/lib/data/funnels";
import { getOutlookOf } from "@/lib/data/outlooks";
import { getPerson } from "@/lib/data/people";
import { listPeriods } from "@/lib/data/periods";
import { listLooks, recordLook } from "@/lib/data/person-looks";
import type { Scope } from "@/lib/data/scope";
import { addDays } from "@/lib/engine/calendar";
import type { PersonPlan, PlanResult } from "@/lib/engine/person-plan-shape";
import type { PlanInput, PlanRefusal } from "@/lib/engine/plan-input";
import { ensureDay } from "@/lib/usecases/ensure-day";
import { periodInForce } from "@/lib/usecases/planning/facts";

const LOOKS_OF_DAYS = 30;

export interface PersonHead {
  id: string;
  name: string;
  startedOn: string | null;
  isSelf: boolean;
}

export type PersonView =
  | {
      kind: "no-plan";
      person: PersonHead;
      period: { label: string; to: string } | null;
      reason: PlanRefusal | null;
    }
  | {
      kind: "plan";
      person: PersonHead;
      noun: string;
      measure: PlanInput["measure"];
      period: { kind: "month" | "quarter" | "year"; label: string; from: string; to: string };
      now: PersonPlan;
      inputs: PlanInput;
      stageNames: Record<string, string>;
      /** told to the person alone */
      looks: { id: string; day: string; who: string; screen: string }[] | null;
    };

/**
 * How somebody wins, and what the plan is. Null when there is no such person in the reader's reach. Somebody
 * else's look is remembered and shown to the person.
 */
export async function personPage(scope: Scope, personId: string, day: string): Promise<PersonView | null> {
  const found = await getPerson(scope, personId, day);
  if (found === null) return null;
  const self = scope.actor.kind === "user" && scope.actor.personId === personId;
  const person: PersonHead = { id: found.id, name: found.name, startedOn: found.startOn, isSelf: self };
  await ensureDay(scope, day);
  if (scope.actor.kind === "user" && !self) {
    await recordLook(scope, { personId, membershipId: scope.actor.membershipId, day, screen: "person" });
  }
  const target = await getDayTargetOf(scope, { personId, day });
  const periods = await listPeriods(scope);
  const around = await periodInForce(scope, periods, day);
  if (target === null || around === null) {
    return { kind: "no-plan", person, period: around?.period ?? null, reason: null };
  }
  const [outlook, funnels, looks] = await Promise.all([
    getOutlookOf(scope, { personId, funnelId: target.funnelId }),
    listFunnels(scope),
    self ? listLooks(scope, { personId, since: addDays(day, -LOOKS_OF_DAYS) }) : null,
  ]);
  const result = (outlook?.plan ?? target.plan) as PlanResult;
  if (!result.ok) return { kind: "no-plan", person, period: around.period, reason: result.reason };
  const inputs = (outlook?.inputs ?? target.inputs) as PlanInput;
  return {
    kind: "plan",
    person,
    noun: funnels.find((funnel) => funnel.id === target.funnelId)?.noun ?? "record",
    measure: inputs.measure,
    period: around.period,
    now: result.plan,
    inputs,
    stageNames: Object.fromEntries(inputs.stages.map((stage) => [stage.id, stage.name])),
    looks,
  };
}
