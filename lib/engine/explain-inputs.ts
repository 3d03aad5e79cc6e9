import { dayInWords, daysInWords, figure } from "@/lib/engine/explanation";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import { effectiveQuota } from "@/lib/engine/plan-checks";
import type { PlanInput, PlanPeriod, PlanQuota, PlanStep } from "@/lib/engine/plan-input";

/** Records named one by one behind "expected from open records"; the others are added up in one line. */
const NAMED_RECORDS = 5;

export function explainQuota(key: string, quota: PlanQuota, period: PlanPeriod): ExplanationNode {
  const label = `Quota, ${daysInWords(period.from, period.to)}`;
  const note = quota.assumed ? "not set yet: this one continues" : undefined;
  const { rampFactor = 1, evidence } = quota;
  if (rampFactor === 1) return figure(key, label, quota.amountMinor, "money", { evidence, note });
  return figure(key, label, effectiveQuota(quota), "money", {
    formula: "full * ramp",
    inputs: [
      figure("full", "Full quota", quota.amountMinor, "money", { evidence, note }),
      figure("ramp", "While ramping", rampFactor, "factor"),
    ],
  });
}

export function explainClosed(input: PlanInput): ExplanationNode {
  return figure("closed", "Won so far", input.closedMinor, "money", { evidence: input.closedEvidence });
}

/** Expected in time from the open records at a stage or beyond, the largest by name. */
export function explainOpen(input: PlanInput, fromStage: number): ExplanationNode {
  const beyond = new Set(input.stages.slice(fromStage).map((stage) => stage.id));
  const records = input.openRecords
    .filter((record) => beyond.has(record.stage))
    .map((record) => ({ record, expected: record.valueMinor * record.winInTimeChance }))
    .sort((left, right) => right.expected - left.expected || (left.record.id < right.record.id ? -1 : 1));
  const others = records.slice(NAMED_RECORDS);
  const inputs = records.slice(0, NAMED_RECORDS).map(({ record, expected }, index) =>
    figure(`record_${index + 1}`, record.name, expected, "money", {
      formula: "value * chance",
      inputs: [
        figure("value", "Value", record.valueMinor, "money"),
        figure("chance", `Chance to win by ${dayInWords(input.period.to)}`, record.winInTimeChance, "share"),
      ],
      evidence: record.evidence,
    }),
  );
  if (others.length > 0) {
    const rest = others.reduce((sum, { expected }) => sum + expected, 0);
    inputs.push(figure("record_others", `${others.length} more`, rest, "money"));
  }
  const total = records.reduce((sum, { expected }) => sum + expected, 0);
  return figure("open", `Expected in time from ${records.length} open`, total, "money", {
    formula: "sum(record_*)",
    inputs,
  });
}

export function explainArrivals(
  key: string,
  label: string,
  input: PlanInput,
  fromStage: number,
  amount: "thisPeriodMinor" | "nextPeriodMinor",
): ExplanationNode {
  const beyond = new Set(input.stages.slice(fromStage).map((stage) => stage.id));
  const names = new Map(input.stages.map((stage) => [stage.id, stage.name]));
  const inputs = input.arrivals
    .filter((row) => beyond.has(row.stage))
    .map((row, index) =>
      figure(`arrival_${index + 1}`, `Comes in at ${names.get(row.stage)}`, row[amount], "money", {
        evidence: row.evidence,
      }),
    );
  const total = inputs.reduce((sum, node) => sum + node.value, 0);
  return figure(key, label, total, "money", {
    formula: "sum(arrival_*)",
    inputs,
    note: "inbound, referrals",
  });
}

/** The rates from a stage to the win, multiplied. */
export function explainRates(input: PlanInput, fromStage: number, rateToWin: number): ExplanationNode {
  const inputs = input.steps
    .slice(fromStage)
    .map((step, index) => explainRate(step, `rate_${fromStage + index + 1}`, input));
  const label = inputs.length === 1 ? "Your rate" : `Your ${inputs.length} rates, multiplied`;
  return figure("rates", label, rateToWin, "share", { formula: "product(rate_*)", inputs });
}

/** One rate as own part and team part; a rate fitted another way is shown as it is, never with a made-up formula. */
function explainRate(step: PlanStep, key: string, input: PlanInput): ExplanationNode {
  const rate = step.rate!;
  const name = (id: string) => input.stages.find((stage) => stage.id === id)?.name ?? id;
  const label = `${name(step.from)} to ${name(step.to)}`;
  const inputs = [
    figure("successes", "Yours went on", step.ownSuccesses, "units"),
    figure("trials", "Yours in all", step.ownTrials, "units", {
      note: "weighted by age; young ones count in part",
    }),
    figure("ownShare", "Is yours by", rate.ownShare, "share"),
  ];
  if (step.teamMean !== null) inputs.push(figure("team", "Team's", step.teamMean, "share"));
  const team = step.teamMean ?? 0;
  const own = step.ownTrials > 0 ? (rate.ownShare * step.ownSuccesses) / step.ownTrials : 0;
  const mixed = (step.ownTrials > 0 ? own : 0) + (1 - rate.ownShare) * team;
  const recomputes = Math.abs(mixed - rate.mean) <= 1e-10 * rate.mean;
  const ownPart = step.ownTrials > 0 ? "ownShare * successes / trials" : "0";
  const teamPart = step.teamMean === null ? "0" : "(1 - ownShare) * team";
  return figure(key, label, rate.mean, "share", {
    ...(recomputes ? { formula: `${ownPart} + ${teamPart}` } : {}),
    inputs,
    evidence: step.evidence,
  });
}

export function explainWinValue(input: PlanInput): ExplanationNode {
  const { meanMinor, wins, ownShare, evidence } = input.winValue;
  return figure("winValue", "Your average win", meanMinor, "money", {
    evidence,
    note: `${wins} wins, ${Math.round(ownShare * 100)}% yours`,
  });
}

/**
 * What one entry at a stage brings in the end. The rates stand opened under the rhythm of the same tree; here they are
 * one line, because the tree is stored with every day of every person.
 */
export function explainUnitValue(
  input: PlanInput,
  fromStage: number,
  workings: { rateToWin: number; valuePerUnitMinor: number },
): ExplanationNode {
  const stage = input.stages[fromStage]!.name;
  return figure(
    "valuePerUnit",
    `What one ${stage.toLowerCase()} brings`,
    workings.valuePerUnitMinor,
    "money",
    {
      formula: "rates * winValue",
      inputs: [
        figure("rates", "Your rates, multiplied", workings.rateToWin, "share"),
        figure("winValue", "Your average win", input.winValue.meanMinor, "money"),
      ],
    },
  );
}
