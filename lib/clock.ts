import { environment } from "@/lib/env";

/** A clock as use cases take it: an instant, and the day it is somewhere. */
export type Clock = {
  now(): Date;
  /** "YYYY-MM-DD" in an IANA zone */
  todayIn(zone: string): string;
};

// 10:00 UTC falls on the same day everywhere from Honolulu to Apia, so a fixed day is that day for everybody.
const fixedDayStartsAt = "T10:00:00Z";

/**
 * A clock set by APP_TODAY. A day makes every zone agree on it, for as long as the process lives; an instant
 * is taken as it is. Either way time goes on from there, so that what is written keeps its order.
 *
 * @example
 * makeClock("2026-11-22").todayIn("Asia/Kathmandu") // => "2026-11-22"
 */
export function makeClock(
  appToday: string | undefined,
  elapsed: () => number = () => performance.now(),
): Clock {
  if (appToday === undefined) {
    return { now: () => new Date(), todayIn: (zone) => dayIn(zone, new Date()) };
  }
  const isDay = appToday.length === "2026-11-22".length;
  const start = Date.parse(isDay ? appToday + fixedDayStartsAt : appToday);
  const begun = elapsed();
  const now = () => new Date(start + Math.floor(elapsed() - begun));
  return { now, todayIn: (zone) => (isDay ? appToday : dayIn(zone, now())) };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day of an instant in a zone. Throws RangeError on a zone that does not exist.
 *
 * @example
 * dayIn("Asia/Kathmandu", new Date("2026-11-22T18:30:00Z")) // => "2026-11-23"
 */
export function dayIn(zone: string, instant: Date): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get("year")?.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
}

let clock: Clock | undefined;

function processClock(): Clock {
  clock ??= makeClock(environment().APP_TODAY);
  return clock;
}

export function now(): Date {
  return processClock().now();
}

/** Today in an IANA zone, "YYYY-MM-DD". */
export function todayIn(zone: string): string {
  return processClock().todayIn(zone);
}
