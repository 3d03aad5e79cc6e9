import { explainPush } from "@/lib/engine/explain-push";
import { explainRhythm } from "@/lib/engine/explain-rhythm";
import { figure } from "@/lib/engine/explanation";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { MOST_OF_BASELINE, type StageWorkings, weightOf } from "@/lib/engine/stage-plan";

/** Why today asks for what it asks at one stage: the rhythm, the push, and what was rounded where. */
export function explainStage(input: PlanInput, index: number, workings: StageWorkings): ExplanationNode {
  const { plan } = workings;
  const works = workings.days[0]?.day === input.today;
  return figure("asked", `${plan.name} today`, plan.today.total, "units", {
    formula: "min(rhythmAsked + pushAsked, cap)",
    inputs: [
      explainRhythm(input, index, workings, works),
      explainPush(input, index, workings, works),
      explainCap(input, workings, works),
    ],
    ...(works ? {} : { note: "not a working day: nothing is asked" }),
  });
}

function explainCap(input: PlanInput, workings: StageWorkings, works: boolean): ExplanationNode {
  const { fullDayUnits, baselinePerDay, plan } = workings;
  if (!works) return figure("cap", "Most that today may ask", 0, "units");
  const weight = weightOf(workings.days[0]!);
  const within = `max(floor(${MOST_OF_BASELINE} * baseline * dayWeight + 0.000000001), ceil(baseline * dayWeight - 0.000000001) + 1)`;
  const inputs = [
    figure("baseline", "Baseline published with the plan, a day", baselinePerDay, "units-per-day", {
      note: input.baselinePerDay?.[plan.stage] === undefined ? "first plan: the rhythm" : undefined,
    }),
    figure("dayWeight", "Part of a full day", weight, "factor"),
  ];
  if (fullDayUnits === null) {
    return figure("cap", "Most that today may ask", plan.capToday, "units", { formula: within, inputs });
  }
  inputs.push(
    figure("fullDay", "A full calendar holds, a day", fullDayUnits, "units-per-day"),
    figure("worked", "Worked today", workings.days[0]!.fraction, "factor"),
  );
  return figure("cap", "Most that today may ask", plan.capToday, "units", {
    formula: `min(${within}, floor(fullDay * worked + 0.000000001))`,
    inputs,
  });
}
