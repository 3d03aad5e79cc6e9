import { gammaUpperTail, normalCdf } from "./distributions";
import { type NewWins, newWinsTail } from "./new-wins";
import { NORMAL_NODES } from "./normal-nodes";
import { exactTotals, type OpenDeal } from "./open-deals";
import { logitMoments } from "./polygamma";
import { finite, fraction, nonNegative, positive } from "./valid";

/** Cells of the money grid between nothing and what is missing. */
const GRID_CELLS = 400;
const MOST_CELLS = 20_000;
/** Below this gamma shape Wilson and Hilferty's cube root is too rough. */
const ROUGH_SHAPE = 1;
const SURE_SHAPE = 1e15;
const HOPELESS_SHAPE = 1e-9;

/**
 * Distribution of what open deals will bring: cell i is the chance of a total of i × `stepMinor`. Each deal is won
 * in time with its own probability, independently. A value between two cells is split between them so that the
 * mean is kept; what lies beyond the last cell is lumped into it (there are never more than `mostCells`).
 * Throws RangeError for probabilities outside 0 to 1, negative values and a step that is not above 0.
 *
 * @example
 * openDealsDistribution([{ probability: 0.5, valueMinor: 150 }], 100) // => [0.5, 0.25, 0.25]
 */
export function openDealsDistribution(
  deals: readonly OpenDeal[],
  stepMinor: number,
  mostCells: number = MOST_CELLS,
): number[] {
  positive(stepMinor, "stepMinor");
  if (!Number.isInteger(mostCells) || mostCells < 1) throw new RangeError("mostCells must be at least 1");
  let reachable = 1;
  for (const deal of deals) {
    fraction(deal.probability, "probability");
    reachable += Math.ceil(nonNegative(deal.valueMinor, "valueMinor") / stepMinor - 1e-9);
  }
  const last = Math.min(mostCells, reachable) - 1;
  const cells = new Float64Array(last + 1);
  cells[0] = 1;
  let top = 0;
  for (const { probability, valueMinor } of deals) {
    const place = valueMinor / stepMinor;
    const shift = Math.floor(place + 1e-9);
    const upperShare = place - shift < 1e-9 ? 0 : place - shift;
    addDeal(cells, top, probability, shift, upperShare);
    top = Math.min(last, top + shift + (upperShare > 0 ? 1 : 0));
  }
  return Array.from(cells);
}

/** One deal folded into the distribution in place, from the top down; `top` is the last cell in use. */
function addDeal(cells: Float64Array, top: number, won: number, shift: number, upperShare: number): void {
  const last = cells.length - 1;
  const toLower = won * (1 - upperShare);
  const toUpper = won * upperShare;
  for (let cell = top; cell >= 0; cell--) {
    const mass = cells[cell]!;
    if (mass === 0) continue;
    cells[cell] = mass * (1 - won);
    cells[Math.min(last, cell + shift)]! += mass * toLower;
    if (toUpper > 0) cells[Math.min(last, cell + shift + 1)]! += mass * toUpper;
  }
}

/**
 * P(open deals + new wins >= what is missing). Exact while the open deals have few distinct totals, on a grid of
 * 400 cells beyond. Nothing missing: 1. Without `winValuesMinor` each new win counts 1 (placements, not money).
 * `sharedSpread` is the standard deviation of the person's own log-odds that all open deals share
 * (`sharedSpreadOf`): left out, the deals are independent and the range too narrow.
 * Throws RangeError for NaN, negative values, and probabilities outside 0 to 1. Source: method e.
 *
 * @example
 * attainmentProbability({ missingMinor: 4, openDeals: [], newWins: { shape: 9, rate: 3, exposure: 2 } }) // => 0.775
 */
export function attainmentProbability(input: {
  missingMinor: number;
  openDeals: readonly OpenDeal[];
  newWins?: NewWins;
  winValuesMinor?: readonly number[];
  sharedSpread?: number;
}): number {
  const { missingMinor, openDeals, newWins, winValuesMinor = [1] } = input;
  finite(missingMinor, "missingMinor");
  const spread = nonNegative(input.sharedSpread ?? 0, "sharedSpread");
  for (const deal of openDeals) {
    fraction(deal.probability, "probability");
    nonNegative(deal.valueMinor, "valueMinor");
  }
  const upTo = Math.max(missingMinor, 1);
  const newTail =
    newWins === undefined
      ? (amount: number) => (amount <= 0 ? 1 : 0)
      : newWinsTail(newWins, winValuesMinor, upTo);
  if (missingMinor <= 0) return 1;
  if (spread === 0) return reach(missingMinor, openDeals, newTail);
  let chance = 0;
  for (const { at, weight } of NORMAL_NODES) {
    chance += weight * reach(missingMinor, shifted(openDeals, spread, at), newTail);
  }
  return Math.min(1, chance);
}

/** Standard deviation of the log-odds of a rate known as Beta(alpha, beta). */
export function sharedSpreadOf(alpha: number, beta: number): number {
  return Math.sqrt(logitMoments(alpha, beta).variance);
}

function reach(missing: number, deals: readonly OpenDeal[], newTail: (amount: number) => number): number {
  let chance = 0;
  const exact = exactTotals(deals, missing);
  if (exact !== null) {
    for (let i = 0; i < exact.amounts.length; i++) {
      chance += exact.chances[i]! * newTail(missing - exact.amounts[i]!);
    }
    return Math.min(1, chance);
  }
  const step = missing / GRID_CELLS;
  const cells = openDealsDistribution(deals, step, GRID_CELLS + 1);
  for (let cell = 0; cell < cells.length; cell++) {
    if (cells[cell]! > 0) chance += cells[cell]! * newTail(missing - cell * step);
  }
  return Math.min(1, chance);
}

/**
 * All deals moved by the same step in log-odds. The root keeps each deal's mean over the steps where it was:
 * E[logistic(m + s Z)] is nearly logistic(m / √(1 + π s² / 8)).
 */
function shifted(deals: readonly OpenDeal[], spread: number, at: number): OpenDeal[] {
  const widening = Math.sqrt(1 + (Math.PI * spread * spread) / 8);
  return deals.map(({ probability, valueMinor }) => {
    if (probability === 0 || probability === 1) return { probability, valueMinor };
    const logOdds = Math.log(probability / (1 - probability)) * widening + spread * at;
    return { probability: 1 / (1 + Math.exp(-logOdds)), valueMinor };
  });
}

/** Mean and variance of what open deals bring: Σ p v and Σ p (1 - p) v². */
export function openDealsMoments(deals: readonly OpenDeal[]): { mean: number; variance: number } {
  let mean = 0;
  let variance = 0;
  for (const { probability, valueMinor } of deals) {
    fraction(probability, "probability");
    nonNegative(valueMinor, "valueMinor");
    mean += probability * valueMinor;
    variance += probability * (1 - probability) * valueMinor * valueMinor;
  }
  return { mean, variance };
}

/**
 * P(total >= what is missing) for lists, from mean and variance alone: a gamma matched to both, by Wilson and
 * Hilferty's cube root where its shape allows. Good to a few points with ten or more deals; the page of one person
 * is exact (`attainmentProbability`).
 *
 * @example
 * quickAttainment({ missingMinor: 100, mean: 100, variance: 400 }) // => 0.487
 */
export function quickAttainment(input: { missingMinor: number; mean: number; variance: number }): number {
  const missing = finite(input.missingMinor, "missingMinor");
  const mean = nonNegative(input.mean, "mean");
  const variance = nonNegative(input.variance, "variance");
  if (missing <= 0) return 1;
  if (mean === 0) return 0;
  if (variance === 0) return mean >= missing ? 1 : 0;
  const shape = mean * (mean / variance);
  // Spread beyond measure on either side: certain of the mean, or almost never anything at all.
  if (shape > SURE_SHAPE) return mean >= missing ? 1 : 0;
  if (shape < HOPELESS_SHAPE) return 0;
  if (shape < ROUGH_SHAPE) return gammaUpperTail(missing, shape, mean / variance);
  const ninth = 1 / (9 * shape);
  return normalCdf((1 - ninth - Math.cbrt(missing / mean)) / Math.sqrt(ninth));
}
