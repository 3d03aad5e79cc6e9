import { daysBetween } from "@/lib/engine/calendar";
import type { LandingCurve, PlanInput, PlanRefusal, PlanStep } from "@/lib/engine/plan-input";

/**
 * Why no plan can be made of this, or null. The ordinary impossible states of an organization have names; anything
 * else that would end in NaN is refused with the field that carries it, so a bad import spoils one plan and no page.
 */
export function planRefusal(input: PlanInput): PlanRefusal | null {
  const unusable = unusableField(input);
  if (unusable !== null) return { code: "unusable-input", field: unusable };
  if (effectiveQuota(input.quota) === 0) return { code: "quota-zero" };
  if (input.today > input.period.to) return { code: "period-over", endedOn: input.period.to };
  if (!input.workingDays.some(({ day }) => day >= input.today)) {
    return { code: "no-working-days-left", endsOn: input.period.to };
  }
  if (input.steps.length === 0) return { code: "no-steps" };
  for (const step of input.steps) {
    const where = { from: step.from, to: step.to };
    if (step.rate === null) return { code: "no-history", step: where };
    if (step.rate.mean === 0) return { code: "zero-rate", step: where };
  }
  if (input.winValue.meanMinor === 0) return { code: "no-win-value" };
  return null;
}

/** The quota after ramp. */
export function effectiveQuota(quota: { amountMinor: number; rampFactor?: number }): number {
  return quota.amountMinor * (quota.rampFactor ?? 1);
}

type Check = [name: string, holds: boolean];

function unusableField(input: PlanInput): string | null {
  const broken = [...dayChecks(input), ...figureChecks(input), ...chainChecks(input), ...rowChecks(input)];
  return broken.find(([, holds]) => !holds)?.[0] ?? null;
}

function dayChecks({ today, period, nextPeriod, workingDays, openRecords, inFlight }: PlanInput): Check[] {
  const recordDays = openRecords.map((record) => record.enteredOn);
  const workDays = (inFlight ?? []).map((work) => work.day);
  return [
    ["today", isDay(today)],
    ["period", isDay(period.from) && isDay(period.to) && period.from <= period.to],
    ["nextPeriod", isDay(nextPeriod.from) && isDay(nextPeriod.to)],
    [
      "workingDays",
      workingDays.every(
        ({ day, fraction, weight }, index) =>
          isDay(day) &&
          day >= period.from &&
          day <= period.to &&
          (index === 0 || day > workingDays[index - 1]!.day) &&
          fraction > 0 &&
          fraction <= 1 &&
          (weight === undefined || (weight > 0 && Number.isFinite(weight))),
      ),
    ],
    ["openRecords.enteredOn", recordDays.every(isDay)],
    ["inFlight.day", workDays.every((day) => isDay(day) && day < today)],
  ];
}

function figureChecks(input: PlanInput): Check[] {
  const { closingHistory, nextPipeline, capacity, recentVolume, winValue, statusBands } = input;
  return [
    ["quota", atLeast0(effectiveQuota(input.quota))],
    ["nextQuota", atLeast0(effectiveQuota(input.nextQuota))],
    ["closedMinor", Number.isFinite(input.closedMinor)],
    ["nextWorkingDays", atLeast0(input.nextWorkingDays)],
    ["winValue", atLeast0(winValue.meanMinor) && isShare(winValue.ownShare)],
    ["winValue.recentMinor", (winValue.recentMinor ?? []).every(atLeast0)],
    ["recentVolume", atLeast0(recentVolume.perDay) && atLeast0(recentVolume.days)],
    [
      "capacity",
      capacity === undefined || (atLeast0(capacity.minutesPerDay) && isShare(capacity.overheadShare ?? 0)),
    ],
    [
      "closingHistory",
      closingHistory === null || (isShare(closingHistory.shareByNow) && atLeast0(closingHistory.periods)),
    ],
    [
      "nextPipeline",
      atLeast0(nextPipeline.heldMinor) &&
        atLeast0(nextPipeline.usualShare ?? 0) &&
        atLeast0(nextPipeline.periods),
    ],
    ["baselinePerDay", Object.values(input.baselinePerDay ?? {}).every(atLeast0)],
    ["statusBands", statusBands === undefined || Object.values(statusBands).every(isShare)],
  ];
}

function chainChecks({ stages, steps }: PlanInput): Check[] {
  const ids = stages.map((stage) => stage.id);
  return [
    ["stages", new Set(ids).size === ids.length],
    [
      "steps",
      steps.length === Math.max(0, stages.length - 1) &&
        steps.every((step, index) => step.from === ids[index] && step.to === ids[index + 1]),
    ],
    ["stages.minutesPerUnit", stages.every((stage) => atLeast0(stage.minutesPerUnit ?? 0))],
    ["stages.toWin", stages.every((stage) => isCurve(stage.toWin ?? null))],
    ["steps.rate", steps.every(usableRate)],
    ["steps.lag", steps.every((step) => isCurve(step.lag))],
  ];
}

function rowChecks({ stages, openRecords, arrivals, inFlight, channels }: PlanInput): Check[] {
  const known = (row: { stage: string }) => stages.some((stage) => stage.id === row.stage);
  return [
    [
      "openRecords",
      openRecords.every(
        (record) =>
          known(record) &&
          atLeast0(record.valueMinor) &&
          isShare(record.winChance) &&
          isShare(record.winInTimeChance),
      ),
    ],
    [
      "arrivals",
      arrivals.every((row) => known(row) && atLeast0(row.thisPeriodMinor) && atLeast0(row.nextPeriodMinor)),
    ],
    ["inFlight", (inFlight ?? []).every((row) => known(row) && atLeast0(row.count))],
    [
      "channels",
      channels.every(
        ({ mixShare, yieldPerUnit, yieldLower, minutesPerUnit, capPerDay }) =>
          isShare(mixShare) && [yieldPerUnit, yieldLower, minutesPerUnit, capPerDay ?? 0].every(atLeast0),
      ),
    ],
  ];
}

function usableRate({ rate, ownSuccesses, ownTrials, teamMean }: PlanStep): boolean {
  if (!atLeast0(ownSuccesses) || !atLeast0(ownTrials) || !atLeast0(teamMean ?? 0)) return false;
  if (rate === null) return true;
  if (!atLeast0(rate.mean) || !isShare(rate.ownShare)) return false;
  if (rate.mean === 0) return true;
  const [first, second] = rate.kind === "share" ? [rate.alpha, rate.beta] : [rate.shape, rate.rate];
  return (
    first > 0 && second > 0 && Number.isFinite(first + second) && (rate.kind === "yield" || rate.mean <= 1)
  );
}

function isCurve(curve: LandingCurve | null): boolean {
  if (curve === null) return true;
  if (curve.kind === "lognormal") return atLeast0(curve.medianDays) && atLeast0(curve.sigma);
  return curve.points.every(
    ({ days, share }, index) =>
      atLeast0(days) &&
      isShare(share) &&
      (index === 0 || (days > curve.points[index - 1]!.days && share >= curve.points[index - 1]!.share)),
  );
}

function isDay(day: string): boolean {
  try {
    return daysBetween(day, day) === 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const atLeast0 = (value: number) => value >= 0 && value <= Number.MAX_SAFE_INTEGER;
const isShare = (value: number) => value >= 0 && value <= 1;
