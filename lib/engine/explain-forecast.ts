import {
  explainArrivals,
  explainClosed,
  explainOpen,
  explainQuota,
  explainUnitValue,
} from "@/lib/engine/explain-inputs";
import { figure } from "@/lib/engine/explanation";
import type { NettedStage } from "@/lib/engine/netting";
import { RHYTHM_DAYS } from "@/lib/engine/outlook";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import { effectiveQuota } from "@/lib/engine/plan-checks";
import type { PlanInput } from "@/lib/engine/plan-input";

type ForecastFigures = {
  expectedMinor: number;
  assumedPerDay: number;
  rhythmPerDay: number;
  /** Landing chances of the days left, added up. */
  chances: number;
  likelihood: number;
  first: NettedStage;
};

/** What the period is expected to end with when new work goes on as it has of late. */
export function explainForecast(input: PlanInput, figures: ForecastFigures): ExplanationNode {
  const { expectedMinor, assumedPerDay, rhythmPerDay, chances, first } = figures;
  const { recentVolume } = input;
  const newWork = assumedPerDay * chances * first.valuePerUnitMinor;
  return figure("expected", "Expected by the end", expectedMinor, "money", {
    formula: "closed + open + inFlight + arrivals + newWork",
    inputs: [
      explainClosed(input),
      explainOpen(input, 0),
      figure("inFlight", "Expected from work not yet counted further on", first.inFlightMinor, "money"),
      explainArrivals("arrivals", "Inbound that can still land", input, 0, "thisPeriodMinor"),
      figure("newWork", "New work that lands in time", newWork, "money", {
        formula: "assumedPerDay * chances * valuePerUnit",
        inputs: [
          figure("assumedPerDay", "New work a day, as of late", assumedPerDay, "units-per-day", {
            formula: "(recent * recentDays + rhythm * rhythmDays) / (recentDays + rhythmDays)",
            inputs: [
              figure("recent", "Your last eight weeks, a day", recentVolume.perDay, "units-per-day", {
                evidence: recentVolume.evidence,
              }),
              figure("recentDays", "Working days in them", recentVolume.days, "days"),
              figure("rhythm", "Rhythm a day", rhythmPerDay, "units-per-day"),
              figure("rhythmDays", "Days the rhythm counts as", RHYTHM_DAYS, "days"),
            ],
          }),
          figure("chances", "Landing chances of the days left, added up", chances, "days"),
          explainUnitValue(input, 0, first),
        ],
      }),
    ],
  });
}

/** The probability itself is a sum over thousands of outcomes: its inputs are shown, and how they are combined is said. */
export function explainLikelihood(input: PlanInput, figures: ForecastFigures): ExplanationNode {
  const missing = Math.max(0, effectiveQuota(input.quota) - input.closedMinor);
  return figure("likelihood", "Chance to reach the quota", figures.likelihood, "share", {
    note: "every combination of open records won or not, and of new wins, that adds up to what is missing",
    inputs: [
      figure("missing", "Quota less won", missing, "money", {
        formula: "max(0, quota - closed)",
        inputs: [explainQuota("quota", input.quota, input.period), explainClosed(input)],
      }),
      figure("expected", "Expected by the end", figures.expectedMinor, "money"),
    ],
  });
}
