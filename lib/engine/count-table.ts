import { nonNegative } from "./valid";

/** Up to here every integer has its own cell; data sets of ordinary size are exact. */
const EXACT_CELLS = 4096;
/** Beyond, cells widen to 1/512 of their position: 3e-7 relative error, and never more than about 10,000 cells. */
const WIDENING = 512;

/**
 * How many of the counts exceed j, for j = 0, 1, 2…: all that a beta-binomial or negative binomial likelihood
 * needs to know about its people, however many they are. Rising factorials on these tables stay exact where
 * differences of log-gamma have lost every digit (at strengths of 1e6 their error is as large as the signal).
 * A fractional count lies linearly between its two neighbours (counts made fractional by decay or maturity).
 */
export type CountTable = {
  /** Middle j of each cell. */
  readonly at: Float64Array;
  /** Σ over people of the part of their count that lies in the cell. */
  readonly weight: Float64Array;
  readonly cells: number;
};

/** Cell edges up to `largest`: 0, 1, 2 … 4096, then widening. */
function edgesUpTo(largest: number): Float64Array {
  const edges: number[] = [];
  let edge = 0;
  while (edge < largest) {
    edges.push(edge);
    edge += edge < EXACT_CELLS ? 1 : Math.ceil(edge / WIDENING);
  }
  edges.push(edge);
  return Float64Array.from(edges);
}

function cellOf(edges: Float64Array, count: number): number {
  if (count < EXACT_CELLS) return Math.floor(count);
  let low = EXACT_CELLS;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= count) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The table of some counts (each at least 0, fractions allowed). Throws RangeError otherwise.
 *
 * @example
 * countTable([3, 1]).weight // => [2, 1, 1]: two counts exceed 0, one exceeds 1, one exceeds 2
 */
export function countTable(counts: ArrayLike<number>): CountTable {
  let largest = 0;
  for (let i = 0; i < counts.length; i++) largest = Math.max(largest, nonNegative(counts[i]!, "count"));
  const edges = edgesUpTo(largest);
  const cells = edges.length - 1;
  const weight = new Float64Array(cells);
  const endingHere = new Float64Array(cells + 1);
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    if (count === 0) continue;
    const cell = count >= edges[cells]! ? cells : cellOf(edges, count);
    if (cell < cells) weight[cell]! += count - edges[cell]!;
    endingHere[cell]! += 1;
  }
  let beyond = endingHere[cells]!;
  const at = new Float64Array(cells);
  for (let cell = cells - 1; cell >= 0; cell--) {
    const width = edges[cell + 1]! - edges[cell]!;
    weight[cell]! += beyond * width;
    beyond += endingHere[cell]!;
    at[cell] = edges[cell]! + (width - 1) / 2;
  }
  return { at, weight, cells };
}

/**
 * Σ ln [x (x+1) … (x + count - 1)] over the counts of the table; x > 0.
 *
 * @example
 * logRisingFactorials(countTable([3]), 2) // => ln(2 · 3 · 4) = 3.178054
 */
export function logRisingFactorials(table: CountTable, x: number): number {
  let sum = 0;
  for (let cell = 0; cell < table.cells; cell++) sum += table.weight[cell]! * Math.log(x + table.at[cell]!);
  return sum;
}

/** First and second derivative in x of `logRisingFactorials`, written into `out` so that no loop allocates. */
export function risingSlopes(table: CountTable, x: number, out: Float64Array): void {
  const { at, weight, cells } = table;
  let first = 0;
  let second = 0;
  for (let cell = 0; cell < cells; cell++) {
    const inverse = 1 / (x + at[cell]!);
    const term = weight[cell]! * inverse;
    first += term;
    second -= term * inverse;
  }
  out[0] = first;
  out[1] = second;
}
