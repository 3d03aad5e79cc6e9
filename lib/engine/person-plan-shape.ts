import type { Evidence, PlanRefusal } from "@/lib/engine/plan-input";

export type ExplanationUnit = "money" | "units" | "units-per-day" | "wins" | "share" | "days" | "factor";

/**
 * One figure and what it was made from. `formula` is text over the keys of `inputs` (+ - * / parentheses,
 * max, min, ceil, floor, sum(prefix_*), product(prefix_*)) and recomputes `value`; a leaf has none.
 * Plain data: it is stored with the day's target as JSON.
 */
export type ExplanationNode = {
  key: string;
  label: string;
  /** Money in minor units. */
  value: number;
  unit: ExplanationUnit;
  formula?: string;
  inputs: ExplanationNode[];
  evidence?: Evidence;
  note?: string;
  /** The days a row of the landing table stands for. */
  span?: { from: string; to: string };
};

/** Asks of one day at one stage; rhythm + push = total, in whole units. */
export type DayAsk = { day: string; rhythm: number; push: number; total: number };

export type StagePlan = {
  stage: string;
  name: string;
  asked: boolean;
  /** Whole way from an entry here to a win. */
  rateToWin: number;
  /** Expected value of one entry, in the end. */
  valuePerUnitMinor: number;
  /** Expected in-time value of open records (and work in flight) at this stage or beyond. */
  openMinor: number;
  /** Expected in-time value of arrivals that enter here or beyond. */
  arrivalsMinor: number;
  lackingMinor: number;
  /** Entries that must land by the end of the period (method d2), in real numbers. */
  need: number;
  /** Entries the next period's quota needs in all. */
  nextPeriodNeed: number;
  /** Even flow per full working day, in real numbers. */
  rhythmPerDay: number;
  /** Push of each day left, in real numbers, beside `daysLeft`. */
  pushPerDay: number[];
  /** Chance that an entry of that day lands before the end, beside `daysLeft`. */
  landingChance: number[];
  /** Why there is no push although something is lacking. */
  pushWithheld: "cannot-land" | null;
  /** First of the days left is not necessarily today: nothing is asked on a day off. */
  today: DayAsk;
  asks: DayAsk[];
  /** Most that a day may ask (1.15 x baseline, capacity), for today. */
  capToday: number;
  /** Whole units the push would have asked today beyond the cap; never owed. */
  overCapToday: number;
};

export type ChannelAsk = { channel: string; name: string; units: number; expectedNextStage: number };

/** Steps of 5 %, never 0 or 1. */
export type LikelihoodWord =
  | "very-likely"
  | "likely"
  | "as-likely-as-not"
  | "less-likely-than-not"
  | "unlikely"
  | "very-unlikely";
export type Likelihood = {
  exact: number;
  shown: number;
  word: LikelihoodWord;
  odds: { of: number; in: number };
};

export type PlanStatus = "quota-met" | "learning" | "ahead" | "on-pace" | "behind" | "at-risk";

/** `factor` is null where nothing that is begun now can land any more: no factor of nothing is enough. */
export type Lever = { factor: number | null; possible: boolean };

/** What a full calendar reaches, and what each lever alone would have to be where that is not enough. */
export type Reach = {
  reachableMinor: { low: number; expected: number; high: number };
  /** Even the upper end of the range stays below the quota. */
  outOfReach: boolean;
  shortfallMinor: number;
  levers: {
    /** Of the last step; not possible where it would pass 100 %. */
    rate: Lever & { step: { from: string; to: string }; fromRate: number; toRate: number | null };
    winValue: Lever & { toMinor: number | null };
    /** Full working days that would have to be added today, or pipeline expected in time from elsewhere. */
    moreDays: { days: number | null; possible: boolean };
    pipelineMinor: number;
  } | null;
};

export type PersonPlan = {
  today: string;
  isWorkingDay: boolean;
  daysLeft: string[];
  /** In full days. */
  fullDaysLeft: number;
  quotaMinor: number;
  nextQuotaMinor: number;
  nextQuotaAssumed: boolean;
  closedMinor: number;
  openExpectedMinor: number;
  /** Expected in time from counted work that has not reached its next step yet. */
  inFlightMinor: number;
  arrivalsMinor: number;
  stillLackingMinor: number;
  /** Still lacking in wins of the person's average value; with nothing netted but what is closed: `winsToQuota`. */
  lackingWins: number;
  winsToQuota: number;
  nextPeriodWins: number;
  stages: StagePlan[];
  /** Today's asks of the first stage by channel; empty when it is not split. */
  channels: ChannelAsk[];
  /** Information, never an ask: first-stage volume per day that brings the next period's wins 4 times in 5. */
  saferPlan: { confidence: number; wins: number; entries: number; perDay: number } | null;
  reach: Reach | null;
  forecast: {
    expectedMinor: number;
    lowMinor: number;
    highMinor: number;
    /** At the person's own recent volume; with today's plan; with the safer plan. */
    likelihood: Likelihood;
    withPlan: Likelihood;
    withSaferPlan: Likelihood | null;
    /** First-stage volume per day the forecast assumes. */
    assumedPerDay: number;
  };
  pace: { usualShare: number; expectedByNowMinor: number; aheadMinor: number; linear: boolean };
  status: PlanStatus;
  /** Weighted by how much each rate's uncertainty matters. */
  ownEvidence: number;
  quiet: boolean;
  nextPipeline: { heldMinor: number; usualMinor: number; share: number };
  /** For the sentence of Today, first stage. */
  words: {
    rhythm: number;
    push: number;
    pushByWeek: { from: string; to: string; days: number; perDay: number; total: number }[];
    lastPushDay: string | null;
    lackingWins: number;
    lackingMinor: number;
    /** No new work can land: the day from which it pays into the next period. */
    newWorkPaysNextPeriodFrom: string | null;
  };
  /** Open records whose win would move the likelihood most, largest first. */
  decidingRecords: {
    id: string;
    name: string;
    stage: string;
    enteredOn: string;
    valueMinor: number;
    likelihoodIfWon: Likelihood;
  }[];
  /** What one more of the first stage a day brings over the next period, and what today's ask is worth in the end. */
  oneMoreADayMinor: number;
  todayWorthMinor: number;
  explanation: {
    stages: { stage: string; root: ExplanationNode }[];
    forecast: ExplanationNode;
    likelihood: ExplanationNode;
  };
};

export type PlanResult = { ok: true; plan: PersonPlan } | { ok: false; reason: PlanRefusal };
