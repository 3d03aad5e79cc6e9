import { dayNumber } from "@/lib/engine/days";
import type { PlanDay } from "@/lib/engine/plan-input";

/** Arithmetic on days as days: "YYYY-MM-DD" in, no instant and no zone in between. */

const MILLISECONDS_PER_DAY = 86_400_000;

/** Days to even out a weekday profile: own history of 20 days counts as much as "every day alike" (method d7). */
const EVEN_PROFILE_DAYS = 20;

/** The ISO day of a day number; the inverse of `dayNumber`. */
export function isoDay(number: number): string {
  const date = new Date(number * MILLISECONDS_PER_DAY);
  if (!Number.isInteger(number) || Number.isNaN(date.getTime())) {
    throw new RangeError(`not a day number: ${number}`);
  }
  const iso = date.toISOString();
  // Years outside 0 to 9999 are written with a sign and six digits.
  if (iso.length !== 24) throw new RangeError(`day ${number} lies outside the years 0 to 9999`);
  return iso.slice(0, 10);
}

/** @example addDays("2026-12-31", 1) // => "2027-01-01" */
export function addDays(day: string, days: number): string {
  return isoDay(dayNumber(day) + days);
}

/** Calendar days from `from` to `to`, negative backward. @example daysBetween("2026-11-24", "2026-12-31") // => 37 */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 = Sunday to 6. @example weekdayOf("2026-11-24") // => 2 */
export function weekdayOf(day: string): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** Every day from `from` to `to`, both included; none when the range is backward. */
export function eachDay(from: string, to: string): string[] {
  const first = dayNumber(from);
  const length = Math.max(0, dayNumber(to) - first + 1);
  return Array.from({ length }, (_, offset) => isoDay(first + offset));
}

/** Monday of the day's week: asks are told week by week. */
export function mondayOf(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

type Calendar = { from: string; to: string; weekend: number[]; holidays: string[]; timeOff: string[] };

/**
 * The working days from `from` to `to`, both included: calendar less weekend, holidays and time off.
 * Throws RangeError for days that do not exist and weekdays outside 0 to 6.
 *
 * @example
 * workingDays({ from: "2026-11-23", to: "2026-11-29", weekend: [0, 6], holidays: ["2026-11-26"], timeOff: [] })
 * // => ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27"]
 */
export function workingDays(input: Calendar): string[] {
  for (const weekday of input.weekend) validWeekday(weekday);
  const free = new Set([...input.holidays, ...input.timeOff]);
  for (const day of free) dayNumber(day);
  return eachDay(input.from, input.to).filter(
    (day) => !free.has(day) && !input.weekend.includes(weekdayOf(day)),
  );
}

/** Own volume by weekday: `volume` done on `days` worked days of that weekday. */
export type WeekdayVolume = { weekday: number; days: number; volume: number };

/**
 * How much of an even day's work each weekday takes, 1 = even; shrunken to even with 20 days (method d7), and
 * scaled so that the weekdays given average 1.
 *
 * @example
 * weekdayWeights([{ weekday: 1, days: 20, volume: 300 }, { weekday: 2, days: 20, volume: 100 }])
 * // => Map { 1 => 1.25, 2 => 0.75 }
 */
export function weekdayWeights(volumes: WeekdayVolume[]): Map<number, number> {
  let days = 0;
  let volume = 0;
  for (const entry of volumes) {
    validWeekday(entry.weekday);
    if (!(entry.days >= 0 && entry.volume >= 0 && Number.isFinite(entry.days + entry.volume))) {
      throw new RangeError(`volume of weekday ${entry.weekday} must be finite and at least 0`);
    }
    days += entry.days;
    volume += entry.volume;
  }
  const evenDay = days > 0 ? volume / days : 0;
  const shrunken = volumes.map(({ weekday, days: own, volume: done }) => {
    const relative = evenDay > 0 ? done / evenDay : own;
    return { weekday, weight: (relative + EVEN_PROFILE_DAYS) / (own + EVEN_PROFILE_DAYS) };
  });
  const mean = shrunken.reduce((sum, entry) => sum + entry.weight, 0) / Math.max(1, shrunken.length);
  return new Map(shrunken.map(({ weekday, weight }) => [weekday, weight / mean]));
}

/**
 * The person's working days with what each is worth: full, half or part-time days, weighted by weekday profile.
 * `partTime` is the share worked on each weekday (absent: full); a day worked by nothing is left out.
 *
 * @example
 * planDays({ from: "2026-11-26", to: "2026-11-27", weekend: [0, 6], holidays: [], timeOff: [], halfDays: ["2026-11-27"] })
 * // => [{ day: "2026-11-26", fraction: 1, weight: 1 }, { day: "2026-11-27", fraction: 0.5, weight: 0.5 }]
 */
export function planDays(
  input: Calendar & {
    halfDays?: string[];
    partTime?: Record<number, number>;
    weekdayProfile?: Map<number, number>;
  },
): PlanDay[] {
  const half = new Set(input.halfDays ?? []);
  return workingDays(input).flatMap((day) => {
    const weekday = weekdayOf(day);
    const share = input.partTime?.[weekday] ?? 1;
    if (!(share >= 0 && share <= 1)) throw new RangeError(`part-time share of weekday ${weekday}: ${share}`);
    const fraction = share * (half.has(day) ? 0.5 : 1);
    return fraction > 0
      ? [{ day, fraction, weight: fraction * (input.weekdayProfile?.get(weekday) ?? 1) }]
      : [];
  });
}

function validWeekday(weekday: number): void {
  if (!Number.isInteger(weekday) || weekday < 0 || weekday > 6) {
    throw new RangeError(`a weekday is 0 (Sunday) to 6, got ${weekday}`);
  }
}
