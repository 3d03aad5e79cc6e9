/**
 * The push: what this period still lacks beyond what the rhythm lands, asked where it can still land (method d4).
 */

/** Below this mean chance new work is no way to close the gap: the advice is the open records. */
export const LEAST_MEAN_CHANCE = 0.05;

export type Push = {
  /** Real units of each day. */
  perDay: number[];
  /** What the rhythm lands by the end. */
  rhythmLands: number;
  /** What is left for the push to land; landed exactly by `perDay` unless withheld. */
  left: number;
  /** Sum of weight x chance squared, the divisor. */
  squares: number;
  withheld: boolean;
};

/**
 * Lays what the rhythm leaves over the days in proportion to weight x chance, so that the sum of push x chance is
 * exactly what is left and more is asked while it can still land. All three lists run beside the days left.
 * Throws RangeError for lists of different length, chances outside 0 to 1 and negative figures.
 *
 * @example
 * layPush({ need: 60, rhythmLands: 55, chance: Array(11).fill(0.5), weight: Array(11).fill(1) }).perDay[0]
 * // => 5 x 0.5 / 2.75 = 0.909
 */
export function layPush(input: {
  need: number;
  rhythmLands: number;
  chance: number[];
  weight: number[];
}): Push {
  const { need, rhythmLands, chance, weight } = input;
  if (!(need >= 0 && rhythmLands >= 0 && Number.isFinite(need + rhythmLands))) {
    throw new RangeError(`need and what the rhythm lands must be at least 0, got ${need} and ${rhythmLands}`);
  }
  if (chance.length !== weight.length) throw new RangeError("one chance and one weight per day");
  let weights = 0;
  let landing = 0;
  let squares = 0;
  chance.forEach((value, index) => {
    const share = weight[index]!;
    if (!(value >= 0 && value <= 1))
      throw new RangeError(`a landing chance lies between 0 and 1, got ${value}`);
    if (!(share >= 0 && Number.isFinite(share)))
      throw new RangeError(`a weight must be at least 0, got ${share}`);
    weights += share;
    landing += share * value;
    squares += share * value * value;
  });
  // A difference in the last digits is no gap: a steady state must come out as exactly the rhythm.
  const left = need - rhythmLands > 1e-9 * Math.max(1, need) ? need - rhythmLands : 0;
  const withheld = left > 0 && !(weights > 0 && landing / weights >= LEAST_MEAN_CHANCE);
  const perDay = chance.map((value, index) =>
    left === 0 || withheld ? 0 : (left * weight[index]! * value) / squares,
  );
  return { perDay, rhythmLands, left, squares, withheld };
}
