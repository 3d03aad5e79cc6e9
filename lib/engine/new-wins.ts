import { betaCdf, gammaUpperTail } from "./distributions";
import { nonNegative, positive } from "./valid";

/**
 * Wins that work not yet begun may bring: their rate follows Gamma(shape, rate) per unit of exposure (the posterior
 * of `yield`), and `exposure` units are left. Their number is negative binomial: mean shape · exposure / rate.
 */
export type NewWins = { shape: number; rate: number; exposure: number };

/** P(value of the new wins >= amount), for amounts up to the one asked for. */
export type NewWinsTail = (amountMinor: number) => number;

/** Above this expected number the sum is as good as gamma. */
const MANY_WINS = 30;
/** Cells of the money grid where values have no useful common divisor: fine, as near-equal prices nearly tie. */
const GRID_CELLS = 2000;
/** A common divisor is used, and the answer exact, up to this many cells. */
const MOST_EXACT_CELLS = 8000;

/**
 * The tail of the value of new wins, up to `upToMinor`. All wins worth the same: the negative binomial itself.
 * More than 30 expected: a gamma with the same mean and variance. Otherwise Panjer's recursion, on the common
 * divisor of the values where that is coarse enough (exact), else on a grid of 2,000 cells with each value split
 * between its neighbours so that the mean is kept. Source: Panjer 1981; method e.
 */
export function newWinsTail(
  wins: NewWins,
  winValuesMinor: readonly number[],
  upToMinor: number,
): NewWinsTail {
  const { shape, rate, exposure } = wins;
  nonNegative(shape, "shape");
  positive(rate, "rate");
  nonNegative(exposure, "exposure");
  if (winValuesMinor.length === 0) throw new RangeError("new wins need at least one value per win");
  for (const value of winValuesMinor) nonNegative(value, "win value");
  const scale = exposure / rate;
  const largest = winValuesMinor.reduce((most, value) => Math.max(most, value), 0);
  if (shape * scale === 0 || largest === 0) return (amount) => (amount <= 0 ? 1 : 0);
  if (winValuesMinor.every((value) => value === largest)) return equalValuesTail(shape, scale, largest);
  if (shape * scale > MANY_WINS) return gammaTail(wins, winValuesMinor);
  return latticeTail(shape, scale, winValuesMinor, upToMinor);
}

/** Mean and variance of the value of new wins, from the mean and variance of one win's value. */
export function newWinsMoments(
  wins: NewWins,
  value: { mean: number; variance: number },
): { mean: number; variance: number } {
  const scale = nonNegative(wins.exposure, "exposure") / positive(wins.rate, "rate");
  const count = nonNegative(wins.shape, "shape") * scale;
  const countVariance = count * (1 + scale);
  return { mean: count * value.mean, variance: count * value.variance + countVariance * value.mean ** 2 };
}

/**
 * The same wins under a shock that everybody shares (season, product): the rate times a gamma with mean 1 and this
 * coefficient of variation, matched by mean and variance (method e; 10 % unless the team's history says otherwise).
 */
export function withCommonShock(wins: NewWins, variation = 0.1): NewWins {
  const shock = nonNegative(variation, "variation") ** 2;
  positive(wins.rate, "rate");
  if (nonNegative(wins.shape, "shape") === 0) return wins;
  const shape = 1 / (1 / wins.shape + shock + shock / wins.shape);
  return { shape, rate: (wins.rate * shape) / wins.shape, exposure: wins.exposure };
}

/** P(N >= k) of the negative binomial is a beta probability. */
function equalValuesTail(shape: number, scale: number, value: number): NewWinsTail {
  const known = new Map<number, number>();
  const share = scale / (1 + scale);
  return (amount) => {
    const wins = Math.ceil(amount / value - 1e-9);
    if (wins <= 0) return 1;
    let chance = known.get(wins);
    if (chance === undefined) {
      chance = betaCdf(share, wins, shape);
      known.set(wins, chance);
    }
    return chance;
  };
}

function gammaTail(wins: NewWins, values: readonly number[]): NewWinsTail {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const total = newWinsMoments(wins, { mean, variance });
  return (amount) => gammaUpperTail(amount, total.mean ** 2 / total.variance, total.mean / total.variance);
}

function latticeTail(shape: number, scale: number, values: readonly number[], upTo: number): NewWinsTail {
  const divisor = commonDivisor(values);
  const step = divisor > 0 && upTo / divisor <= MOST_EXACT_CELLS ? divisor : upTo / GRID_CELLS;
  const cells = Math.ceil(upTo / step - 1e-9);
  const below = cumulate(panjer(shape, scale, severityOn(values, step, cells), cells));
  return (amount) => {
    const cellsBelow = Math.min(cells, Math.ceil(amount / step - 1e-9));
    return cellsBelow <= 0 ? 1 : Math.max(0, 1 - below[cellsBelow - 1]!);
  };
}

type Severity = { none: number; cells: number[]; chances: number[] };

/** Chance of each cell for one win; what is worth `cells` or more is of no interest below them. */
function severityOn(values: readonly number[], step: number, cells: number): Severity {
  const chances = new Float64Array(cells + 1);
  const each = 1 / values.length;
  for (const value of values) {
    const place = value / step;
    const lower = Math.floor(place + 1e-9);
    const upperShare = Math.max(0, place - lower);
    if (lower < cells) chances[lower]! += each * (1 - upperShare);
    if (lower + 1 < cells) chances[lower + 1]! += each * upperShare;
  }
  const severity: Severity = { none: chances[0]!, cells: [], chances: [] };
  for (let cell = 1; cell < cells; cell++) {
    if (chances[cell]! === 0) continue;
    severity.cells.push(cell);
    severity.chances.push(chances[cell]!);
  }
  return severity;
}

/** Panjer's recursion for the negative binomial: the chance of each total below `cells`. */
function panjer(shape: number, scale: number, severity: Severity, cells: number): Float64Array {
  const a = scale / (1 + scale);
  const b = (shape - 1) * a;
  const totals = new Float64Array(cells);
  totals[0] = (1 + scale * (1 - severity.none)) ** -shape;
  const norm = 1 / (1 - a * severity.none);
  for (let total = 1; total < cells; total++) {
    let sum = 0;
    for (let i = 0; i < severity.cells.length; i++) {
      const cell = severity.cells[i]!;
      if (cell > total) break;
      sum += (a + (b * cell) / total) * severity.chances[i]! * totals[total - cell]!;
    }
    totals[total] = sum * norm;
  }
  return totals;
}

function cumulate(chances: Float64Array): Float64Array {
  let sum = 0;
  return chances.map((chance) => {
    sum += chance;
    return sum;
  });
}

/** Greatest common divisor of whole values; 0 where they are not whole. */
function commonDivisor(values: readonly number[]): number {
  let divisor = 0;
  for (const value of values) {
    if (!Number.isSafeInteger(value)) return 0;
    let [a, b] = [divisor, value];
    while (b > 0) [a, b] = [b, a % b];
    divisor = a;
  }
  return divisor;
}
