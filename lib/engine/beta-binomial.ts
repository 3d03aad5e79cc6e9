import { type CountTable, countTable, logRisingFactorials, risingSlopes } from "./count-table";
import { medianInPlace } from "./quantile";
import { climb, type Ridge } from "./ridge";

/** What a beta-binomial fit needs of a team's counts: three count tables and a few totals (method b2). */
export type BetaBinomial = {
  readonly passed: CountTable;
  readonly failed: CountTable;
  readonly tried: CountTable;
  /** People with any trial. */
  readonly people: number;
  readonly successes: number;
  readonly trials: number;
  readonly medianTrials: number;
  /** The mean stays this far from 0 and 1: half a trial of all, where none or all of them passed. */
  readonly leastMean: number;
  /** Pooled rate within those limits. */
  readonly startMean: number;
};

type Search = { least: number; most: number; shrinkage: boolean };

/** The counts of a team as tables; cells are trusted to hold 0 <= successes <= trials. */
export function betaBinomial(successes: Float64Array, trials: Float64Array): BetaBinomial {
  const failures = new Float64Array(trials.length);
  const tried = new Float64Array(trials.length);
  let people = 0;
  let successTotal = 0;
  let trialTotal = 0;
  for (let i = 0; i < trials.length; i++) {
    const n = trials[i]!;
    failures[i] = n - successes[i]!;
    successTotal += successes[i]!;
    trialTotal += n;
    if (n > 0) tried[people++] = n;
  }
  const leastMean = 0.5 / (trialTotal + 1);
  return {
    passed: countTable(successes),
    failed: countTable(failures),
    tried: countTable(trials),
    people,
    successes: successTotal,
    trials: trialTotal,
    medianTrials: people === 0 ? 0 : medianInPlace(tried, people),
    leastMean,
    startMean:
      trialTotal === 0 ? 0.5 : Math.min(1 - leastMean, Math.max(leastMean, successTotal / trialTotal)),
  };
}

/** Σ ln B(k + α, n - k + β) - ln B(α, β), by rising factorials: no digits lost however large the strength. */
export function logLikelihood(model: BetaBinomial, alpha: number, beta: number): number {
  return (
    logRisingFactorials(model.passed, alpha) +
    logRisingFactorials(model.failed, beta) -
    logRisingFactorials(model.tried, alpha + beta)
  );
}

/**
 * Mean and strength of the largest likelihood, with or without the uniform-shrinkage prior m0 / (m0 + M)² on the
 * strength. For each strength the best mean is unique (the likelihood is concave in it); the slope along that
 * ridge is followed over ln strength.
 */
export function largestBetaBinomial(model: BetaBinomial, search: Search): { mean: number; strength: number } {
  const ridge = new MeanRidge(model, search.shrinkage);
  const strength = Math.exp(climb(ridge, Math.log(search.least), Math.log(search.most)));
  return { mean: ridge.mean, strength: Math.min(search.most, Math.max(search.least, strength)) };
}

/** The best mean at each strength, warm-started from the last one asked for. */
class MeanRidge implements Ridge {
  mean: number;
  private strength = 1;
  private readonly fixedMean: boolean;
  private readonly slopes = new Float64Array(2);

  constructor(
    private readonly model: BetaBinomial,
    private readonly shrinkage: boolean,
  ) {
    this.mean = model.startMean;
    // All or none passed: the likelihood has no inner maximum in the mean.
    this.fixedMean = model.successes === 0 || model.successes === model.trials;
  }

  /** Moves to this strength and answers the slope of the ridge in ln strength there. */
  moveTo(logStrength: number): number {
    this.strength = Math.exp(logStrength);
    if (!this.fixedMean) this.findMean();
    const { model, strength, mean, slopes } = this;
    risingSlopes(model.passed, mean * strength, slopes);
    let slope = mean * slopes[0]!;
    risingSlopes(model.failed, (1 - mean) * strength, slopes);
    slope += (1 - mean) * slopes[0]!;
    risingSlopes(model.tried, strength, slopes);
    slope = strength * (slope - slopes[0]!);
    return this.shrinkage ? slope + 1 - (2 * strength) / (model.medianTrials + strength) : slope;
  }

  height(): number {
    const { model, strength, mean } = this;
    const value = logLikelihood(model, mean * strength, (1 - mean) * strength);
    if (!this.shrinkage) return value;
    return value + Math.log(model.medianTrials * strength) - 2 * Math.log(model.medianTrials + strength);
  }

  /** Newton on the logit of the mean inside a bracket that the sign of the slope keeps. */
  private findMean(): void {
    const { model, strength, slopes } = this;
    let logit = Math.log(this.mean / (1 - this.mean));
    let high = Math.log((1 - model.leastMean) / model.leastMean);
    let low = -high;
    for (let step = 0; step < 80; step++) {
      const mean = 1 / (1 + Math.exp(-logit));
      risingSlopes(model.passed, mean * strength, slopes);
      let slope = slopes[0]!;
      let curve = slopes[1]!;
      risingSlopes(model.failed, (1 - mean) * strength, slopes);
      slope -= slopes[0]!;
      curve += slopes[1]!;
      if (slope > 0) low = logit;
      else high = logit;
      const scale = strength * mean * (1 - mean);
      const bend = curve * scale + slope * (1 - 2 * mean);
      let next = logit - slope / bend;
      if (!(bend < 0 && next > low && next < high)) next = (low + high) / 2;
      const moved = Math.abs(next - logit);
      logit = next;
      if (moved < 1e-10) break;
    }
    this.mean = 1 / (1 + Math.exp(-logit));
  }
}
