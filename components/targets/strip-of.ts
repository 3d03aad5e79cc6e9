import type { StripStep } from "@/components/targets/DominoStrip";
import { landingMedian } from "@/lib/engine/landing";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanStep } from "@/lib/engine/plan-input";

/** The chain as the next period needs it, each step with its rate and its usual days. */
export function stripOf(
  plan: PersonPlan,
  steps: PlanStep[],
  stageNames: Record<string, string>,
): StripStep[] {
  const last = steps.at(-1);
  const won = last ? [{ name: stageNames[last.to] ?? last.to, needed: plan.nextPeriodWins }] : [];
  return [
    ...plan.stages.slice(0, steps.length).map((stage, place) => {
      const step = steps[place];
      const days = step?.lag ? landingMedian(step.lag) : null;
      return {
        name: stage.name,
        needed: stage.nextPeriodNeed,
        ...(step?.rate ? { passRate: step.rate.mean } : {}),
        ...(days === null ? {} : { days }),
      };
    }),
    ...won,
  ];
}
