import fc from "fast-check";
import { planPerson } from "@/lib/engine/person-plan";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { anyPlanInput } from "@/tests/support/plan-arbitrary";
import { PROPERTY_RUNS } from "@/tests/support/properties";

/** The plan, or null for an input that has a reason not to be planned. */
export function planned(input: PlanInput): PersonPlan | null {
  const result = planPerson(input);
  return result.ok ? result.plan : null;
}

/** Properties about plans run on inputs that can be planned; too many refusals would make them empty. */
export function forAnyPlan(
  check: (plan: PersonPlan, input: PlanInput) => void,
  numRuns = PROPERTY_RUNS,
): void {
  fc.assert(
    fc.property(anyPlanInput, (input) => {
      const plan = planned(input);
      fc.pre(plan !== null);
      check(plan!, input);
    }),
    { numRuns },
  );
}
