/**
 * Days as whole numbers, so that ages are plain subtractions and no clock change can shift them
 * (a day is a calendar day, never an instant; architecture, decision 4).
 */
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Days from 1 March of year 0 to 1 January 1970. */
const EPOCH = 719_468;

/**
 * Days since 1970-01-01 of an ISO day. Throws RangeError for anything that is not a real calendar day.
 * By counting, not through Date: histories of a million days are read with it.
 *
 * @example
 * dayNumber("2026-11-22") - dayNumber("2026-11-01") // => 21
 */
export function dayNumber(day: string): number {
  if (!SHAPE.test(day)) throw new RangeError(`a day reads YYYY-MM-DD, got ${JSON.stringify(day)}`);
  const year = digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
  const month = digit(day, 5) * 10 + digit(day, 6);
  const dayOfMonth = digit(day, 8) * 10 + digit(day, 9);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > monthLength(year, month)) {
    throw new RangeError(`no such day: ${day}`);
  }
  // Years that begin in March end with the leap day, so month lengths follow one line.
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) + dayOfMonth - 1 - EPOCH;
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : MONTH_LENGTHS[month - 1]!;
}
