import { normalCdf } from "./distributions";
import type { MaturityCurve } from "./maturity";
import { finite, nonNegative, positive } from "./valid";

/** A log-normal waiting time: half of it is over after `medianDays`; `sigma` is the spread of its logarithm. */
export type Lag = { medianDays: number; sigma: number };

/** What a lag of zero days counts as: the step was taken within the day. */
const SAME_DAY = 0.5;

/**
 * Median and log-spread of the time a step takes, from its maturity curve, so that entries still waiting are
 * accounted for. `null` where nothing has advanced yet.
 *
 * @example
 * lagSummary([{ days: 10, share: 0.5 }, { days: 40, share: 1 }]) // => { medianDays: 10, sigma: ln(4) / 2 = 0.69 }
 */
export function lagSummary(curve: MaturityCurve): Lag | null {
  if (curve.length === 0) return null;
  let mean = 0;
  let square = 0;
  let before = 0;
  let medianDays = 0;
  for (const { days, share } of curve) {
    const weight = share - before;
    const log = Math.log(Math.max(nonNegative(days, "days"), SAME_DAY));
    mean += weight * log;
    square += weight * log * log;
    if (before < 0.5 && share >= 0.5) medianDays = Math.max(days, SAME_DAY);
    before = share;
  }
  return { medianDays, sigma: Math.sqrt(Math.max(0, square - mean * mean)) };
}

/**
 * The chance that a wait of this kind is over within `days` (0 for negative days). The empirical counterpart is
 * `maturityAt`.
 *
 * @example
 * landingChance({ medianDays: 25, sigma: 0.7 }, 30) // => 0.60
 */
export function landingChance(lag: Lag, days: number): number {
  positive(lag.medianDays, "medianDays");
  nonNegative(lag.sigma, "sigma");
  if (finite(days, "days") <= 0) return 0;
  const logRatio = Math.log(days / lag.medianDays);
  // No spread, or one so small that the division would overflow: it lands on the day.
  if (lag.sigma <= Number.EPSILON) return logRatio >= 0 ? 1 : 0;
  return normalCdf(logRatio / lag.sigma);
}

/**
 * Share of an even effort over the next `days` that lands within them: the mean of the landing chances of its
 * days, each day's work done at its middle (method d4).
 *
 * @example
 * effectiveShare({ medianDays: 25, sigma: 0.7 }, 60) // => 0.517
 */
export function effectiveShare(lag: Lag, days: number): number {
  if (!Number.isInteger(days) || days < 1)
    throw new RangeError(`days must be a whole number above 0, got ${days}`);
  let sum = 0;
  for (let ahead = 0; ahead < days; ahead++) sum += landingChance(lag, ahead + 0.5);
  return sum / days;
}

/**
 * The lag of several steps in a row: a log-normal with the mean and the variance of their sum (steps taken as
 * independent). An empty chain takes no time and is refused.
 */
export function lagOfChain(lags: readonly Lag[]): Lag {
  if (lags.length === 0) throw new RangeError("a chain of lags needs at least one step");
  let mean = 0;
  let variance = 0;
  for (const { medianDays, sigma } of lags) {
    const spread = nonNegative(sigma, "sigma") ** 2;
    const stepMean = positive(medianDays, "medianDays") * Math.exp(spread / 2);
    mean += stepMean;
    variance += Math.expm1(spread) * stepMean * stepMean;
  }
  const ratio = 1 + variance / (mean * mean);
  return { medianDays: mean / Math.sqrt(ratio), sigma: Math.sqrt(Math.log(ratio)) };
}
