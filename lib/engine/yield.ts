import { type CountTable, countTable, logRisingFactorials, risingSlopes } from "./count-table";
import { gammaQuantile } from "./distributions";
import { DEFAULT_STRENGTH, type Fallback, FEWEST_PEOPLE, type PooledRate } from "./pooling";
import { medianInPlace } from "./quantile";
import { climb, type Ridge } from "./ridge";
import { nonNegative, positive } from "./valid";

/** Outcomes of so much exposure (calls, weeks…): one unit may yield none, one or several. */
export type YieldEvidence = { outcomes: number; exposure: number };

/** Gamma(shape, rate): mean shape / rate per unit of exposure; `strength` = rate, in units of exposure. */
export type YieldPrior = { shape: number; rate: number; mean: number; strength: number };

const STRENGTH_LIMITS = { least: 0.1, most: 5000 };

export function yieldPriorOf(mean: number, strength: number): YieldPrior {
  const shape = positive(mean, "mean") * positive(strength, "strength");
  return { shape, rate: strength, mean: shape / strength, strength };
}

/**
 * How the yields of a team's people are spread: a Gamma fitted by the negative binomial likelihood with the
 * uniform-shrinkage prior on its rate (m0 = median exposure). Fewer than 5 people with exposure: the `fallback`,
 * else the team's own mean at strength 20. Throws RangeError for NaN, negatives, outcomes without exposure, and
 * where there is neither exposure nor fallback. Source: method b5.
 *
 * @example
 * fitYieldPrior([{ outcomes: 6, exposure: 100 }, …]) // => { shape, rate, mean: near 0.06, strength }
 */
export function fitYieldPrior(
  evidence: readonly YieldEvidence[],
  options: { fallback?: Fallback } = {},
): YieldPrior {
  const outcomes = new Float64Array(evidence.length);
  const exposures = new Float64Array(evidence.length);
  let people = 0;
  let outcomeTotal = 0;
  let exposureTotal = 0;
  for (const own of evidence) {
    checkYield(own);
    if (own.exposure === 0) continue;
    outcomes[people] = own.outcomes;
    exposures[people++] = own.exposure;
    outcomeTotal += own.outcomes;
    exposureTotal += own.exposure;
  }
  if (people < FEWEST_PEOPLE && options.fallback !== undefined) {
    return yieldPriorOf(options.fallback.mean, options.fallback.strength);
  }
  if (exposureTotal === 0) throw new RangeError("a yield needs exposure or a fallback");
  // Nothing came of it yet: half an outcome, so that the mean stays above 0.
  const pooledMean = Math.max(outcomeTotal, 0.5) / exposureTotal;
  if (people < FEWEST_PEOPLE) return yieldPriorOf(pooledMean, DEFAULT_STRENGTH);
  const ridge = new YieldRidge(outcomes.subarray(0, people), exposures.subarray(0, people), pooledMean);
  const rate = Math.exp(climb(ridge, Math.log(STRENGTH_LIMITS.least), Math.log(STRENGTH_LIMITS.most)));
  return yieldPriorOf(ridge.shape / rate, rate);
}

/**
 * One person's yield per unit of exposure: posterior Gamma(shape + outcomes, rate + exposure), its 80 % range, and
 * the weight of the own evidence, exposure / (exposure + rate).
 *
 * @example
 * poolYield({ outcomes: 9, exposure: 100 }, yieldPriorOf(0.06, 50)) // => mean (3 + 9) / (50 + 100) = 0.08
 */
export function poolYield(evidence: YieldEvidence, prior: Pick<YieldPrior, "shape" | "rate">): PooledRate {
  const { shape, rate } = yieldPosterior(evidence, prior);
  return {
    mean: shape / rate,
    lower: gammaQuantile(0.1, shape, rate),
    upper: gammaQuantile(0.9, shape, rate),
    ownShare: evidence.exposure / rate,
  };
}

/** The Gamma a person's yield follows after the evidence; the very input of `attainmentProbability`'s new wins. */
export function yieldPosterior(
  evidence: YieldEvidence,
  prior: Pick<YieldPrior, "shape" | "rate">,
): { shape: number; rate: number } {
  checkYield(evidence);
  return {
    shape: positive(prior.shape, "shape") + evidence.outcomes,
    rate: positive(prior.rate, "rate") + evidence.exposure,
  };
}

function checkYield({ outcomes, exposure }: YieldEvidence): void {
  nonNegative(outcomes, "outcomes");
  nonNegative(exposure, "exposure");
  if (outcomes > 0 && exposure === 0) throw new RangeError("outcomes without exposure");
}

/** The negative binomial likelihood along its best shape for each rate: Σ ln (s)ₓ + s ln r - (s + x) ln (r + e). */
class YieldRidge implements Ridge {
  shape = 1;
  private rate = 1;
  private readonly table: CountTable;
  private readonly medianExposure: number;
  private readonly slopes = new Float64Array(2);

  constructor(
    private readonly outcomes: Float64Array,
    private readonly exposures: Float64Array,
    private readonly pooledMean: number,
  ) {
    this.table = countTable(outcomes);
    this.medianExposure = medianInPlace(Float64Array.from(exposures), exposures.length);
  }

  moveTo(logRate: number): number {
    this.rate = Math.exp(logRate);
    this.findShape();
    const { rate, shape, outcomes, exposures } = this;
    let slope = 1 - (2 * rate) / (this.medianExposure + rate);
    for (let i = 0; i < exposures.length; i++) {
      slope += shape - ((shape + outcomes[i]!) * rate) / (rate + exposures[i]!);
    }
    return slope;
  }

  height(): number {
    const { rate, shape, outcomes, exposures } = this;
    let sum =
      logRisingFactorials(this.table, shape) + Math.log(rate) - 2 * Math.log(this.medianExposure + rate);
    for (let i = 0; i < exposures.length; i++) {
      sum += shape * Math.log(rate) - (shape + outcomes[i]!) * Math.log(rate + exposures[i]!);
    }
    return sum;
  }

  /** The likelihood is concave in the shape: Newton on its logarithm, starting from the pooled mean. */
  private findShape(): void {
    const { rate, exposures, slopes, table } = this;
    if (table.cells === 0) {
      this.shape = this.pooledMean * rate;
      return;
    }
    let exposed = 0;
    for (let i = 0; i < exposures.length; i++) exposed += Math.log1p(exposures[i]! / rate);
    let logShape = Math.log(this.pooledMean * rate);
    for (let step = 0; step < 100; step++) {
      const shape = Math.exp(logShape);
      risingSlopes(table, shape, slopes);
      const slope = slopes[0]! - exposed;
      const bend = slopes[1]! * shape + slope;
      const wanted = bend < 0 ? -slope / bend : Math.sign(slope);
      const change = Math.max(-1, Math.min(1, wanted));
      logShape += change;
      if (Math.abs(change) < 1e-11) break;
    }
    this.shape = Math.exp(logShape);
  }
}
