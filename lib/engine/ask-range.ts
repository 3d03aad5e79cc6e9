import { productMoments, type StepEvidence } from "./chain";
import { normalQuantile } from "./distributions";
import type { PlanStep } from "./plan-input";
import { needUnits } from "./rounding";

const UPPER = normalQuantile(0.9);

/**
 * Where an ask would lie, 4 times in 5, if the rates behind it were known: shown while learning, beside the one
 * number that is asked. The product of the rates is nearly log-normal; whole units, at least one.
 *
 * @example
 * askRange(24, stepsOfANewcomer) // => { low: 15, high: 39 }
 */
export function askRange(asked: number, steps: readonly PlanStep[]): { low: number; high: number } {
  const evidence: StepEvidence[] = steps.flatMap(({ rate }): StepEvidence[] => {
    if (rate === null) return [];
    if (rate.kind === "share") return [{ alpha: rate.alpha, beta: rate.beta }];
    return [{ shape: rate.shape, mean: rate.mean }];
  });
  if (asked <= 0 || evidence.length === 0) return { low: asked, high: asked };
  const reach = Math.exp(UPPER * Math.sqrt(Math.log1p(productMoments(evidence).cv2)));
  return { low: Math.max(1, Math.floor(asked / reach)), high: needUnits(asked * reach) };
}
