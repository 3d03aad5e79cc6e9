import { type BetaParameters, chanceBelow } from "./beta-comparison";
import { betaCdf, normalCdf } from "./distributions";
import { logitMoments } from "./polygamma";
import { finite, fraction, positive } from "./valid";

/** All four parameters above this: the logits are as good as normal. */
const NORMAL_FROM = 20;
/** A gap below a tenth of the benchmark is no gap anybody should act on. */
export const PRACTICAL_EQUIVALENCE = 0.1;

/**
 * P(own rate < benchmark rate) for two independent Betas. With all parameters above 20 by the normal approximation
 * of the logits with its third-moment correction (error below 1e-3), else by quadrature (method b6).
 *
 * @example
 * probabilityBelow({ alpha: 1, beta: 1 }, { alpha: 2, beta: 1 }) // => 2/3: ∫ x · 2x dx
 */
export function probabilityBelow(own: BetaParameters, benchmark: BetaParameters): number {
  for (const side of [own, benchmark]) {
    positive(side.alpha, "alpha");
    positive(side.beta, "beta");
  }
  if (Math.min(own.alpha, own.beta, benchmark.alpha, benchmark.beta) > NORMAL_FROM) {
    return normalBelow(own, benchmark);
  }
  return chanceBelow(own, benchmark);
}

/** Chance that the rate is below a known figure. */
export function probabilityBelowFixed(own: BetaParameters, benchmark: number): number {
  return betaCdf(fraction(benchmark, "benchmark"), own.alpha, own.beta);
}

/** Chance that the rate is below the benchmark by more than counts: P(p < b (1 - 0.1)), method f. */
export function probabilityOfRealGap(
  own: BetaParameters,
  benchmark: number,
  equivalence: number = PRACTICAL_EQUIVALENCE,
): number {
  return probabilityBelowFixed(
    own,
    fraction(benchmark, "benchmark") * (1 - fraction(equivalence, "equivalence")),
  );
}

/**
 * E[(b - p)+], the expected shortfall of a rate below the benchmark b:
 * b F(b; α, β) - α/(α+β) F(b; α+1, β) (method f).
 *
 * @example
 * expectedShortfall({ alpha: 5, beta: 95 }, 0.08) // => 0.0314
 */
export function expectedShortfall(own: BetaParameters, benchmark: number): number {
  const { alpha, beta } = own;
  fraction(benchmark, "benchmark");
  const below = betaCdf(benchmark, alpha, beta);
  return Math.max(0, benchmark * below - (alpha / (alpha + beta)) * betaCdf(benchmark, alpha + 1, beta));
}

/**
 * Benjamini-Hochberg adjusted p-values, in the order given (R's p.adjust "BH"): those at most 0.1 are the finds
 * of which a tenth is expected to be false.
 *
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03, 0.5]) // => [0.04, 0.0533, 0.0533, 0.5]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const count = pValues.length;
  const order = pValues.map((p, i) => [fraction(p, "p-value"), i] as const).sort((a, b) => b[0] - a[0]);
  const adjusted = new Array<number>(count);
  let smallest = 1;
  order.forEach(([p, i], place) => {
    smallest = Math.min(smallest, (p * count) / (count - place));
    adjusted[i] = smallest;
  });
  return adjusted;
}

/**
 * Which gaps may be stated: the largest set whose mean chance of being no real gap is at most `level` (local false
 * discovery rate). Takes P(no real gap) of each, answers in the order given.
 *
 * @example
 * statedGaps([0.02, 0.5, 0.15]) // => [true, false, true]: (0.02 + 0.15) / 2 = 0.085
 */
export function statedGaps(chancesOfNoGap: readonly number[], level = 0.1): boolean[] {
  fraction(level, "level");
  const order = chancesOfNoGap.map((p, i) => [fraction(p, "chance"), i] as const).sort((a, b) => a[0] - b[0]);
  const stated = new Array<boolean>(chancesOfNoGap.length).fill(false);
  let sum = 0;
  order.some(([chance, i], place) => {
    sum += chance;
    // The running mean of an ascending list only rises: the first one above the level ends the set.
    if (sum > level * (place + 1)) return true;
    stated[i] = true;
    return false;
  });
  return stated;
}

/**
 * What a relative gain at each of some independent steps comes to: (1 + gain)^steps - 1.
 *
 * @example
 * compoundedGain(0.1, 4) // => 0.4641
 */
export function compoundedGain(gain: number, steps: number): number {
  if (!(finite(gain, "gain") >= -1)) throw new RangeError(`gain cannot be below -1, got ${gain}`);
  if (!Number.isInteger(steps) || steps < 0)
    throw new RangeError(`steps must be a whole number, got ${steps}`);
  if (steps === 0) return 0;
  if (gain === -1) return -1;
  return finite(Math.expm1(steps * Math.log1p(gain)), "compounded gain");
}

function normalBelow(own: BetaParameters, benchmark: BetaParameters): number {
  const mine = logitMoments(own.alpha, own.beta);
  const theirs = logitMoments(benchmark.alpha, benchmark.beta);
  const deviation = Math.sqrt(mine.variance + theirs.variance);
  const z = (theirs.mean - mine.mean) / deviation;
  const skewness = (mine.third - theirs.third) / deviation ** 3;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const chance = normalCdf(z) - (density * skewness * (z * z - 1)) / 6;
  return Math.min(1, Math.max(0, chance));
}
