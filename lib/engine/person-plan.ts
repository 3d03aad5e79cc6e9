import { reachOf, unitsPerFullDay } from "@/lib/engine/capacity";
import { ownMixSplit } from "@/lib/engine/channels";
import { explainForecast, explainLikelihood } from "@/lib/engine/explain-forecast";
import { explainStage } from "@/lib/engine/explain-stage";
import { type NettedStage, netStages } from "@/lib/engine/netting";
import {
  assumedVolume,
  chanceOf,
  decidingRecords,
  expectedTotal,
  type Outlook,
  outlookOf,
  rangeOf,
} from "@/lib/engine/outlook";
import { usualShareByNow } from "@/lib/engine/pace";
import type { ChannelAsk, PersonPlan, PlanResult, Reach } from "@/lib/engine/person-plan-shape";
import { effectiveQuota, planRefusal } from "@/lib/engine/plan-checks";
import type { PlanInput, PlanRefusal } from "@/lib/engine/plan-input";
import { planWords } from "@/lib/engine/plan-words";
import { saferPlanOf } from "@/lib/engine/safer-plan";
import { daysLeftOf, planStage, type StageWorkings, sumProduct, weightOf } from "@/lib/engine/stage-plan";
import { isQuiet, likelihoodOf, ownEvidenceOf, statusOf, usualPipeline } from "@/lib/engine/status";

/**
 * Works backward from one person's quota to what today asks of them, how likely the quota is, and why (method d, e, k).
 * Pure: the same input gives the same plan on every machine. Impossible states come back as a reason; nothing is
 * thrown, and no NaN or Infinity leaves. Amounts in minor units, asks in whole units, rates and chances as fractions.
 *
 * @example
 * planPerson(maya) // => { ok: true, plan: { stages: [{ today: { rhythm: 27, push: 4, total: 31 } }, ...], ... } }
 */
export function planPerson(input: PlanInput): PlanResult {
  const refusal = planRefusal(input);
  if (refusal !== null) return { ok: false, reason: refusal };
  const netted = netStages(input);
  const vanishing = vanishingRate(input, netted);
  if (vanishing !== null) return { ok: false, reason: vanishing };
  const fullDayUnits = unitsPerFullDay(input);
  const left = daysLeftOf(input);
  const workings = input.steps.map((_, index) =>
    planStage(input, index, netted[index]!, left, index === 0 ? fullDayUnits : null),
  );
  return { ok: true, plan: assemble(input, netted, workings, fullDayUnits) };
}

function assemble(
  input: PlanInput,
  netted: NettedStage[],
  workings: StageWorkings[],
  fullDayUnits: number | null,
): PersonPlan {
  const first = workings[0]!;
  const quotaMinor = effectiveQuota(input.quota);
  const nextQuotaMinor = effectiveQuota(input.nextQuota);
  const { meanMinor } = input.winValue;
  const nextPeriodWins = first.rhythm.fromOutreachMinor / meanMinor;
  const saferPlan = saferPlanOf(input, nextPeriodWins);
  const quotaMet = input.closedMinor >= quotaMinor;

  const chances = sumProduct(first.weight, first.plan.landingChance);
  const assumedPerDay = assumedVolume(input.recentVolume, first.rhythm.perDay);
  const withVolume = (landing: number) => outlookOf(input, newWinsOf(input, netted[0]!, landing));
  const outlook = withVolume(assumedPerDay * chances);
  const likelihood = likelihoodOf(chanceOf(outlook, quotaMinor));
  const asked = first.plan.asks.map((ask) => ask.total);
  const withPlan = withVolume(sumProduct(asked, first.plan.landingChance));
  const expectedMinor = expectedTotal(outlook);

  const reach = reachAtCapacity(input, netted[0]!, first, fullDayUnits, withVolume);
  const ownEvidence = ownEvidenceOf(input.steps);
  const bands = input.statusBands === undefined ? {} : { bands: input.statusBands };
  const status = statusOf({
    quotaMet,
    ownEvidence,
    likelihood,
    outOfReach: reach?.outOfReach ?? false,
    ...bands,
  });
  const usualMinor = usualPipeline(input.nextPipeline, nextQuotaMinor);
  const { heldMinor } = input.nextPipeline;
  const pipelineShare = usualMinor > 0 ? heldMinor / usualMinor : 1;
  const lacking = { wins: netted[0]!.lackingMinor / meanMinor, minor: netted[0]!.lackingMinor };
  const figures = {
    expectedMinor,
    assumedPerDay,
    rhythmPerDay: first.rhythm.perDay,
    chances,
    likelihood: likelihood.exact,
    first: netted[0]!,
  };
  return {
    today: input.today,
    isWorkingDay: first.days[0]!.day === input.today,
    daysLeft: first.days.map(({ day }) => day),
    fullDaysLeft: first.days.reduce((sum, day) => sum + day.fraction, 0),
    quotaMinor,
    nextQuotaMinor,
    nextQuotaAssumed: input.nextQuota.assumed ?? false,
    closedMinor: input.closedMinor,
    openExpectedMinor: netted[0]!.openMinor,
    inFlightMinor: netted[0]!.inFlightMinor,
    arrivalsMinor: netted[0]!.arrivalsMinor,
    stillLackingMinor: lacking.minor,
    lackingWins: lacking.wins,
    winsToQuota: Math.max(0, quotaMinor - input.closedMinor) / meanMinor,
    nextPeriodWins,
    stages: workings.map(({ plan }) => plan),
    channels: splitToday(input, first.plan.today.total),
    saferPlan,
    reach,
    forecast: {
      expectedMinor,
      ...rangeOf(outlook),
      likelihood,
      withPlan: likelihoodOf(chanceOf(withPlan, quotaMinor)),
      withSaferPlan:
        saferPlan === null
          ? null
          : likelihoodOf(chanceOf(withVolume(saferPlan.perDay * chances), quotaMinor)),
      assumedPerDay,
    },
    pace: paceOf(input, quotaMinor),
    status,
    ownEvidence,
    quiet: isQuiet({ status, likelihood, pipelineShare, ...bands }),
    nextPipeline: { heldMinor, usualMinor, share: pipelineShare },
    words: planWords(first, lacking),
    decidingRecords: decidingRecords(outlook, quotaMinor),
    oneMoreADayMinor: input.nextWorkingDays * netted[0]!.valuePerUnitMinor,
    todayWorthMinor: first.plan.today.total * netted[0]!.valuePerUnitMinor,
    explanation: {
      stages: workings
        .map((stage, index) => ({ stage, index }))
        .filter(({ stage }) => stage.plan.asked)
        .map(({ stage, index }) => ({ stage: stage.plan.stage, root: explainStage(input, index, stage) })),
      forecast: explainForecast(input, figures),
      likelihood: explainLikelihood(input, figures),
    },
  };
}

/** Further wins in time: new work that lands, work in flight, and arrivals. */
function newWinsOf(input: PlanInput, first: NettedStage, landingUnits: number): number {
  return (
    landingUnits * first.rateToWin + (first.inFlightMinor + first.arrivalsMinor) / input.winValue.meanMinor
  );
}

function reachAtCapacity(
  input: PlanInput,
  netted: NettedStage,
  first: StageWorkings,
  fullDayUnits: number | null,
  withVolume: (landing: number) => Outlook,
): Reach | null {
  if (fullDayUnits === null) return null;
  const fractions = first.days.map((day) => day.fraction);
  const landing = fullDayUnits * sumProduct(fractions, first.plan.landingChance);
  const step = input.steps.at(-1)!;
  return reachOf({
    quotaMinor: effectiveQuota(input.quota),
    knownMinor: input.closedMinor + netted.openMinor + netted.inFlightMinor + netted.arrivalsMinor,
    newMinor: landing * netted.valuePerUnitMinor,
    // A full calendar is a thought experiment: its range is told in two digits, the closed form is enough.
    range: rangeOf({ ...withVolume(landing), precision: "quick" }),
    perDayMinor: fullDayUnits * first.plan.landingChance[0]! * netted.valuePerUnitMinor,
    lastStep: { from: step.from, to: step.to, rate: step.rate!.mean, atMostOne: step.rate!.kind === "share" },
    winValueMinor: input.winValue.meanMinor,
  });
}

function splitToday(input: PlanInput, units: number): ChannelAsk[] {
  const split = ownMixSplit(input.channels, units);
  return input.channels.map((channel, index) => ({
    channel: channel.id,
    name: channel.name,
    units: split[index]!,
    expectedNextStage: split[index]! * channel.yieldPerUnit,
  }));
}

/** The closing curve runs over the period's working days, the present one not yet over. */
function paceOf(input: PlanInput, quotaMinor: number): PersonPlan["pace"] {
  const weights = input.workingDays.map(weightOf);
  const passed = input.workingDays.filter(({ day }) => day < input.today).length;
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const { share, linear } = usualShareByNow(
    input.closingHistory,
    sum(weights.slice(0, passed)) / sum(weights),
  );
  const expectedByNowMinor = share * quotaMinor;
  return {
    usualShare: share,
    expectedByNowMinor,
    aheadMinor: input.closedMinor - expectedByNowMinor,
    linear,
  };
}

/** Rates whose product asks for more entries than can be counted are a zero rate in all but name. */
function vanishingRate(input: PlanInput, netted: NettedStage[]): PlanRefusal | null {
  const most =
    Math.max(effectiveQuota(input.quota), effectiveQuota(input.nextQuota)) + Math.abs(input.closedMinor);
  if (netted.every((stage) => most / stage.valuePerUnitMinor <= Number.MAX_SAFE_INTEGER)) return null;
  const smallest = input.steps.reduce((least, step) => (step.rate!.mean < least.rate!.mean ? step : least));
  return { code: "zero-rate", step: { from: smallest.from, to: smallest.to } };
}
