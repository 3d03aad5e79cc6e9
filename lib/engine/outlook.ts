import { productMoments, type StepEvidence } from "@/lib/engine/chain";
import { gammaQuantile } from "@/lib/engine/distributions";
import {
  attainmentProbability,
  openDealsMoments,
  quickAttainment,
  sharedSpreadOf,
} from "@/lib/engine/forecast";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { OpenRecord, PlanInput, PlanStep } from "@/lib/engine/plan-input";
import { likelihoodOf } from "@/lib/engine/status";

/** Seasons and products move everybody's rates together: 10 % from quarter to quarter (method e). */
const COMMON_SHOCK_CV = 0.1;

/** Own recent volume against the rhythm: twenty working days of it count as much (method e, "shrunk to the rhythm"). */
export const RHYTHM_DAYS = 20;

/** Records whose win is worked out, by the value they still put in doubt. */
const CANDIDATES = 8;
const DECIDING = 3;

const MOVES = 4;

/** Below this a chance is a rounding residue of some import and no chance. */
const NO_CHANCE = 1e-9;

/** Gamma shapes beyond which the total is as good as certain, or as good as nothing. */
const SURE_SHAPE = 1e9;
const RARE_SHAPE = 0.01;

/** What may still be closed by the end of the period: open records, and wins that are not open yet. */
export type Outlook = {
  closedMinor: number;
  openRecords: OpenRecord[];
  /** Expected number of further wins in time, from new work, work in flight and arrivals. */
  newWins: number;
  winValueMinor: number;
  winValues: number[];
  /** Squared coefficient of variation of the chance that stands behind the new wins. */
  rateCv2: number;
  /** What is not known of the win rate is not known for all open records at once (method e4). */
  sharedSpread: number;
  precision: "exact" | "quick";
};

export function stepEvidence(steps: PlanStep[]): StepEvidence[] {
  return steps
    .flatMap(({ rate }) => rate ?? [])
    .map((rate) =>
      rate.kind === "yield" ? { shape: rate.shape, mean: rate.mean } : { alpha: rate.alpha, beta: rate.beta },
    );
}

/** Volume per day the forecast assumes: the person's own of late, shrunken to the rhythm. */
export function assumedVolume(recent: { perDay: number; days: number }, rhythmPerDay: number): number {
  return (recent.perDay * recent.days + rhythmPerDay * RHYTHM_DAYS) / (recent.days + RHYTHM_DAYS);
}

export function outlookOf(input: PlanInput, newWins: number): Outlook {
  const { meanMinor, recentMinor = [] } = input.winValue;
  const average = recentMinor.reduce((sum, value) => sum + value, 0) / Math.max(1, recentMinor.length);
  const winRate = input.steps.at(-1)?.rate;
  return {
    precision: input.precision ?? "exact",
    closedMinor: input.closedMinor,
    openRecords: input.openRecords,
    newWins,
    winValueMinor: meanMinor,
    // The spread of past wins around the mean the plan uses: the forecast must not plan with another value per win.
    winValues: average > 0 ? recentMinor.map((value) => (value * meanMinor) / average) : [meanMinor],
    rateCv2: productMoments(stepEvidence(input.steps)).cv2 + COMMON_SHOCK_CV ** 2,
    sharedSpread: winRate?.kind === "share" ? sharedSpreadOf(winRate.alpha, winRate.beta) : 0,
  };
}

/** P(closed at the end >= total). */
export function chanceOf(outlook: Outlook, totalMinor: number): number {
  const missingMinor = totalMinor - outlook.closedMinor;
  if (missingMinor <= 0) return 1;
  if (outlook.precision === "quick") {
    const moments = momentsOf(outlook);
    return moments.mean > NO_CHANCE ? quickAttainment({ missingMinor, ...moments }) : 0;
  }
  const shape = 1 / outlook.rateCv2;
  return attainmentProbability({
    missingMinor,
    openDeals: dealsOf(outlook),
    sharedSpread: outlook.sharedSpread,
    ...(outlook.newWins > NO_CHANCE
      ? { newWins: { shape, rate: shape, exposure: outlook.newWins }, winValuesMinor: outlook.winValues }
      : {}),
  });
}

function dealsOf(outlook: Outlook): { probability: number; valueMinor: number }[] {
  return outlook.openRecords.map(({ winInTimeChance, valueMinor }) => ({
    probability: winInTimeChance,
    valueMinor,
  }));
}

/** Mean and variance of what is still to come, shared uncertainty included. */
function momentsOf(outlook: Outlook): { mean: number; variance: number } {
  const deals = dealsOf(outlook);
  const open = openDealsMoments(deals);
  // All odds move together: the derivative of p with respect to its log-odds is p (1 - p).
  const slope = deals.reduce((sum, { probability: p, valueMinor }) => sum + p * (1 - p) * valueMinor, 0);
  const { newWins, winValueMinor, winValues, rateCv2, sharedSpread } = outlook;
  const square = winValues.reduce((sum, value) => sum + value * value, 0) / winValues.length;
  return {
    mean: open.mean + newWins * winValueMinor,
    variance:
      open.variance +
      (slope * sharedSpread) ** 2 +
      newWins * square +
      (newWins * winValueMinor) ** 2 * rateCv2,
  };
}

export function expectedTotal(outlook: Outlook): number {
  const open = outlook.openRecords.reduce(
    (sum, record) => sum + record.valueMinor * record.winInTimeChance,
    0,
  );
  return outlook.closedMinor + open + outlook.newWins * outlook.winValueMinor;
}

/** The range that holds the total 8 times in 10. */
export function rangeOf(outlook: Outlook): { lowMinor: number; highMinor: number } {
  const lowMinor = totalReachedWith(outlook, 0.9);
  return { lowMinor, highMinor: Math.max(lowMinor, totalReachedWith(outlook, 0.1)) };
}

/**
 * The total that is reached with this probability: the quantile of a gamma with the same mean and variance, moved
 * until the exact probability agrees. The gamma has nearly the right shape, so a few moves are enough for a figure
 * told in three digits; a few large deals make steps no gamma has, and there the bracket halves.
 */
function totalReachedWith(outlook: Outlook, probability: number): number {
  const { mean, variance } = momentsOf(outlook);
  const shape = variance > 0 ? (mean * mean) / variance : Number.POSITIVE_INFINITY;
  if (!(shape <= SURE_SHAPE)) return Math.round(outlook.closedMinor + mean);
  // All but nothing is expected: 9 times in 10 and more it is nothing at all.
  if (shape < RARE_SHAPE) return outlook.closedMinor;
  const rate = mean / variance;
  const target = gammaQuantile(1 - probability, shape, rate);
  if (outlook.precision === "quick") return Math.round(outlook.closedMinor + target);
  let total = target;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let move = 0; move < MOVES; move++) {
    const chance = chanceOf(outlook, outlook.closedMinor + total);
    if (chance >= probability) low = total;
    else high = total;
    const reached = gammaQuantile(Math.min(0.999, Math.max(0.001, 1 - chance)), shape, rate);
    const next = total + target - reached;
    total =
      next > low && next < high ? next : high < Number.POSITIVE_INFINITY ? (low + high) / 2 : 2 * total + 1;
  }
  return Math.round(outlook.closedMinor + total);
}

/** Open records whose win would move the likelihood most, with the likelihood if they are won. */
export function decidingRecords(outlook: Outlook, quotaMinor: number): PersonPlan["decidingRecords"] {
  if (outlook.precision === "quick") return [];
  const now = chanceOf(outlook, quotaMinor);
  return outlook.openRecords
    .filter((record) => record.winInTimeChance > 0 && record.valueMinor > 0)
    .sort((left, right) => inDoubt(right) - inDoubt(left) || (left.id < right.id ? -1 : 1))
    .slice(0, CANDIDATES)
    .map((record) => {
      const without = outlook.openRecords.filter((other) => other !== record);
      const ifWon = chanceOf({ ...outlook, openRecords: without }, quotaMinor - record.valueMinor);
      return { record, ifWon };
    })
    .filter(({ ifWon }) => ifWon > now)
    .sort((left, right) => right.ifWon - left.ifWon)
    .slice(0, DECIDING)
    .map(({ record: { id, name, stage, enteredOn, valueMinor }, ifWon }) => ({
      id,
      name,
      stage,
      enteredOn,
      valueMinor,
      likelihoodIfWon: likelihoodOf(ifWon),
    }));
}

const inDoubt = (record: OpenRecord) => record.valueMinor * (1 - record.winInTimeChance);
