import "server-only";
import type { PersonRow } from "@/lib/data/people";
import type { QuotaRow } from "@/lib/data/quotas";
import { addDays } from "@/lib/engine/calendar";
import type { Evidence, PlanInput, PlanStep, ShareRate, WinValue, YieldRate } from "@/lib/engine/plan-input";
import { poolRate, posterior } from "@/lib/engine/pooling";
import { poolYield, yieldPosterior } from "@/lib/engine/yield";
import { currencyDigits } from "@/lib/format/currency";
import { type ArrivalHistory, arrivalHistory, arrivalsOf } from "@/lib/usecases/planning/arrivals";
import { calendarOf } from "@/lib/usecases/planning/calendar-of";
import { OUTREACH } from "@/lib/usecases/planning/chain-of";
import { channelsOf } from "@/lib/usecases/planning/channels";
import { closingHistory } from "@/lib/usecases/planning/closing-history";
import { unitsAt } from "@/lib/usecases/planning/count-steps";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";
import { openRecordsOf, type WinCurves, winCurves } from "@/lib/usecases/planning/open-records";
import { stepEvidence } from "@/lib/usecases/planning/step-evidence";
import type { StepModel } from "@/lib/usecases/planning/step-model";
import { type ChainModel, chainModel } from "@/lib/usecases/planning/step-models";
import { type UsualPipeline, usualPipeline } from "@/lib/usecases/planning/usual-pipeline";
import { winValues } from "@/lib/usecases/planning/win-values";

/** Recent work the forecast goes on with (method e). */
const RECENT_DAYS = 56;

/** What everybody's plans of a funnel share, computed once: chains per position and measure, curves, values. */
export interface TeamModel {
  facts: FunnelFacts;
  chain(measure: string, position: string): ChainModel;
  curves(measure: string): WinCurves;
  arrivals: ArrivalHistory;
  winValue(personId: string, measure: string): WinValue;
  usualPipeline(measure: string): UsualPipeline;
}

export function teamModel(facts: FunnelFacts): TeamModel {
  const chains = new Map<string, ChainModel>();
  const curves = new Map<string, WinCurves>();
  const chain = (measure: string, position: string) =>
    remember(chains, `${measure} ${position}`, () => chainModel(facts, measure, position));
  const usual = new Map<string, UsualPipeline>();
  const curvesOf = (measure: string) =>
    remember(curves, measure, () => winCurves(facts, chain(measure, "").links.at(-1)?.id ?? ""));
  return {
    facts,
    chain,
    curves: curvesOf,
    usualPipeline: (measure) =>
      remember(usual, measure, () => usualPipeline(facts, curvesOf(measure), measure)),
    arrivals: arrivalHistory(facts),
    winValue: winValues(facts),
  };
}

/** The engine's input for one quota. Null where the chain has no link left: nothing is known of any step. */
export function planInputOf(team: TeamModel, person: PersonRow, quota: QuotaRow): PlanInput | null {
  const { facts } = team;
  const { measure } = quota;
  const isMoney = measure === "money";
  const model = team.chain(measure, person.position);
  if (model.steps.length === 0) return null;
  const curves = team.curves(measure);
  const winValue = team.winValue(person.id, measure);
  const steps = model.steps.map((step) => planStep(facts, step, person.id));
  const own = (filter: (row: { day: string }) => boolean) =>
    facts.results.filter((row) => row.personId === person.id && row.measure === measure && filter(row));
  const closed = own((row) => row.day >= facts.period.from && row.day <= facts.period.to);
  const nextDays = calendarOf(facts, person, facts.nextPeriod.from, facts.nextPeriod.to);
  const nextWorkingDays = nextDays.reduce((sum, day) => sum + day.fraction, 0);
  const nextQuota = facts.quotas.find(
    (other) =>
      other.personId === person.id && other.periodId === facts.nextPeriod.id && other.measure === measure,
  );
  const plan = facts.plans.find((candidate) => candidate.personId === person.id);
  const first = model.links[0];
  const second = model.links[1];
  const recent = recentVolume(team, person, first?.id ?? OUTREACH);
  const openRecords = openRecordsOf(facts, curves, {
    id: person.id,
    relativeRateFrom: (stageId) => relativeRate(model, steps, stageId),
    meanValueMinor: winValue.meanMinor,
    countsWins: !isMoney,
  });
  return {
    today: facts.day,
    measure: isMoney
      ? {
          kind: "money",
          currency: facts.organization.currency,
          digits: currencyDigits(facts.organization.currency),
        }
      : { kind: "count", noun: countNoun(model) },
    period: { label: facts.period.label, from: facts.period.from, to: facts.period.to },
    nextPeriod: { label: facts.nextPeriod.label, from: facts.nextPeriod.from, to: facts.nextPeriod.to },
    quota: { amountMinor: quota.amountMinor, rampFactor: quota.rampShare, evidence: quotaEvidence(quota) },
    nextQuota: nextQuota
      ? {
          amountMinor: nextQuota.amountMinor,
          rampFactor: nextQuota.rampShare,
          evidence: quotaEvidence(nextQuota),
        }
      : { amountMinor: quota.amountMinor, rampFactor: 1, assumed: true, evidence: quotaEvidence(quota) },
    closedMinor: closed.reduce((sum, row) => sum + row.amountMinor, 0),
    closedEvidence: {
      query: "results",
      params: {
        personId: person.id,
        funnelId: facts.funnel.id,
        measure,
        from: facts.period.from,
        to: facts.day,
      },
      count: closed.length,
    },
    stages: model.links.map((link, place) => ({
      id: link.id,
      name: link.name,
      measuredBy: link.measuredBy,
      minutesPerUnit: link.minutes,
      ...(place === model.links.length - 1 ? { asked: false } : {}),
    })),
    steps,
    winValue,
    openRecords,
    arrivals: arrivalsOf(facts, team.arrivals, curves, {
      id: person.id,
      worksDays:
        person.startOn === null ? Number.MAX_SAFE_INTEGER : Math.max(1, daysSince(person.startOn, facts.day)),
      nextDays: daysSince(facts.nextPeriod.from, facts.nextPeriod.to) + 1,
      meanValueMinor: winValue.meanMinor,
    }).filter((arrival) => model.links.some((link) => link.id === arrival.stage)),
    workingDays: calendarOf(facts, person, facts.period.from, facts.period.to),
    nextWorkingDays,
    calendarEvidence: {
      query: "working-days",
      params: { personId: person.id, from: facts.nextPeriod.from, to: facts.nextPeriod.to },
      count: nextDays.length,
    },
    capacity: { minutesPerDay: person.minutesPerDay },
    channels:
      first?.id === OUTREACH && second
        ? channelsOf(facts, person.id, { linkId: second.id, meanYield: steps[0]?.rate?.mean ?? 0 })
        : [],
    ...(plan ? { baselinePerDay: plan.baseline } : {}),
    recentVolume: recent,
    closingHistory: closingHistory(facts, measure),
    nextPipeline: nextPipeline(team, measure, openRecords),
  };
}

function planStep(facts: FunnelFacts, step: StepModel, personId: string): PlanStep {
  const tally = step.byPerson.get(personId) ?? {
    successes: 0,
    trials: 0,
    entered: 0,
    advanced: 0,
    lost: 0,
    open: 0,
  };
  const rate = step.prior === null ? null : rateOf(step, tally);
  return {
    from: step.from,
    to: step.to,
    rate,
    ownSuccesses: tally.successes,
    ownTrials: tally.trials,
    teamMean: step.team.trials > 0 ? step.team.successes / step.team.trials : null,
    lag: step.lag,
    evidence: stepEvidence(facts, step, personId, tally),
  };
}

function rateOf(step: StepModel, tally: { successes: number; trials: number }): ShareRate | YieldRate | null {
  if (step.prior === null) return null;
  if (step.kind === "share") {
    const { mean, lower, upper, ownShare } = poolRate(tally, step.prior);
    return { kind: "share", ...posterior(tally, step.prior), mean, lower, upper, ownShare };
  }
  const prior = { shape: step.prior.alpha, rate: step.prior.beta };
  const evidence = { outcomes: tally.successes, exposure: tally.trials };
  const { mean, lower, upper, ownShare } = poolYield(evidence, prior);
  return { kind: "yield", ...yieldPosterior(evidence, prior), mean, lower, upper, ownShare };
}

function quotaEvidence(quota: QuotaRow): Evidence {
  return { query: "quota", params: { quotaId: quota.id }, count: 1 };
}

/** How the person brings what stands at a stage to its end, beside everybody: the product of own over team rates. */
function relativeRate(model: ChainModel, steps: PlanStep[], stageId: string): number {
  const from = model.steps.findIndex((step) => step.from === stageId);
  if (from === -1) return 1;
  return steps.slice(from).reduce((ratio, step) => {
    if (step.rate === null || step.teamMean === null || step.teamMean <= 0) return ratio;
    return ratio * (step.rate.mean / step.teamMean);
  }, 1);
}

function recentVolume(team: TeamModel, person: PersonRow, linkId: string): PlanInput["recentVolume"] {
  const { facts } = team;
  const from = addDays(facts.day, -RECENT_DAYS);
  const to = addDays(facts.day, -1);
  const days = calendarOf(facts, person, from, to).reduce((sum, day) => sum + day.fraction, 0);
  const isCounted =
    linkId === OUTREACH || facts.funnel.stages.some((s) => s.id === linkId && s.measuredBy === "count");
  const done = isCounted
    ? facts.activityWeeks
        .filter((row) => row.personId === person.id && row.week >= from)
        .reduce((sum, row) => sum + unitsAt(facts.funnel, linkId, row), 0)
    : facts.passes.filter(
        (pass) =>
          pass.personId === person.id &&
          pass.stageId === linkId &&
          pass.reachedOn >= from &&
          pass.reachedOn <= to,
      ).length;
  return { perDay: days > 0 ? done / days : 0, days };
}

/** What open records are expected to bring after this period, beside what was usual at this point. */
function nextPipeline(
  team: TeamModel,
  measure: string,
  open: PlanInput["openRecords"],
): PlanInput["nextPipeline"] {
  const held = open.reduce(
    (sum, record) => sum + record.valueMinor * Math.max(0, record.winChance - record.winInTimeChance),
    0,
  );
  return { heldMinor: held, ...team.usualPipeline(measure) };
}

function countNoun(model: ChainModel): { one: string; many: string } {
  const name = (model.links.at(-1)?.name ?? "result").toLowerCase();
  return { one: name, many: name };
}

function daysSince(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}

function remember<Value>(store: Map<string, Value>, key: string, make: () => Value): Value {
  const known = store.get(key);
  if (known !== undefined) return known;
  const value = make();
  store.set(key, value);
  return value;
}
