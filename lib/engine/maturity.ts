import type { IncidencePoint } from "./incidence";
import { nonNegative } from "./valid";

/**
 * G: of the entries that will ever advance, the share that has done so by an age. Ascending days; each share holds
 * from its day until the next; the last one is 1. Empty: nothing is known about the speed of this step.
 */
export type MaturityCurve = readonly { readonly days: number; readonly share: number }[];

/**
 * The maturity curve G(t) = C1(t) / C1(∞) of a step. Before anything has advanced, the speed at which entries are
 * decided at all stands in for it; before anything is decided the curve is empty (method a4).
 *
 * @example
 * maturityCurve(cumulativeIncidence(records)) // worked example of a3 => [{3, .31}, {8, .62}, {15, 1}]
 */
export function maturityCurve(incidence: readonly IncidencePoint[]): MaturityCurve {
  const last = incidence.at(-1);
  if (last === undefined) return [];
  const reached = last.advanced > 0 ? (point: IncidencePoint) => point.advanced : decided;
  const total = reached(last);
  const curve: { days: number; share: number }[] = [];
  let before = 0;
  for (const point of incidence) {
    const value = reached(point);
    if (value > before) curve.push({ days: point.days, share: value / total });
    before = value;
  }
  return curve;
}

function decided(point: IncidencePoint): number {
  return point.advanced + point.lost;
}

/**
 * Share of those that will ever advance that has done so `days` after entry; 0 where nothing is known.
 * It is also the empirical chance P(L <= days) that an advance lands within `days`.
 *
 * @example
 * maturityAt([{ days: 3, share: 0.4 }, { days: 15, share: 1 }], 10) // => 0.4
 */
export function maturityAt(curve: MaturityCurve, days: number): number {
  let low = 0;
  let high = curve.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (curve[middle]!.days <= days) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : curve[low - 1]!.share;
}

/** The curve by whole days, for loops over many entries: `shares[min(days, length - 1)]`. */
export function maturityByDay(curve: MaturityCurve): Float64Array {
  const last = curve.at(-1);
  if (last === undefined) return new Float64Array(1);
  const shares = new Float64Array(Math.ceil(nonNegative(last.days, "days")) + 1);
  let point = 0;
  let share = 0;
  for (let day = 0; day < shares.length; day++) {
    while (point < curve.length && curve[point]!.days <= day) share = curve[point++]!.share;
    shares[day] = share;
  }
  return shares;
}
