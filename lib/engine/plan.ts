import { layPush } from "@/lib/engine/push";

/**
 * Daily asks of one stage over the working days left, in real units: the rhythm that keeps the next period fed and
 * the push for what this period still lacks (`need` entries must land by its end). Push is 0 where the rhythm lands
 * the need, and where the mean landing chance is below .05. Throws RangeError for negative or infinite figures and
 * chances outside 0 to 1. Method d4.
 *
 * @example
 * rhythmAndPush({ need: 149.94, rhythmPerDay: 27, landingChance: mayasChances }).push[0] // => 3.91
 */
export function rhythmAndPush(input: { need: number; rhythmPerDay: number; landingChance: number[] }): {
  push: number[];
  total: number[];
} {
  const { need, rhythmPerDay, landingChance } = input;
  if (!(rhythmPerDay >= 0 && Number.isFinite(rhythmPerDay))) {
    throw new RangeError(`the rhythm must be finite and at least 0, got ${rhythmPerDay}`);
  }
  const { perDay } = layPush({
    need,
    rhythmLands: landingChance.reduce((sum, chance) => sum + rhythmPerDay * chance, 0),
    chance: landingChance,
    weight: landingChance.map(() => 1),
  });
  return { push: perDay, total: perDay.map((push) => rhythmPerDay + push) };
}
