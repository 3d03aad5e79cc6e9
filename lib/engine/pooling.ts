import { type BetaBinomial, betaBinomial, largestBetaBinomial } from "./beta-binomial";
import { betaQuantile, normalQuantile } from "./distributions";
import { logitMoments } from "./polygamma";
import { fraction, nonNegative, positive } from "./valid";

/** Successes of trials at one step; both may be fractional (decay, maturity, shared credit). */
export type Evidence = { successes: number; trials: number };

/** Beta(alpha, beta): mean alpha / strength, strength = alpha + beta = trials after which own and team count half each. */
export type Prior = { alpha: number; beta: number; mean: number; strength: number };

/** What is assumed where a team is too small to be its own guide: an industry figure, weakly. */
export type Fallback = { mean: number; strength: number };

export type PooledRate = {
  mean: number;
  /** 10 % and 90 % points: the range holds the rate four times in five. */
  lower: number;
  upper: number;
  /** Weight of the person's own evidence, n / (n + strength). */
  ownShare: number;
};

/** Fewer people with evidence cannot show how much people differ. */
export const FEWEST_PEOPLE = 5;
/** From this many trials on a small team's own mean replaces the industry's. */
export const TRIALS_TO_STAND_ALONE = 200;
/** Strength of a prior that was not fitted. */
export const DEFAULT_STRENGTH = 20;
export const STRENGTH_LIMITS = { least: 2, most: 5000 } as const;

const LOWER_POINT = 0.1;
const UPPER_POINT = 0.9;

/** A Beta prior by mean (strictly inside 0 and 1) and strength. */
export function priorOf(mean: number, strength: number): Prior {
  fraction(mean, "mean");
  positive(strength, "strength");
  const alpha = mean * strength;
  const beta = (1 - mean) * strength;
  positive(alpha, "alpha");
  positive(beta, "beta");
  // Read back, so that a person without history gets exactly this mean from (alpha + 0) / (alpha + beta + 0).
  return { alpha, beta, mean: alpha / (alpha + beta), strength: alpha + beta };
}

/**
 * How the rates of a team's people are spread at one step: a Beta fitted by maximum likelihood with the
 * uniform-shrinkage prior on its strength (m0 = median trials), strength kept within 2 and 5,000. People without
 * trials say nothing. With fewer than 5 people the `fallback` (industry) holds until the step has 200 trials;
 * without a fallback, the team's own mean at strength 20; without any trial, an even Beta(1, 1).
 * Throws RangeError for NaN, negatives and successes above trials.
 * Source: Christiansen & Morris 1997; method b2.
 *
 * @example
 * fitPrior([[4, 10], [30, 60], [18, 50], [55, 90], [2, 12], [21, 70]].map(([successes, trials]) => ({ successes, trials })))
 * // => { alpha: 9.99, beta: 14.01, mean: 0.416, strength: 24.0 }
 */
export function fitPrior(evidence: readonly Evidence[], options: { fallback?: Fallback } = {}): Prior {
  const successes = new Float64Array(evidence.length);
  const trials = new Float64Array(evidence.length);
  for (let i = 0; i < evidence.length; i++) {
    successes[i] = evidence[i]!.successes;
    trials[i] = evidence[i]!.trials;
  }
  return fitPriorColumns(successes, trials, options);
}

/** `fitPrior` for thousands of people: the same answer from two columns, one cell a person. */
export function fitPriorColumns(
  successes: Float64Array,
  trials: Float64Array,
  options: { fallback?: Fallback } = {},
): Prior {
  if (successes.length !== trials.length) throw new RangeError("one successes cell per trials cell");
  for (let i = 0; i < trials.length; i++) checkEvidence(successes[i]!, trials[i]!);
  const model = betaBinomial(successes, trials);
  if (model.people < FEWEST_PEOPLE) return unfittedPrior(model, options.fallback);
  const { mean, strength } = largestBetaBinomial(model, { ...STRENGTH_LIMITS, shrinkage: true });
  return priorOf(mean, strength);
}

function unfittedPrior(model: BetaBinomial, fallback: Fallback | undefined): Prior {
  if (fallback !== undefined && model.trials < TRIALS_TO_STAND_ALONE) {
    return priorOf(fallback.mean, fallback.strength);
  }
  if (model.trials === 0) return priorOf(0.5, 2);
  return priorOf(model.startMean, DEFAULT_STRENGTH);
}

/**
 * One person's rate: the team's prior updated by the person's own evidence, with its 80 % range.
 * Throws RangeError for NaN, negatives and successes above trials.
 *
 * @example
 * poolRate({ successes: 2, trials: 12 }, fittedPrior) // => mean 0.333, [0.235, 0.435], ownShare 0.33 (method b2)
 */
export function poolRate(evidence: Evidence, prior: Pick<Prior, "alpha" | "beta">): PooledRate {
  const { alpha, beta } = posterior(evidence, prior);
  return {
    mean: alpha / (alpha + beta),
    lower: betaQuantile(LOWER_POINT, alpha, beta),
    upper: betaQuantile(UPPER_POINT, alpha, beta),
    ownShare: evidence.trials / (evidence.trials + prior.alpha + prior.beta),
  };
}

/** The Beta a person's rate follows after the evidence. */
export function posterior(
  evidence: Evidence,
  prior: Pick<Prior, "alpha" | "beta">,
): { alpha: number; beta: number } {
  checkEvidence(evidence.successes, evidence.trials);
  positive(prior.alpha, "alpha");
  positive(prior.beta, "beta");
  return {
    alpha: prior.alpha + evidence.successes,
    beta: prior.beta + (evidence.trials - evidence.successes),
  };
}

/** Means and own shares of many people at one step, written into the given columns: lists never need quantiles. */
export function poolColumns(
  successes: Float64Array,
  trials: Float64Array,
  prior: Pick<Prior, "alpha" | "beta">,
  out: { means: Float64Array; ownShares: Float64Array },
): void {
  const alpha = positive(prior.alpha, "alpha");
  const strength = alpha + positive(prior.beta, "beta");
  for (let i = 0; i < trials.length; i++) {
    const n = trials[i]!;
    checkEvidence(successes[i]!, n);
    out.means[i] = (alpha + successes[i]!) / (strength + n);
    out.ownShares[i] = n / (strength + n);
  }
}

/**
 * The 80 % range by the logit-normal approximation: 50 times cheaper than the exact quantiles of `poolRate`,
 * within two points for alpha and beta above 2. For long lists; the page of one person is exact.
 */
export function quickRange(alpha: number, beta: number): { lower: number; upper: number } {
  const { mean, variance } = logitMoments(alpha, beta);
  const reach = HALF_RANGE * Math.sqrt(variance);
  return { lower: 1 / (1 + Math.exp(reach - mean)), upper: 1 / (1 + Math.exp(-reach - mean)) };
}

const HALF_RANGE = normalQuantile(UPPER_POINT);

function checkEvidence(successes: number, trials: number): void {
  nonNegative(successes, "successes");
  nonNegative(trials, "trials");
  if (successes > trials) throw new RangeError(`successes ${successes} exceed trials ${trials}`);
}
