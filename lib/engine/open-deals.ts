/** An open record's chance to be won in time, and what it would bring. */
export type OpenDeal = { probability: number; valueMinor: number };

/** Distinct totals and their chances, ascending. */
export type Totals = { amounts: Float64Array; chances: Float64Array };

/** More distinct totals than this, and each is so small that a grid is as good. */
const MOST_TOTALS = 2048;

/**
 * Every total the deals can bring, with its chance; totals of `enoughMinor` or more are one. `null` when they
 * become too many. On a grid three deals of a third of the quota each would miss it by rounding; here they reach it.
 *
 * @example
 * exactTotals([{ probability: 0.5, valueMinor: 10 }, { probability: 0.5, valueMinor: 10 }], 100)
 * // => amounts 0, 10, 20; chances 0.25, 0.5, 0.25
 */
export function exactTotals(deals: readonly OpenDeal[], enoughMinor: number): Totals | null {
  let totals: Totals = { amounts: Float64Array.of(0), chances: Float64Array.of(1) };
  for (const { probability, valueMinor } of deals) {
    if (probability === 0 || valueMinor === 0) continue;
    totals = withDeal(totals, probability, valueMinor, enoughMinor);
    if (totals.amounts.length > MOST_TOTALS) return null;
  }
  return totals;
}

/** Two ascending lists merged: the totals without the deal, and with it. */
function withDeal(totals: Totals, won: number, value: number, enough: number): Totals {
  const { amounts, chances } = totals;
  const count = amounts.length;
  const merged: Totals = { amounts: new Float64Array(2 * count), chances: new Float64Array(2 * count) };
  let length = 0;
  const put = (amount: number, chance: number) => {
    if (length > 0 && merged.amounts[length - 1] === amount) {
      merged.chances[length - 1]! += chance;
      return;
    }
    merged.amounts[length] = amount;
    merged.chances[length++] = chance;
  };
  for (let without = 0, withIt = 0; without < count || withIt < count; ) {
    const low = without < count ? amounts[without]! : Number.POSITIVE_INFINITY;
    const high = withIt < count ? Math.min(enough, amounts[withIt]! + value) : Number.POSITIVE_INFINITY;
    if (low <= high) put(low, chances[without++]! * (1 - won));
    else put(high, chances[withIt++]! * won);
  }
  return { amounts: merged.amounts.subarray(0, length), chances: merged.chances.subarray(0, length) };
}
