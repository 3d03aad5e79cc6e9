import { daysBetween } from "@/lib/engine/calendar";
import { stillToLand, sumOfLags } from "@/lib/engine/landing";
import { effectiveQuota } from "@/lib/engine/plan-checks";
import type { LandingCurve, PlanInput } from "@/lib/engine/plan-input";

/**
 * Materials planning for a quota (method d2): what is still lacking at each stage after the stock at that stage or
 * beyond, and how many entries there must land. Records before a stage are not netted: they still have to pass it
 * and are counted when they do, so nothing is credited twice.
 */
export type NettedStage = {
  /** Product of the rates from here to the win. */
  rateToWin: number;
  valuePerUnitMinor: number;
  openMinor: number;
  inFlightMinor: number;
  arrivalsMinor: number;
  nextArrivalsMinor: number;
  lackingMinor: number;
  /** Entries from now on that must land by the end, real. */
  need: number;
  /** Days from an entry here to the win. */
  toWin: LandingCurve | null;
};

/** One entry per stage, the win included. The input must have passed `planRefusal`. */
export function netStages(input: PlanInput): NettedStage[] {
  const { stages, steps } = input;
  const position = new Map(stages.map((stage, index) => [stage.id, index]));
  const quota = effectiveQuota(input.quota);
  const openAt = totalsByStage(
    input.openRecords,
    position,
    (record) => record.valueMinor * record.winInTimeChance,
  );
  const arrivingAt = totalsByStage(input.arrivals, position, (row) => row.thisPeriodMinor);
  const nextArrivingAt = totalsByStage(input.arrivals, position, (row) => row.nextPeriodMinor);
  const netted: NettedStage[] = [];
  let rateToWin = 1;
  let openMinor = 0;
  let inFlightMinor = 0;
  let arrivalsMinor = 0;
  let nextArrivalsMinor = 0;
  for (let index = stages.length - 1; index >= 0; index--) {
    rateToWin *= steps[index]?.rate?.mean ?? 1;
    const valuePerUnitMinor = rateToWin * input.winValue.meanMinor;
    openMinor += openAt[index]!;
    inFlightMinor += landingInFlight(input, index) * valuePerUnitMinor;
    arrivalsMinor += arrivingAt[index]!;
    nextArrivalsMinor += nextArrivingAt[index]!;
    const lackingMinor = Math.max(0, quota - input.closedMinor - openMinor - inFlightMinor - arrivalsMinor);
    netted[index] = {
      rateToWin,
      valuePerUnitMinor,
      openMinor,
      inFlightMinor,
      arrivalsMinor,
      nextArrivalsMinor,
      lackingMinor,
      need: lackingMinor / valuePerUnitMinor,
      toWin: lagToWin(input, index),
    };
  }
  return netted;
}

/** Units in flight at a stage that will still land in time, before the rates are applied. */
function landingInFlight(input: PlanInput, index: number): number {
  const stage = input.stages[index]!.id;
  let landing = 0;
  for (const work of input.inFlight ?? []) {
    if (work.stage !== stage || index === input.stages.length - 1) continue;
    landing +=
      work.count *
      stillToLand({
        nextStep: input.steps[index]!.lag,
        rest: lagToWin(input, index + 1),
        age: daysBetween(work.day, input.today),
        daysLeft: daysBetween(input.today, input.period.to),
      });
  }
  return landing;
}

function lagToWin(input: PlanInput, index: number): LandingCurve | null {
  return input.stages[index]!.toWin ?? sumOfLags(input.steps.slice(index).map((step) => step.lag));
}

function totalsByStage<Row extends { stage: string }>(
  rows: Row[],
  position: Map<string, number>,
  amount: (row: Row) => number,
): number[] {
  const totals = Array.from({ length: position.size }, () => 0);
  for (const row of rows) totals[position.get(row.stage)!]! += amount(row);
  return totals;
}
