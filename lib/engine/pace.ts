import type { ClosingHistory } from "@/lib/engine/plan-input";

/** "As much every working day" weighs as much as four past periods (method e). */
const LINEAR_PERIODS = 4;

/**
 * Share of a period's result that is usually closed by now: the historical closing curve mixed with a straight line.
 * `linear` says that no history was there and the line is all there is.
 *
 * @example
 * usualShareByNow({ shareByNow: 0.524, periods: 8 }, 38 / 64) // => { share: 0.54725, linear: false }
 */
export function usualShareByNow(
  history: ClosingHistory | null,
  elapsedShare: number,
): { share: number; linear: boolean } {
  if (!(elapsedShare >= 0 && elapsedShare <= 1))
    throw new RangeError(`elapsed share lies in 0 to 1: ${elapsedShare}`);
  const periods = history?.periods ?? 0;
  const share =
    (periods * (history?.shareByNow ?? 0) + LINEAR_PERIODS * elapsedShare) / (periods + LINEAR_PERIODS);
  return { share, linear: periods === 0 };
}
