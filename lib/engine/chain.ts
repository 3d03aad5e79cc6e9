import { betaQuantile, logGamma } from "@/lib/engine/distributions";
import { needUnits } from "@/lib/engine/rounding";

/** A tie in the confidence counts as reached: Beta(6,14) at 19 entries is exactly one half. */
const TIE = 1e-12;

/** Beyond this many entries no plan is meant. */
const MOST_ENTRIES = 2 ** 40;

/**
 * Entries each stage must receive so that the last one yields `wins`; first stage first, one figure per rate.
 * Real numbers: rounding happens once, where a person is asked to act (decision 005).
 * Throws RangeError for a rate that is not above 0 (a step may yield more than one) and for negative wins.
 *
 * @example
 * volumesForWins([0.1, 0.35, 0.5, 0.4], 14) // => [2000, 200, 70, 35]
 */
export function volumesForWins(passRates: number[], wins: number): number[] {
  if (!(wins >= 0 && Number.isFinite(wins)))
    throw new RangeError(`wins must be finite and at least 0, got ${wins}`);
  const volumes: number[] = [];
  let needed = wins;
  for (let step = passRates.length - 1; step >= 0; step--) {
    const rate = passRates[step]!;
    if (!(rate > 0 && Number.isFinite(rate)))
      throw new RangeError(`a pass rate must be above 0, got ${rate}`);
    needed /= rate;
    if (!Number.isFinite(needed)) throw new RangeError("the rates are too small for any number of entries");
    volumes[step] = needed;
  }
  return volumes;
}

/**
 * Smallest number of entries with P(at least `wins` pass) >= `confidence`, where the pass rate is Beta(alpha, beta)
 * and so the passes are beta-binomial (method d3). The gap to the expected plan is the price of little history.
 * Throws RangeError for a confidence outside (0, 1) or one that no sensible number of entries reaches.
 *
 * @example
 * entriesForConfidence({ wins: 6, confidence: 0.8, alpha: 18, beta: 42 }) // => 27
 */
export function entriesForConfidence(input: {
  wins: number;
  confidence: number;
  alpha: number;
  beta: number;
}): number {
  const { confidence, alpha, beta } = input;
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie in (0, 1), got ${confidence}`);
  if (!(alpha > 0 && beta > 0 && Number.isFinite(alpha + beta))) {
    throw new RangeError(`alpha and beta must be finite and above 0, got ${alpha} and ${beta}`);
  }
  if (!(input.wins >= 0)) throw new RangeError(`wins must be at least 0, got ${input.wins}`);
  const wins = needUnits(input.wins);
  if (wins === 0) return 0;
  const enough = (entries: number) => fewerThan(wins, entries, alpha, beta) <= 1 - confidence + TIE;
  let high = wins;
  while (!enough(high)) {
    high *= 2;
    if (high > MOST_ENTRIES)
      throw new RangeError(`no number of entries reaches ${wins} wins at ${confidence}`);
  }
  let low = Math.max(wins - 1, Math.floor(high / 2));
  if (high === wins) return wins;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The same where one entry may bring several (a Gamma-Poisson chain): the number that comes out is negative
 * binomial with the given mean per entry and squared coefficient of variation of that mean.
 */
export function entriesForYield(input: {
  wins: number;
  confidence: number;
  mean: number;
  cv2: number;
}): number {
  const wins = needUnits(input.wins);
  if (wins === 0) return 0;
  if (!(input.mean > 0 && input.cv2 > 0)) throw new RangeError("mean and cv2 must be above 0");
  const shape = 1 / input.cv2;
  // P(fewer than k) = I_x(shape, k) at x = shape / (shape + expected): solved for the expected number.
  const x = betaQuantile(1 - input.confidence, shape, wins);
  const entries = (shape * (1 / x - 1)) / input.mean;
  if (!(entries <= MOST_ENTRIES)) throw new RangeError(`no number of entries reaches ${wins} wins`);
  return needUnits(entries);
}

/** What is known of one step: a Beta share, or a Gamma yield with its shape. */
export type StepEvidence = { alpha: number; beta: number } | { shape: number; mean: number };

/**
 * Mean and squared coefficient of variation of the product of independent steps. In relative terms, because
 * E[x²] - E[x]² of a long-known rate is the difference of two almost equal numbers.
 */
export function productMoments(steps: StepEvidence[]): { mean: number; cv2: number } {
  let mean = 1;
  let logSpread = 0;
  for (const step of steps) {
    if ("shape" in step) {
      mean *= step.mean;
      logSpread += Math.log1p(1 / step.shape);
    } else {
      const strength = step.alpha + step.beta;
      mean *= step.alpha / strength;
      logSpread += Math.log1p(step.beta / (step.alpha * (strength + 1)));
    }
  }
  return { mean, cv2: Math.expm1(logSpread) };
}

/**
 * The product of independent Betas is again nearly a Beta: the one with its mean and variance (Fan 1991).
 *
 * @example
 * productOfBetas([{ alpha: 18, beta: 42 }]) // => { alpha: 18, beta: 42 }
 */
export function productOfBetas(rates: { alpha: number; beta: number }[]): { alpha: number; beta: number } {
  if (rates.length === 0) throw new RangeError("a product needs at least one rate");
  const { mean, cv2 } = productMoments(rates);
  const strength = ((1 - mean) / mean - cv2) / cv2;
  if (!(strength > 0)) throw new RangeError("these rates have no Beta product");
  return { alpha: mean * strength, beta: (1 - mean) * strength };
}

/** P(fewer than `wins` of `entries` pass), beta-binomial, summed in logarithms so that no term underflows. */
function fewerThan(wins: number, entries: number, alpha: number, beta: number): number {
  if (entries < wins) return 1;
  let logTerm =
    logGamma(beta + entries) - logGamma(beta) - (logGamma(alpha + beta + entries) - logGamma(alpha + beta));
  let total = 0;
  for (let passed = 0; passed < wins; passed++) {
    total += Math.exp(logTerm);
    logTerm +=
      Math.log((entries - passed) / (passed + 1)) +
      Math.log((alpha + passed) / (beta + entries - passed - 1));
  }
  return total;
}
