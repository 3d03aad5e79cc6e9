import type { ResultBarProps } from "@/components/targets/ResultBar";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanMeasure } from "@/lib/engine/plan-input";
import { amountIn } from "@/lib/format/measure";

/** The result bar of a plan; while learning it shows a range without its middle, and no usual pace. */
export function resultBarOf(
  plan: PersonPlan,
  openCount: number,
  measure: PlanMeasure,
  noun: string,
  locale: string,
): ResultBarProps {
  const learning = plan.status === "learning";
  const amount = (value: number) => amountIn(measure, value);
  return {
    won: amount(plan.closedMinor),
    quota: amount(plan.quotaMinor),
    expected: amount(plan.openExpectedMinor),
    openCount,
    openNoun: { one: `open ${noun}`, other: `open ${noun}s` },
    usualByToday: learning ? null : amount(plan.pace.expectedByNowMinor),
    forecast: {
      low: amount(plan.forecast.lowMinor),
      mean: learning ? null : amount(plan.forecast.expectedMinor),
      high: amount(plan.forecast.highMinor),
    },
    locale,
  };
}
