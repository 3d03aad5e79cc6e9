import type { SmallWin } from "@/components/targets/SmallWins";
import type { PlanMeasure } from "@/lib/engine/plan-input";
import { formatAmount, formatAmountShort } from "@/lib/format/amount";
import { formatMonth, formatWeekdayName } from "@/lib/format/day";
import { amountIn } from "@/lib/format/measure";
import { formatCount } from "@/lib/format/number";
import { formatShare } from "@/lib/format/percent";
import { type PeriodKind, periodNoun } from "@/lib/format/period";

/** What went well, as the use case found it. */
export type SmallWinFact =
  | { kind: "streak"; days: number }
  | { kind: "best-weekday"; day: string; count: number; noun: string; since: string }
  | { kind: "best-week"; count: number; noun: string; since: string }
  | { kind: "team-share"; share: number; amountMinor: number }
  | { kind: "today-worth"; units: number; amountMinor: number };

export function smallWinWords(
  facts: SmallWinFact[],
  measure: PlanMeasure,
  period: PeriodKind,
  locale: string,
): SmallWin[] {
  return facts.map((fact) => inWords(fact, measure, period, locale));
}

function inWords(fact: SmallWinFact, measure: PlanMeasure, period: PeriodKind, locale: string): SmallWin {
  const id = fact.kind;
  switch (fact.kind) {
    case "streak":
      return {
        id,
        strong: `${formatCount(fact.days, locale)} days in a row`,
        rest: "with your outreach begun",
      };
    case "best-weekday":
      return {
        id,
        strong: `Best ${formatWeekdayName(fact.day, locale)}`,
        rest: `since ${formatMonth(fact.since, locale)}: ${formatCount(fact.count, locale)} ${fact.noun.toLowerCase()}`,
      };
    case "best-week":
      return {
        id,
        strong: "Last week was your best",
        rest: `since ${formatMonth(fact.since, locale)}: ${formatCount(fact.count, locale)} ${fact.noun.toLowerCase()}`,
      };
    case "team-share":
      return {
        id,
        strong: `${formatShare(fact.share, locale)} of the company’s goal`,
        rest: `came from you last week (${formatAmount(amountIn(measure, fact.amountMinor), locale)})`,
      };
    case "today-worth":
      return {
        id,
        strong: `Today’s ${formatCount(fact.units, locale)}`,
        rest: `are worth about ${formatAmountShort(amountIn(measure, fact.amountMinor), locale)} in the end, mostly after this ${periodNoun(period)}`,
      };
  }
}
