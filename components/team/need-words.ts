import type { TeamPersonFacts } from "@/components/team/team-person-facts";
import type { PlanMeasure } from "@/lib/engine/plan-input";
import { formatAmount, formatAmountShort } from "@/lib/format/amount";
import { formatDay } from "@/lib/format/day";
import { formatLikelihood } from "@/lib/format/likelihood";
import { amountIn } from "@/lib/format/measure";
import { capitalize, formatCount } from "@/lib/format/number";
import { formatPercent } from "@/lib/format/percent";
import { type PeriodKind, periodNoun } from "@/lib/format/period";
import { formatAmountRange } from "@/lib/format/range";

/** The one thing to talk about: a clear gap at a step, a quota out of reach, or what is open. Never how busy. */
export function needWords(
  facts: TeamPersonFacts,
  measure: PlanMeasure,
  period: { kind: PeriodKind; to: string },
  locale: string,
): { strong: string; rest: string } {
  const { plan, gap } = facts;
  const amount = (value: number) => amountIn(measure, value);
  const noun = periodNoun(period.kind);
  if (plan.reach?.outOfReach) {
    const { low, high } = plan.reach.reachableMinor;
    const range = formatAmountRange(amount(low), amount(high), locale);
    const step = gap
      ? ` So talk about the step, not about more of the same: ${formatPercent(gap.rate, locale)} of ${gap.from.toLowerCase()} (${formatCount(gap.trials, locale)}) lead to ${gap.to.toLowerCase()}, the strong ones here reach ${formatPercent(gap.benchmark, locale)}.`
      : " So talk about what would have to change, not about more of the same.";
    return {
      strong: "",
      rest: `At these rates a full calendar brings ${range} by ${formatDay(period.to, locale)}. ${formatAmount(amount(plan.quotaMinor), locale)} is out of reach this ${noun}.${step}`,
    };
  }
  if (gap) {
    return {
      strong: `${formatPercent(gap.rate, locale)} of ${gap.from.toLowerCase()} (${formatCount(gap.trials, locale)}) lead to ${gap.to.toLowerCase()};`,
      rest: `the strong ones here reach ${formatPercent(gap.benchmark, locale)}. A clear gap, worth about ${formatAmountShort(amount(gap.worthMinor), locale)} a ${noun}.`,
    };
  }
  const open =
    plan.openExpectedMinor > 0
      ? `${formatAmountShort(amount(plan.openExpectedMinor), locale)} expected from what is open; `
      : "";
  return {
    strong: `${capitalize(formatLikelihood(plan.forecast.likelihood.shown))}.`,
    rest: `${open}${formatAmountShort(amount(Math.max(0, plan.stillLackingMinor)), locale)} still to find. No step stands out yet.`,
  };
}
