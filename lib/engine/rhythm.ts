import { effectiveQuota } from "@/lib/engine/plan-checks";
import type { PlanInput } from "@/lib/engine/plan-input";

export type Rhythm = {
  /** The next quota less what comes without outreach from this stage on. */
  fromOutreachMinor: number;
  /** Entries it needs here in all. */
  entries: number;
  /** Even flow per full working day; 0 where nobody works in the next period. */
  perDay: number;
};

/**
 * The even flow at a stage that the next period's quota needs in the long run (method d4). It does not look at the
 * pipeline, so it does not stop when somebody wins: that is what prevents feast and famine.
 *
 * @example
 * // Maya: (300,000 - 58,000) / 152.064 = 1,591.4 outreach / 59 days
 * rhythmAt(maya, { valuePerUnitMinor: 15206.4, nextArrivalsMinor: 5_800_000 }).perDay // => 26.97
 */
export function rhythmAt(
  input: PlanInput,
  stage: { valuePerUnitMinor: number; nextArrivalsMinor: number },
): Rhythm {
  const fromOutreachMinor = Math.max(0, effectiveQuota(input.nextQuota) - stage.nextArrivalsMinor);
  const entries = fromOutreachMinor / stage.valuePerUnitMinor;
  return {
    fromOutreachMinor,
    entries,
    perDay: input.nextWorkingDays > 0 ? entries / input.nextWorkingDays : 0,
  };
}
