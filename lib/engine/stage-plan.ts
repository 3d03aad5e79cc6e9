import { daysBetween, mondayOf } from "@/lib/engine/calendar";
import { landingShare } from "@/lib/engine/landing";
import type { NettedStage } from "@/lib/engine/netting";
import type { DayAsk, StagePlan } from "@/lib/engine/person-plan-shape";
import type { PlanDay, PlanInput } from "@/lib/engine/plan-input";
import { layPush, type Push } from "@/lib/engine/push";
import { type Rhythm, rhythmAt } from "@/lib/engine/rhythm";
import { needUnits, roundFromTodayOn, spreadOverPeriod, wholeUnits } from "@/lib/engine/rounding";

/** Most of the published baseline that a day may ask (method d7): catching up never doubles a day. */
export const MOST_OF_BASELINE = 1.15;

/** One stage's plan with the figures it was made from, for the explanation. Lists run beside the days left. */
export type StageWorkings = {
  plan: StagePlan;
  netted: NettedStage;
  rhythm: Rhythm;
  push: Push;
  days: PlanDay[];
  weight: number[];
  weeks: number[][];
  /** Rhythm of each day as asked, before any cap. */
  rhythmAsked: number[];
  /** What the rhythm lands as asked, and what its even flow would land before rounding. */
  askedLands: number;
  evenLands: number;
  pushAsked: number[];
  baselinePerDay: number;
  /** First-stage units a full day holds; null for the other stages and where minutes are unknown. */
  fullDayUnits: number | null;
};

/** The working days left, worked out once for all stages. */
export type DaysLeft = {
  days: PlanDay[];
  weight: number[];
  /** Calendar days from each to the end of the period. */
  toEnd: number[];
  /** Positions of the days, week by week. */
  weeks: number[][];
};

export function daysLeftOf(input: PlanInput): DaysLeft {
  const days = input.workingDays.filter(({ day }) => day >= input.today);
  const weeks = new Map<string, number[]>();
  days.forEach(({ day }, position) => {
    const monday = mondayOf(day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), position]);
  });
  return {
    days,
    weight: days.map(weightOf),
    toEnd: days.map(({ day }) => daysBetween(day, input.period.to)),
    weeks: [...weeks.values()],
  };
}

export const weightOf = (day: PlanDay) => day.weight ?? day.fraction;

/** Rhythm, push and whole asks of one stage. The win itself is never asked. */
export function planStage(
  input: PlanInput,
  index: number,
  netted: NettedStage,
  left: DaysLeft,
  fullDayUnits: number | null,
): StageWorkings {
  const stage = input.stages[index]!;
  const { days, weight } = left;
  const passed = input.workingDays.length - days.length;
  const landingChance = left.toEnd.map((ahead) => landingShare(netted.toWin, ahead));
  const rhythm = rhythmAt(input, netted);
  // Spread over the whole period, so that the same day gets the same part of the remainder whenever it is planned.
  const rhythmAsked = spreadOverPeriod(input.workingDays.map((day) => rhythm.perDay * weightOf(day))).slice(
    passed,
  );
  const askedLands = sumProduct(rhythmAsked, landingChance);
  const evenLands = rhythm.perDay * sumProduct(weight, landingChance);
  const push = layPush({
    need: netted.need,
    // What rounding takes off one day it gives on another: never a reason for a push.
    rhythmLands: Math.max(askedLands, evenLands),
    chance: landingChance,
    weight,
  });
  const pushAsked = roundFromTodayOn(push.perDay);
  const baselinePerDay = input.baselinePerDay?.[stage.id] ?? rhythm.perDay;
  const caps = days.map((day) => capOf(day, baselinePerDay, fullDayUnits));
  const asks = days.map(({ day }, at) => capped(day, rhythmAsked[at]!, pushAsked[at]!, caps[at]!));
  const today = asks[0]?.day === input.today ? asks[0] : { day: input.today, rhythm: 0, push: 0, total: 0 };
  const asksToday = asks[0]?.day === input.today;
  return {
    plan: {
      stage: stage.id,
      name: stage.name,
      asked: stage.asked ?? true,
      rateToWin: netted.rateToWin,
      valuePerUnitMinor: netted.valuePerUnitMinor,
      openMinor: netted.openMinor + netted.inFlightMinor,
      arrivalsMinor: netted.arrivalsMinor,
      lackingMinor: netted.lackingMinor,
      need: netted.need,
      nextPeriodNeed: rhythm.entries,
      rhythmPerDay: rhythm.perDay,
      pushPerDay: push.perDay,
      landingChance,
      pushWithheld: push.withheld ? "cannot-land" : null,
      today,
      asks,
      capToday: asksToday ? caps[0]! : 0,
      overCapToday: asksToday ? rhythmAsked[0]! + pushAsked[0]! - today.total : 0,
    },
    netted,
    rhythm,
    push,
    days,
    weight,
    weeks: left.weeks,
    rhythmAsked,
    askedLands,
    evenLands,
    pushAsked,
    baselinePerDay,
    fullDayUnits,
  };
}

/**
 * Most that a day may ask: 15 % above its baseline, one unit more where 15 % rounds to nothing, and what fits.
 *
 * @example
 * capOf({ day: "2026-11-24", fraction: 1 }, 26.97, null) // => 31
 */
export function capOf(day: PlanDay, baselinePerDay: number, fullDayUnits: number | null): number {
  const baseline = baselinePerDay * weightOf(day);
  const cap = Math.max(wholeUnits(MOST_OF_BASELINE * baseline), needUnits(baseline) + 1);
  return fullDayUnits === null ? cap : Math.min(cap, wholeUnits(fullDayUnits * day.fraction));
}

/** The push gives way first; the rhythm only to the calendar itself. What does not fit is not owed. */
function capped(day: string, rhythm: number, push: number, cap: number): DayAsk {
  const total = Math.min(rhythm + push, cap);
  const kept = Math.min(rhythm, total);
  return { day, rhythm: kept, push: total - kept, total };
}

export function sumProduct(left: number[], right: number[]): number {
  return left.reduce((sum, value, index) => sum + value * right[index]!, 0);
}
