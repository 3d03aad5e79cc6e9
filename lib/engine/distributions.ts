import betainc from "@stdlib/math-base-special-betainc";
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import stdlibBetaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import stdlibGammaQuantile from "@stdlib/stats-base-dists-gamma-quantile";
import stdlibNormalCdf from "@stdlib/stats-base-dists-normal-cdf";
import stdlibNormalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { gammaDensity, largeShapeGamma } from "./large-gamma";
import { finite, fraction, nonNegative, positive } from "./valid";

/**
 * The only door to the numeric library: the rest of the engine calls these names. Two weaknesses of the library
 * are mended here. Its normal quantile loses digits below 1e-8 (1e-5 relative at 1e-14) and ends in -Infinity;
 * its incomplete gamma stops its sums too early from shapes of about 1,000 on and is then wrong in the second
 * digit, so larger shapes take the routine of `large-gamma`.
 */

/** Below this probability the quantile comes from the tail's own expansion. */
const FAR_TAIL = 1e-6;

/** From this shape on our own incomplete gamma is used; the library is good to 1e-13 below. */
const LARGE_SHAPE = 150;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  return gammaln(positive(x, "x"));
}

/**
 * P(X <= x) for X ~ Beta(alpha, beta).
 *
 * @example
 * betaCdf(0.2, 15, 70) // => 0.7291230651204296
 */
export function betaCdf(x: number, alpha: number, beta: number): number {
  finite(x, "x");
  positive(alpha, "alpha");
  positive(beta, "beta");
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return unit(betainc(x, alpha, beta, true, false));
}

/** P(X > x) for X ~ Beta(alpha, beta), without the digits that 1 - betaCdf loses. */
export function betaUpperTail(x: number, alpha: number, beta: number): number {
  finite(x, "x");
  positive(alpha, "alpha");
  positive(beta, "beta");
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  return unit(betainc(x, alpha, beta, true, true));
}

/**
 * The x with P(X <= x) = p for X ~ Beta(alpha, beta).
 *
 * @example
 * betaQuantile(0.95, 0.2, 30) // => 0.034213136457529103
 */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  fraction(p, "p");
  positive(alpha, "alpha");
  positive(beta, "beta");
  if (p === 0) return 0;
  if (p === 1) return 1;
  return unit(stdlibBetaQuantile(p, alpha, beta));
}

/**
 * P(X <= x) for X ~ Gamma with the given shape and rate (mean shape / rate).
 *
 * @example
 * gammaCdf(3, 1, 1) // => 1 - exp(-3) = 0.950213
 */
export function gammaCdf(x: number, shape: number, rate: number): number {
  finite(x, "x");
  positive(shape, "shape");
  positive(rate, "rate");
  return x <= 0 ? 0 : unit(gammaTail(rate * x, shape, false));
}

/** P(X > x) for X ~ Gamma(shape, rate), without the digits that 1 - gammaCdf loses. */
export function gammaUpperTail(x: number, shape: number, rate: number): number {
  finite(x, "x");
  positive(shape, "shape");
  positive(rate, "rate");
  return x <= 0 ? 1 : unit(gammaTail(rate * x, shape, true));
}

/**
 * The x with P(X <= x) = p for X ~ Gamma(shape, rate); p < 1.
 *
 * @example
 * gammaQuantile(0.5, 1, 2) // => ln 2 / 2 = 0.346574
 */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  fraction(p, "p");
  positive(shape, "shape");
  positive(rate, "rate");
  if (p === 1) throw new RangeError("p must be below 1: the gamma distribution has no upper end");
  if (p === 0) return 0;
  const standard = shape < LARGE_SHAPE ? stdlibGammaQuantile(p, shape, 1) : largeShapeGammaQuantile(p, shape);
  return nonNegative(standard / rate, "gamma quantile");
}

/** P(Z <= x) for a standard normal Z. */
export function normalCdf(x: number): number {
  return stdlibNormalCdf(finite(x, "x"), 0, 1);
}

/**
 * The x with P(Z <= x) = p, for 0 < p < 1, down to the smallest number that can be written.
 *
 * @example
 * normalQuantile(0.9) // => 1.2815515655446004
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must lie strictly between 0 and 1, got ${p}`);
  if (p < FAR_TAIL) return farNormalQuantile(p);
  return stdlibNormalQuantile(p, 0, 1);
}

/** Newton on ln P(Z <= x), with Mills' ratio instead of a cdf that underflows; converges from the left. */
function farNormalQuantile(p: number): number {
  const logP = Math.log(p);
  let x = Math.sqrt(-2 * logP - Math.log(2 * Math.PI) - Math.log(-2 * logP));
  for (let step = 0; step < 6; step++) {
    const mills = upperMillsRatio(x);
    const logTail = -0.5 * x * x - 0.5 * Math.log(2 * Math.PI) + Math.log(mills);
    const change = (logTail - logP) * mills;
    x += change;
    if (Math.abs(change) < 1e-15 * x) break;
  }
  return -x;
}

/** P(Z > x) / density(x) by Laplace's continued fraction; 60 levels give full precision from x = 7 on. */
function upperMillsRatio(x: number): number {
  let fractionValue = x;
  for (let level = 60; level >= 1; level--) fractionValue = x + level / fractionValue;
  return 1 / fractionValue;
}

function gammaTail(x: number, shape: number, upper: boolean): number {
  if (x === Number.POSITIVE_INFINITY) return upper ? 0 : 1;
  return shape < LARGE_SHAPE ? gammainc(x, shape, true, upper) : largeShapeGamma(x, shape, upper);
}

/** Wilson and Hilferty's start, then Newton in the tail that keeps its digits. */
function largeShapeGammaQuantile(p: number, shape: number): number {
  const ninth = 1 / (9 * shape);
  let x = shape * (1 - ninth + normalQuantile(p) * Math.sqrt(ninth)) ** 3;
  const upper = p > 0.5;
  const target = upper ? 1 - p : p;
  for (let step = 0; step < 30; step++) {
    const difference = (upper ? -1 : 1) * (largeShapeGamma(x, shape, upper) - target);
    // Half the value at most: far out the first step could leave the positive axis.
    const change = Math.max(-x, Math.min(x / 2, difference / gammaDensity(x, shape)));
    x -= change;
    if (Math.abs(change) < 1e-15 * x) break;
  }
  return x;
}

/** Rounding in the library may step outside [0, 1] by one unit in the last place; anything else is a fault. */
function unit(value: number): number {
  if (Number.isNaN(value)) throw new RangeError("parameters beyond the numeric range of the distribution");
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
