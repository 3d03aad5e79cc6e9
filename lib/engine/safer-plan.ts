import { entriesForConfidence, entriesForYield, productMoments, productOfBetas } from "@/lib/engine/chain";
import { stepEvidence } from "@/lib/engine/outlook";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { needUnits } from "@/lib/engine/rounding";

const CONFIDENCE = 0.8;

/**
 * First-stage volume that brings the next period's wins 4 times in 5 (method d3), or null where no sensible volume
 * does. Information for the person; nobody asks it, because it would be a hidden raise for little history.
 */
export function saferPlanOf(input: PlanInput, nextPeriodWins: number): PersonPlan["saferPlan"] {
  const wins = needUnits(nextPeriodWins);
  if (input.nextWorkingDays === 0) return null;
  const evidence = stepEvidence(input.steps);
  const betas = evidence.flatMap((step) => ("alpha" in step ? [step] : []));
  try {
    const entries =
      betas.length === evidence.length
        ? entriesForConfidence({ wins, confidence: CONFIDENCE, ...productOfBetas(betas) })
        : entriesForYield({ wins, confidence: CONFIDENCE, ...productMoments(evidence) });
    return { confidence: CONFIDENCE, wins, entries, perDay: entries / input.nextWorkingDays };
  } catch (error) {
    // Rates so uncertain that no volume gives 4 in 5: then there is no safer plan to tell.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
