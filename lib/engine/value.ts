import { quantileOfSorted } from "./quantile";
import { nonNegative } from "./valid";

/** A person's mean value per win, shrunk to the team's; `ownShare` is the weight of the own mean. */
export type PooledMean = { mean: number; ownShare: number };

/** The percentile above which single wins no longer move a mean. */
const WINSORISE_AT = 0.99;

/**
 * Mean value per win of each group (person), shrunk to the overall mean by one-way random effects:
 * ownShare K = n / (n + s² / τ²), mean = m + K (own mean - m). s² is the variance within groups, τ² the variance
 * between their true means, m the mean of the groups weighted by K (all values' mean where no difference shows).
 * Means, because means add up; a median in a sum is wrong. One group keeps its own mean; an empty one gets m.
 * With `heavyTails` the values are winsorised first, total kept. Throws RangeError for negative or non-finite
 * values, and where groups hold no value at all. Source: method c.
 *
 * @example
 * poolMeans([[10, 14], [20, 24], []]) // => means 12.4, 21.6, 17; ownShare 0.92, 0.92, 0
 */
export function poolMeans(
  groups: readonly (readonly number[])[],
  options: { heavyTails?: boolean } = {},
): PooledMean[] {
  for (const group of groups) for (const value of group) nonNegative(value, "value");
  const values = options.heavyTails === true ? winsoriseKeepingTotal(groups) : groups;
  const filled = values.filter((group) => group.length > 0);
  if (groups.length > 0 && filled.length === 0) throw new RangeError("a mean needs at least one value");
  const { within, between } = varianceComponents(filled);
  const shares = values.map((group) => {
    if (group.length === 0) return 0;
    if (filled.length === 1) return 1;
    return between === 0 ? 0 : group.length / (group.length + within / between);
  });
  const overall = overallMean(values, shares);
  return values.map((group, i) => {
    const ownShare = shares[i]!;
    if (group.length === 0) return { mean: overall, ownShare };
    return { mean: overall + ownShare * (mean(group) - overall), ownShare };
  });
}

/**
 * Values cut at the team's 99th percentile and scaled up again, so that the team's total stays what it was: one
 * huge win no longer makes its owner's mean, yet the plan still adds up. Groups keep their order.
 *
 * @example
 * winsoriseKeepingTotal([[1, 1], [98]]) // the sum of all values stays 100
 */
export function winsoriseKeepingTotal(groups: readonly (readonly number[])[]): number[][] {
  const all = Float64Array.from(groups.flat(), (value) => nonNegative(value, "value")).sort();
  if (all.length === 0) return groups.map(() => []);
  const cap = quantileOfSorted(all, WINSORISE_AT);
  let total = 0;
  let capped = 0;
  for (const value of all) {
    total += value;
    capped += Math.min(value, cap);
  }
  const scale = capped > 0 ? total / capped : 1;
  return groups.map((group) => group.map((value) => Math.min(value, cap) * scale));
}

/** Within-group variance pooled, and the variance between true group means (never below 0). */
function varianceComponents(filled: readonly (readonly number[])[]): { within: number; between: number } {
  let count = 0;
  let squaredSizes = 0;
  let sum = 0;
  let withinSum = 0;
  for (const group of filled) {
    const own = mean(group);
    count += group.length;
    squaredSizes += group.length * group.length;
    sum += own * group.length;
    for (const value of group) withinSum += (value - own) ** 2;
  }
  // One value each cannot tell people from chance: no visible differences.
  if (filled.length < 2 || count === filled.length) return { within: 0, between: 0 };
  const grand = sum / count;
  let betweenSum = 0;
  for (const group of filled) betweenSum += group.length * (mean(group) - grand) ** 2;
  const within = withinSum / (count - filled.length);
  const usualSize = (count - squaredSizes / count) / (filled.length - 1);
  const between = (betweenSum / (filled.length - 1) - within) / usualSize;
  return { within, between: Math.max(0, between) };
}

function overallMean(values: readonly (readonly number[])[], shares: readonly number[]): number {
  const shareTotal = shares.reduce((total, share) => total + share, 0);
  if (shareTotal === 0) return mean(values.flat());
  return (
    values.reduce((sum, group, i) => (group.length === 0 ? sum : sum + shares[i]! * mean(group)), 0) /
    shareTotal
  );
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
