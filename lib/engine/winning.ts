import { cumulativeIncidence, type IncidencePoint, type IncidenceRecord, incidenceAt } from "./incidence";
import { type Lag, landingChance } from "./lag";
import { fraction, nonNegative } from "./valid";

/** How records that entered a stage were won or lost by age ("advanced" means won). */
export type WinningCurve = {
  readonly points: readonly IncidencePoint[];
  /** How long each record was watched, ascending. */
  readonly watchedDays: Float64Array;
};

/** What is assumed where too few records were watched to this age: the chain's rate, its lag, the lag to a loss. */
export type WinningFallback = { rate: number; lag: Lag; lossLag?: Lag };

/** This many records still watched at an age weigh as much as the fallback. */
const RECORDS_FOR_HALF = 20;

/**
 * The winning curve of a stage, from all records that entered it: days from the entry to the win or loss, or so far.
 *
 * @example
 * winningCurve([{ days: 3, outcome: "advanced" }, { days: 5, outcome: "lost" }])
 */
export function winningCurve(records: readonly IncidenceRecord[]): WinningCurve {
  return {
    points: cumulativeIncidence(records),
    watchedDays: Float64Array.from(records, (record) => record.days).sort(),
  };
}

/**
 * The chance that a record open at age `ageDays` is won: ever, or within `daysLeft` when given. It falls with age.
 *   ever     (C1(∞) - C1(t)) / (1 - C1(t) - C2(t))
 *   in time  (C1(t + D) - C1(t)) / (1 - C1(t) - C2(t))
 * Where few records were watched to that age the fallback fills in, by weight n / (n + 20); without a fallback and
 * without a record the chance is unknown and a RangeError is thrown. Source: method d1.
 *
 * @example
 * // the eight records of a3, at age 9: (0.40625 - 0.25) / (1 - 0.25 - 0.125)
 * winningChance(winningCurve(records), { ageDays: 9 }) // => 0.25
 */
export function winningChance(
  curve: WinningCurve,
  at: { ageDays: number; daysLeft?: number; fallback?: WinningFallback },
): number {
  nonNegative(at.ageDays, "ageDays");
  if (at.daysLeft !== undefined) nonNegative(at.daysLeft, "daysLeft");
  const watched = stillWatched(curve.watchedDays, at.ageDays);
  if (at.fallback === undefined) {
    if (curve.watchedDays.length === 0)
      throw new RangeError("no record and no fallback: the chance is unknown");
    return observedChance(curve, at.ageDays, at.daysLeft);
  }
  const assumed = assumedChance(at.fallback, at.ageDays, at.daysLeft);
  if (watched === 0) return assumed;
  const weight = watched / (watched + RECORDS_FOR_HALF);
  return weight * observedChance(curve, at.ageDays, at.daysLeft) + (1 - weight) * assumed;
}

/** 0 beyond the age to which any record stayed open: nothing that old has ever been won. */
function observedChance(curve: WinningCurve, ageDays: number, daysLeft: number | undefined): number {
  const now = incidenceAt(curve.points, ageDays);
  const then =
    daysLeft === undefined ? (curve.points.at(-1) ?? now) : incidenceAt(curve.points, ageDays + daysLeft);
  if (now.stillOpen <= 0) return 0;
  return Math.min(1, Math.max(0, (then.advanced - now.advanced) / now.stillOpen));
}

function assumedChance(fallback: WinningFallback, ageDays: number, daysLeft: number | undefined): number {
  const rate = fraction(fallback.rate, "rate");
  const wonByNow = landingChance(fallback.lag, ageDays);
  const lostByNow = landingChance(fallback.lossLag ?? fallback.lag, ageDays);
  const wonByThen = daysLeft === undefined ? 1 : landingChance(fallback.lag, ageDays + daysLeft);
  const stillOpen = rate * (1 - wonByNow) + (1 - rate) * (1 - lostByNow);
  if (stillOpen <= 0) return 0;
  return Math.min(1, (rate * (wonByThen - wonByNow)) / stillOpen);
}

/** Records watched for longer than this age. */
function stillWatched(ascending: Float64Array, days: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= days) low = middle + 1;
    else high = middle;
  }
  return ascending.length - low;
}
