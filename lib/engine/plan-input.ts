/**
 * What the person's plan is made from: gathered by a use case, never fetched here.
 * Rates are fractions, amounts integer minor units of the measure (a count measure's minor unit is one piece),
 * days "YYYY-MM-DD" in the person's zone.
 */

/** The records or counts behind a figure; passed through to the explanation's leaves untouched. */
export type Evidence = {
  /** Name of the query that lists the rows. */
  query: string;
  params: Record<string, string | number | boolean | null>;
  /** How many rows it lists. */
  count: number;
};

/** What the quota is counted in. Amounts of a count measure are whole pieces with `digits` 0. */
export type PlanMeasure =
  | { kind: "money"; currency: string; digits: number }
  | { kind: "count"; noun: { one: string; many: string } };

export type PlanPeriod = { label: string; from: string; to: string };

export type PlanQuota = {
  amountMinor: number;
  /** Scales the quota while somebody ramps, above 0 and usually at most 1. Default 1. */
  rampFactor?: number;
  /** The next quota is not set yet and the present one is taken to go on: the screen says so. */
  assumed?: boolean;
  evidence?: Evidence;
};

/** `activity`: tapped or fed, split over channels. `count`: a logged number. `record`: deals, candidates. */
export type StageMeasuredBy = "activity" | "count" | "record";

export type PlanStage = {
  id: string;
  name: string;
  measuredBy: StageMeasuredBy;
  /** Whether a day asks for this stage. Default: every stage but the win. */
  asked?: boolean;
  /** Minutes one entry costs the person; 0 when unknown. Of a stage with channels, the channels' minutes count. */
  minutesPerUnit?: number;
  /**
   * Days from entering this stage to the win, where the whole way has been observed.
   * Without it the lags of the steps are added up (lognormal by mean and variance, method d4).
   */
  toWin?: LandingCurve;
};

/** How long it takes to pass, among those that pass. */
export type LandingCurve =
  | { kind: "lognormal"; medianDays: number; sigma: number }
  /** `share` of the passes that happened within `days`; ascending, a step function. */
  | { kind: "empirical"; points: { days: number; share: number }[] };

/** A share of entries that pass (Beta), at most one each. */
export type ShareRate = {
  kind: "share";
  alpha: number;
  beta: number;
  mean: number;
  /** 80 % range. */
  lower: number;
  upper: number;
  /** How much of the mean is the person's own, n / (n + M). */
  ownShare: number;
};

/** Passes per entry where one entry may bring several, or none (Gamma-Poisson). */
export type YieldRate = {
  kind: "yield";
  shape: number;
  /** In entries: mean = shape / rate. */
  rate: number;
  mean: number;
  lower: number;
  upper: number;
  ownShare: number;
};

export type PlanStep = {
  /** Stage ids; step i leads from stage i to stage i + 1. */
  from: string;
  to: string;
  /** Null: neither own history nor a prior. The plan is refused with that reason. */
  rate: ShareRate | YieldRate | null;
  ownSuccesses: number;
  /** Weighted and matured trials (method a4, a6): a fraction is normal. */
  ownTrials: number;
  teamMean: number | null;
  /** Time from entering `from` to entering `to`. Null: within the day. */
  lag: LandingCurve | null;
  evidence?: Evidence;
};

/** Mean value of a win, shrunken to the team's (method c). A count measure has 1. */
export type WinValue = {
  meanMinor: number;
  ownShare: number;
  /** Wins behind the own part. */
  wins: number;
  /** Values of past wins, for the spread of the forecast. Without them every new win brings the mean. */
  recentMinor?: number[];
  evidence?: Evidence;
};

export type OpenRecord = {
  id: string;
  name: string;
  /** The stage it stands at. */
  stage: string;
  enteredOn: string;
  valueMinor: number;
  /** P(win at all) and P(win by the end of this period), given its stage and age (method d1). */
  winChance: number;
  winInTimeChance: number;
  evidence?: Evidence;
};

/** Expected value of what comes without outreach (inbound, referrals), by the stage it enters at. */
export type Arrivals = {
  stage: string;
  /** Still to arrive and land in this period. */
  thisPeriodMinor: number;
  /** Over the whole next period. */
  nextPeriodMinor: number;
  evidence?: Evidence;
};

/**
 * Work already done at an activity or count stage that has not become anything countable further on: it is
 * netted off like stock, so that doing more lowers the ask at once. Days before today only.
 */
export type WorkInFlight = { stage: string; day: string; count: number };

/** One working day of the person's calendar: half days, part time and the weekday profile already applied. */
export type PlanDay = {
  day: string;
  /** Share of a full day that is worked, above 0 and at most 1. */
  fraction: number;
  /** Share of the asks it takes, around 1 (fraction x weekday profile). Default: the fraction. */
  weight?: number;
};

export type PlanChannel = {
  id: string;
  name: string;
  /** Share of the person's outreach in this channel; the shares add up to 1. */
  mixShare: number;
  /** Expected entries of the second stage per unit, and its lower 20 % bound. */
  yieldPerUnit: number;
  yieldLower: number;
  /** Upper end of the 80 % range, and the own evidence behind it: shown, never planned with. */
  yieldUpper?: number;
  ownUnits?: number;
  ownOutcomes?: number;
  minutesPerUnit: number;
  capPerDay?: number;
};

export type ClosingHistory = {
  /** Median share of the period's result that was closed by this working day, over past periods. */
  shareByNow: number;
  periods: number;
  evidence?: Evidence;
};

export type NextPipeline = {
  /** Expected value, for the next period, of the records open now. */
  heldMinor: number;
  /** Median over past periods of (held at this point / the quota that followed); null without history. */
  usualShare: number | null;
  periods: number;
  /**
   * What an even flow that meets the next quota would hold by this point, as a share of that quota. Shrinks the
   * usual share where given; without it half of the next quota does (decision 013).
   */
  steadyShare?: number;
  evidence?: Evidence;
};

/** Lower ends of the bands, applied to the figure shown (steps of 5 %). */
export type StatusBands = {
  ahead: number;
  onPace: number;
  behind: number;
  quiet: number;
  quietPipeline: number;
};

/** Method e. */
export const DEFAULT_STATUS_BANDS: StatusBands = {
  ahead: 0.85,
  onPace: 0.5,
  behind: 0.2,
  quiet: 0.7,
  quietPipeline: 0.8,
};

export type PlanInput = {
  today: string;
  measure: PlanMeasure;
  period: PlanPeriod;
  nextPeriod: PlanPeriod;
  quota: PlanQuota;
  nextQuota: PlanQuota;
  closedMinor: number;
  closedEvidence?: Evidence;
  /** From outreach to win, in order; the last is the win. */
  stages: PlanStage[];
  /** One fewer than stages. */
  steps: PlanStep[];
  winValue: WinValue;
  openRecords: OpenRecord[];
  arrivals: Arrivals[];
  inFlight?: WorkInFlight[];
  /** Every working day of this period, past ones included: today's place among them rounds the asks. */
  workingDays: PlanDay[];
  /** Working days of the next period, in full days; half days and time off already taken off. */
  nextWorkingDays: number;
  calendarEvidence?: Evidence;
  /** Minutes of a full day, and the share that meetings of one's own, travel and such take (default .35). */
  capacity?: { minutesPerDay: number; overheadShare?: number };
  /** Channels of the first stage; empty when it is not split. */
  channels: PlanChannel[];
  /** Asks per full day by stage as published with the plan. Absent before the first plan: the rhythm is the baseline. */
  baselinePerDay?: Record<string, number>;
  /** Own first-stage volume per working day over the last eight weeks, and how many working days that were. */
  recentVolume: { perDay: number; days: number; evidence?: Evidence };
  closingHistory: ClosingHistory | null;
  nextPipeline: NextPipeline;
  statusBands?: StatusBands;
  /**
   * `exact` (default) for one person's page; `quick` for lists and nightly runs: the same plan, with probability and
   * ranges from mean and variance in closed form, and no deciding records.
   */
  precision?: "exact" | "quick";
};

/** Why no plan can be made: a value, because each is an ordinary state of an ordinary organization. */
export type PlanRefusal =
  | { code: "quota-zero" }
  | { code: "period-over"; endedOn: string }
  | { code: "no-working-days-left"; endsOn: string }
  | { code: "no-steps" }
  | { code: "no-history"; step: { from: string; to: string } }
  | { code: "zero-rate"; step: { from: string; to: string } }
  | { code: "no-win-value" }
  | { code: "unusable-input"; field: string };
