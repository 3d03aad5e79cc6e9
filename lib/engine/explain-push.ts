import {
  explainArrivals,
  explainClosed,
  explainOpen,
  explainQuota,
  explainUnitValue,
} from "@/lib/engine/explain-inputs";
import { dayInWords, daysInWords, figure } from "@/lib/engine/explanation";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { LEAST_MEAN_CHANCE } from "@/lib/engine/push";
import type { StageWorkings } from "@/lib/engine/stage-plan";

/** The right column: what this period lacks, what the rhythm lands of it, and what is left to the push. */
export function explainPush(
  input: PlanInput,
  index: number,
  workings: StageWorkings,
  works: boolean,
): ExplanationNode {
  const { push, weight, plan, pushAsked } = workings;
  const real = works ? push.perDay[0]! : 0;
  const left = explainLeft(input, index, workings);
  const none =
    push.withheld || push.squares === 0
      ? `new work lands too rarely now (mean chance under ${LEAST_MEAN_CHANCE * 100}%): the open records decide`
      : "";
  const today =
    none !== ""
      ? figure("push", "Push today", 0, "units", { inputs: [left], note: push.left > 0 ? none : undefined })
      : figure("push", "Push today", real, "units", {
          formula: "left * dayWeight * chance / squares",
          inputs: [
            left,
            figure("dayWeight", "Part of a full day", works ? weight[0]! : 0, "factor"),
            figure(
              "chance",
              `Begun today, lands by ${dayInWords(input.period.to)}`,
              plan.landingChance[0]!,
              "share",
            ),
            explainSquares(workings),
            explainPushLands(workings),
          ],
        });
  return figure("pushAsked", "Push today, in whole units", works ? pushAsked[0]! : 0, "units", {
    formula: "max(0, ceil(push - 0.000000001))",
    inputs: [today],
  });
}

function explainLeft(input: PlanInput, index: number, workings: StageWorkings): ExplanationNode {
  const { netted, push } = workings;
  const end = dayInWords(input.period.to);
  const flight = figure(
    "inFlight",
    "Expected from work not yet counted further on",
    netted.inFlightMinor,
    "money",
  );
  return figure("left", "Left for the push to land", push.left, "units", {
    formula: "max(0, need - rhythmLands)",
    inputs: [
      figure("need", `${workings.plan.name} that must land by ${end}`, netted.need, "units", {
        formula: "lacking / valuePerUnit",
        inputs: [
          figure("lacking", "Still lacking", netted.lackingMinor, "money", {
            formula: "max(0, quota - closed - open - inFlight - arrivals)",
            inputs: [
              explainQuota("quota", input.quota, input.period),
              explainClosed(input),
              explainOpen(input, index),
              flight,
              explainArrivals("arrivals", "Inbound that can still land", input, index, "thisPeriodMinor"),
            ],
          }),
          explainUnitValue(input, index, netted),
        ],
      }),
      explainRhythmLands(workings),
    ],
  });
}

function explainRhythmLands(workings: StageWorkings): ExplanationNode {
  const { askedLands, evenLands, push, rhythmAsked, weight, plan, rhythm } = workings;
  const chances = weight.reduce((sum, value, day) => sum + value * plan.landingChance[day]!, 0);
  return figure("rhythmLands", "The rhythm lands", push.rhythmLands, "units", {
    formula: "max(asked, even)",
    inputs: [
      figure("asked", "As asked, week by week", askedLands, "units", {
        formula: "sum(lands_*)",
        inputs: landingRows("lands", workings, rhythmAsked),
      }),
      figure("even", "As an even flow, before rounding", evenLands, "units", {
        formula: "perDay * chances",
        inputs: [
          figure("perDay", "Rhythm a day", rhythm.perDay, "units-per-day"),
          figure("chances", "Chances of the days left, added up", chances, "days"),
        ],
      }),
    ],
  });
}

/** The landing table: for each week the days, what each day has on average, its mean chance, and what so lands. */
function landingRows(key: string, workings: StageWorkings, units: number[]): ExplanationNode[] {
  return workings.weeks.map((days, week) => {
    const chance = (day: number) => workings.plan.landingChance[day]!;
    const total = days.reduce((sum, day) => sum + units[day]!, 0);
    const lands = days.reduce((sum, day) => sum + units[day]! * chance(day), 0);
    const even = days.reduce((sum, day) => sum + chance(day), 0) / days.length;
    const span = spanOf(workings, days);
    return figure(`${key}_${week + 1}`, daysInWords(span.from, span.to), lands, "units", {
      formula: "days * perDay * chance",
      inputs: [
        figure("days", "Days", days.length, "days"),
        figure("perDay", "A day", total / days.length, "units-per-day"),
        figure("chance", "Lands by the end", total > 0 ? lands / total : even, "share"),
      ],
      span,
    });
  });
}

function explainPushLands(workings: StageWorkings): ExplanationNode {
  const rows = landingRows("pushes", workings, workings.push.perDay);
  const total = rows.reduce((sum, row) => sum + row.value, 0);
  return figure("pushLands", "So the push lands", total, "units", { formula: "sum(pushes_*)", inputs: rows });
}

function explainSquares(workings: StageWorkings): ExplanationNode {
  const rows = workings.weeks.map((days, week) => {
    const span = spanOf(workings, days);
    const squares = days.reduce(
      (sum, day) => sum + workings.weight[day]! * workings.plan.landingChance[day]! ** 2,
      0,
    );
    return figure(`squares_${week + 1}`, daysInWords(span.from, span.to), squares, "days", { span });
  });
  const { squares } = workings.push;
  return figure("squares", "Chances squared, added up", squares, "days", {
    formula: "sum(squares_*)",
    inputs: rows,
  });
}

function spanOf({ days }: StageWorkings, positions: number[]): { from: string; to: string } {
  return { from: days[positions[0]!]!.day, to: days[positions.at(-1)!]!.day };
}
