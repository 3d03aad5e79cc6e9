import { landingChance } from "@/lib/engine/lag";
import type { LandingCurve } from "@/lib/engine/plan-input";

/**
 * How soon what is begun pays: curves of days from entering a stage to a later one, among those that get there.
 * Days are calendar days, because customers' clocks run at weekends too.
 */

/** Cells of the sum over "next step on day x, the rest in the days after": plenty for figures told in whole units. */
const CELLS = 128;

/** A chance below this is the far end of a formula and no chance; products of such figures lose all their digits. */
const NO_CHANCE = 1e-9;

/**
 * P(passed within `days`).
 *
 * @example
 * landingShare({ kind: "lognormal", medianDays: 25, sigma: 0.7 }, 30) // => 0.6027
 */
export function landingShare(curve: LandingCurve | null, days: number): number {
  if (days < 0) return 0;
  if (curve === null) return 1;
  const share = shareOf(curve, days);
  return share < NO_CHANCE ? 0 : share;
}

function shareOf(curve: LandingCurve, days: number): number {
  if (curve.kind === "lognormal") {
    return curve.medianDays === 0 ? 1 : landingChance(curve, days);
  }
  let share = 0;
  for (const point of curve.points) {
    if (point.days > days) break;
    share = point.share;
  }
  return share;
}

/** Mean and variance of the days; an empirical curve's missing rest is taken to pass at its last point. */
function moments(curve: LandingCurve): { mean: number; variance: number } {
  if (curve.kind === "lognormal") {
    const spread = curve.sigma * curve.sigma;
    const mean = curve.medianDays * Math.exp(spread / 2);
    return { mean, variance: mean * mean * Math.expm1(spread) };
  }
  let mean = 0;
  let square = 0;
  let before = 0;
  curve.points.forEach(({ days, share }, index) => {
    const mass = (index === curve.points.length - 1 ? 1 : share) - before;
    mean += mass * days;
    square += mass * days * days;
    before = share;
  });
  return { mean, variance: Math.max(0, square - mean * mean) };
}

/**
 * The curve of several steps one after the other: means and variances add, and a lognormal takes both (method d4).
 * A single step keeps its own shape.
 */
export function sumOfLags(lags: (LandingCurve | null)[]): LandingCurve | null {
  const timed = lags.filter((lag): lag is LandingCurve => lag !== null);
  if (timed.length <= 1) return timed[0] ?? null;
  let mean = 0;
  let variance = 0;
  for (const lag of timed) {
    const own = moments(lag);
    mean += own.mean;
    variance += own.variance;
  }
  if (mean === 0) return null;
  const spread = Math.log1p(variance / (mean * mean));
  return { kind: "lognormal", medianDays: mean / Math.exp(spread / 2), sigma: Math.sqrt(spread) };
}

/**
 * Share of what was begun `age` days ago that has not made its next step yet, will make it, and will still land
 * within `daysLeft`: what is in flight between two counts. Those that made the step are counted further on.
 */
export function stillToLand(input: {
  nextStep: LandingCurve | null;
  rest: LandingCurve | null;
  age: number;
  daysLeft: number;
}): number {
  const { nextStep, rest, age, daysLeft } = input;
  if (nextStep === null || daysLeft < 0) return 0;
  let total = 0;
  let before = landingShare(nextStep, age);
  for (let cell = 1; cell <= CELLS; cell++) {
    const until = age + (daysLeft * cell) / CELLS;
    const reached = landingShare(nextStep, until);
    // Half a cell back: the mean moment of those who make the step within the cell.
    const remaining = age + daysLeft - (until - daysLeft / CELLS / 2);
    total += (reached - before) * landingShare(rest, remaining);
    before = reached;
  }
  return Math.min(1, Math.max(0, total));
}

/**
 * Days after which half of those that pass have passed.
 *
 * @example
 * landingMedian({ kind: "lognormal", medianDays: 25, sigma: 0.7 }) // => 25
 */
export function landingMedian(curve: LandingCurve): number {
  if (curve.kind === "lognormal") return curve.medianDays;
  return curve.points.find((point) => point.share >= 0.5)?.days ?? curve.points.at(-1)?.days ?? 0;
}
