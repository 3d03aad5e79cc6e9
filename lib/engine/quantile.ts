import { fraction } from "./valid";

/**
 * Sample quantile of ascending values, type 7 (R's default): linear between the two order statistics.
 *
 * @example
 * quantileOfSorted([1, 2, 3, 10], 0.5) // => 2.5
 */
export function quantileOfSorted(ascending: ArrayLike<number>, p: number): number {
  fraction(p, "p");
  if (ascending.length === 0) throw new RangeError("a quantile needs at least one value");
  const position = (ascending.length - 1) * p;
  const below = Math.floor(position);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (position - below) * (high - low);
}

/**
 * Median of the first `length` cells by selection: linear where sorting would cost more than the fit that asks.
 * The cells are reordered.
 *
 * @example
 * medianInPlace(Float64Array.of(10, 60, 50, 90, 12, 70), 6) // => 55
 */
export function medianInPlace(cells: Float64Array, length: number): number {
  if (!(length >= 1 && length <= cells.length)) throw new RangeError("a median needs at least one value");
  const middle = length >> 1;
  const upper = select(cells, length, middle);
  if (length % 2 === 1) return upper;
  let lower = cells[0]!;
  for (let i = 1; i < middle; i++) if (cells[i]! > lower) lower = cells[i]!;
  return (lower + upper) / 2;
}

/** Hoare's selection: afterwards `cells[rank]` is the value of that rank and nothing before it is larger. */
function select(cells: Float64Array, length: number, rank: number): number {
  let from = 0;
  let to = length - 1;
  while (from < to) {
    const pivot = cells[(from + to) >> 1]!;
    let i = from;
    let j = to;
    while (i <= j) {
      while (cells[i]! < pivot) i++;
      while (cells[j]! > pivot) j--;
      if (i > j) break;
      const swap = cells[i]!;
      cells[i++] = cells[j]!;
      cells[j--] = swap;
    }
    if (rank <= j) to = j;
    else if (rank >= i) from = i;
    else break;
  }
  return cells[rank]!;
}
