import { nonNegative } from "./valid";

/** One stay in a stage: how long it has lasted, and how it ended, if it did. */
export type IncidenceRecord = { days: number; outcome: "advanced" | "lost" | "open" };

/** From `days` on, until the next point: shares advanced, lost and still open; they add up to 1. */
export type IncidencePoint = { days: number; advanced: number; lost: number; stillOpen: number };

/**
 * Share of stays that have advanced, or were lost, by each age: Aalen-Johansen's cumulative incidence with the two
 * as competing ends and the open ones censored. One point for every distinct day count on which something ended.
 * Losses are never censored: Kaplan-Meier that does so tends to 100 % in long data (method a3).
 * Throws RangeError for negative or non-finite days.
 *
 * @example
 * // 3 won, 5 lost, 8 won, 10 open, 12 lost, 15 won, 20 open, 25 open
 * cumulativeIncidence(records).at(-1) // => { days: 15, advanced: 0.40625, lost: 0.28125, stillOpen: 0.3125 }
 */
export function cumulativeIncidence(records: readonly IncidenceRecord[]): IncidencePoint[] {
  const stays = sortedDays(records, () => true);
  const advances = sortedDays(records, (record) => record.outcome === "advanced");
  const losses = sortedDays(records, (record) => record.outcome === "lost");
  const points: IncidencePoint[] = [];
  let [advanced, lost, stillOpen] = [0, 0, 1];
  let [over, advance, loss] = [0, 0, 0];
  while (advance < advances.length || loss < losses.length) {
    const days = Math.min(
      advances[advance] ?? Number.POSITIVE_INFINITY,
      losses[loss] ?? Number.POSITIVE_INFINITY,
    );
    // A stay censored on the very day was still at risk on it.
    while (stays[over]! < days) over++;
    const atRisk = stays.length - over;
    const advancedNow = countAt(advances, advance, days);
    const lostNow = countAt(losses, loss, days);
    advanced += (stillOpen * advancedNow) / atRisk;
    lost += (stillOpen * lostNow) / atRisk;
    stillOpen *= 1 - (advancedNow + lostNow) / atRisk;
    points.push({ days, advanced, lost, stillOpen });
    advance += advancedNow;
    loss += lostNow;
  }
  return points;
}

/** The point in force at an age: the last one not after it, or "nothing yet". */
export function incidenceAt(points: readonly IncidencePoint[], days: number): IncidencePoint {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.days <= days) low = middle + 1;
    else high = middle;
  }
  return points[low - 1] ?? { days: 0, advanced: 0, lost: 0, stillOpen: 1 };
}

function sortedDays(
  records: readonly IncidenceRecord[],
  wanted: (record: IncidenceRecord) => boolean,
): Float64Array {
  const days = new Float64Array(records.length);
  let length = 0;
  for (const record of records) if (wanted(record)) days[length++] = nonNegative(record.days, "days");
  return days.subarray(0, length).sort();
}

function countAt(ascending: Float64Array, from: number, days: number): number {
  let to = from;
  while (to < ascending.length && ascending[to] === days) to++;
  return to - from;
}
