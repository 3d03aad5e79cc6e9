import { dayNumber } from "@/lib/engine/days";

/** Calendar arithmetic on ISO days. Stories think in whole days; an instant appears only where a row needs one. */

/**
 * The ISO day of a number of days since 1970-01-01.
 *
 * @example
 * isoDay(20_779) // => "2026-11-22"
 */
export function isoDay(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return isoDay(dayNumber(day) + days);
}

/** 0 = Sunday to 6. */
export function weekdayOf(number: number): number {
  // 1970-01-01 was a Thursday
  return (((number + 4) % 7) + 7) % 7;
}

export interface Quarter {
  year: number;
  /** 1 to 4 */
  quarter: number;
  firstDay: string;
  lastDay: string;
}

export function quarterOf(day: string): Quarter {
  return quarterAt(quarterIndex(day));
}

/** Quarters counted from year 0, so that "six quarters before" is a subtraction. */
export function quarterIndex(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

export function quarterAt(index: number): Quarter {
  const year = Math.floor(index / 4);
  const quarter = (index % 4) + 1;
  const firstDay = firstOfQuarter(year, quarter);
  const next = quarter === 4 ? firstOfQuarter(year + 1, 1) : firstOfQuarter(year, quarter + 1);
  return { year, quarter, firstDay, lastDay: addDays(next, -1) };
}

function firstOfQuarter(year: number, quarter: number): string {
  return `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;
}
