/**
 * Real numbers become whole units here and nowhere else (decision 005). A billionth of a unit is arithmetic
 * noise, not a reason to ask for one more: 57 / 0.57 is 100.00000000000001 in floating point.
 */
const NOISE = 1e-9;

/**
 * Whole units that cover a need.
 *
 * @example
 * needUnits(57 / 0.57) // => 100
 */
export function needUnits(need: number): number {
  if (!Number.isFinite(need)) throw new RangeError(`a need must be finite, got ${need}`);
  return Math.max(0, Math.ceil(need - NOISE));
}

/** Largest whole number not above the value, noise aside: for caps. @example wholeUnits(31.02) // => 31 */
export function wholeUnits(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`value must be finite, got ${value}`);
  return Math.max(0, Math.floor(value + NOISE));
}

/**
 * `total` whole units split in proportion to `shares`: floor all, give the units left over to the largest
 * fractions (ties: the earlier). Hamilton's method; Balinski & Young 1982.
 *
 * @example
 * largestRemainder([50, 30, 20], 9) // => [4.5, 2.7, 1.8] => [4, 3, 2]
 */
export function largestRemainder(shares: number[], total: number): number[] {
  if (!Number.isSafeInteger(total) || total < 0)
    throw new RangeError(`total must be whole and at least 0: ${total}`);
  let sum = 0;
  for (const share of shares) {
    if (!(share >= 0 && Number.isFinite(share)))
      throw new RangeError(`a share must be finite and >= 0: ${share}`);
    sum += share;
  }
  if (!Number.isFinite(sum)) throw new RangeError("the shares add up to more than a number can hold");
  if (sum === 0) {
    if (total === 0) return shares.map(() => 0);
    throw new RangeError(`nothing to split ${total} by: every share is 0`);
  }
  return giveLeftOver(
    shares.map((share) => (share / sum) * total),
    total,
    (index) => index,
  );
}

/**
 * Whole asks for the days of a period whose real asks are given: they add up to the need rounded up, each within
 * one unit of its real value. Among equal fractions the units left over are spread evenly over the period instead
 * of going to its first days: planned anew each morning, "the earlier day" would be today every day, and 2.1 a day
 * would be asked as 3 for ever.
 *
 * @example
 * spreadOverPeriod([0.5, 0.5, 0.5, 0.5]) // => [1, 0, 1, 0]
 */
export function spreadOverPeriod(real: number[]): number[] {
  const total = needUnits(real.reduce((sum, value) => sum + value, 0));
  return giveLeftOver(real, total, evenOrder);
}

/**
 * Whole asks from today on, rounded so that every running total covers its real value: the sum is the need rounded
 * up, each day within one unit, and more need never asks less on any day's running total. For what is planned
 * anew each morning and netted by what was done (the push).
 *
 * @example
 * roundFromTodayOn([0.9, 0.9, 0.9]) // => [1, 1, 1]
 */
export function roundFromTodayOn(real: number[]): number[] {
  let running = 0;
  let given = 0;
  return real.map((value) => {
    running += value;
    const units = Math.max(0, needUnits(running) - given);
    given += units;
    return units;
  });
}

function giveLeftOver(real: number[], total: number, tieOrder: (index: number) => number): number[] {
  const units = real.map((value) => Math.floor(value + NOISE));
  let leftOver = total - units.reduce((sum, value) => sum + value, 0);
  const order = real
    // Fractions equal up to noise are ties, and ties need an order that does not depend on noise.
    .map((value, index) => ({
      index,
      fraction: Math.round((value - units[index]!) / NOISE),
      tie: tieOrder(index),
    }))
    .sort((left, right) => right.fraction - left.fraction || left.tie - right.tie);
  // Sums beyond 1e9 lose more than the noise allowed for, so a whole round or a unit back may be needed.
  while (leftOver !== 0) {
    const change = Math.sign(leftOver);
    for (const { index } of change > 0 ? order : order.toReversed()) {
      if (leftOver === 0) break;
      if (units[index]! + change < 0) continue;
      units[index]! += change;
      leftOver -= change;
    }
  }
  return units;
}

/** Van der Corput's sequence in base 2: any run of positions takes a nearly even part of the units left over. */
function evenOrder(index: number): number {
  let order = 0;
  let weight = 0.5;
  for (let rest = index; rest > 0; rest = Math.floor(rest / 2)) {
    order += (rest % 2) * weight;
    weight /= 2;
  }
  return order;
}
