import { explainArrivals, explainQuota, explainRates, explainWinValue } from "@/lib/engine/explain-inputs";
import { figure } from "@/lib/engine/explanation";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import type { StageWorkings } from "@/lib/engine/stage-plan";

/** The left column: the even flow the next period needs, and how today's part of it was rounded. */
export function explainRhythm(
  input: PlanInput,
  index: number,
  workings: StageWorkings,
  works: boolean,
): ExplanationNode {
  const real = works ? workings.rhythm.perDay * workings.weight[0]! : 0;
  const asked = works ? workings.rhythmAsked[0]! : 0;
  const extra = asked - Math.floor(real + 1e-9);
  return figure("rhythmAsked", "Rhythm today, in whole units", asked, "units", {
    formula: "floor(rhythm + 0.000000001) + extra",
    inputs: [
      figure("rhythm", "Rhythm today", real, "units", {
        formula: "rhythmPerDay * dayWeight",
        inputs: [explainRhythmPerDay(input, index, workings), explainWeight(workings, works)],
      }),
      figure("extra", "Rounding, so that the period's days add up", extra, "units", {
        note: "the units left over are spread evenly over the period; today takes this part",
      }),
    ],
  });
}

function explainRhythmPerDay(input: PlanInput, index: number, workings: StageWorkings): ExplanationNode {
  const { rhythm, netted, plan } = workings;
  const label = `Rhythm, ${plan.name.toLowerCase()} a day`;
  if (input.nextWorkingDays === 0) {
    return figure("rhythmPerDay", label, 0, "units-per-day", { note: "no working days in the next period" });
  }
  const wins = rhythm.fromOutreachMinor / input.winValue.meanMinor;
  return figure("rhythmPerDay", label, rhythm.perDay, "units-per-day", {
    formula: "nextNeed / nextDays",
    inputs: [
      figure("nextNeed", `${plan.name} for the next period`, rhythm.entries, "units", {
        formula: "nextWins / rates",
        inputs: [
          figure("nextWins", "Wins from outreach", wins, "wins", {
            formula: "fromOutreach / winValue",
            inputs: [
              figure("fromOutreach", "Asks for outreach", rhythm.fromOutreachMinor, "money", {
                formula: "max(0, nextQuota - nextArrivals)",
                inputs: [
                  explainQuota("nextQuota", input.nextQuota, input.nextPeriod),
                  explainArrivals("nextArrivals", "Comes without outreach", input, index, "nextPeriodMinor"),
                ],
              }),
              explainWinValue(input),
            ],
          }),
          explainRates(input, index, netted.rateToWin),
        ],
      }),
      figure("nextDays", "Its working days, less your days off", input.nextWorkingDays, "days", {
        evidence: input.calendarEvidence,
      }),
    ],
  });
}

function explainWeight(workings: StageWorkings, works: boolean): ExplanationNode {
  return figure("dayWeight", "Part of a full day", works ? workings.weight[0]! : 0, "factor");
}
