/**
 * Days as whole numbers, so that ages are plain subtractions and no clock change can shift them
 * (a day is a calendar day, never an instant; architecture, decision 4).
 */
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Days since 1970-01-01 of an ISO day. Throws RangeError for anything that is not a real calendar day.
 *
 * @example
 * dayNumber("2026-11-22") - dayNumber("2026-11-01") // => 21
 */
export function dayNumber(day: string): number {
  const parts = DAY.exec(day);
  if (parts === null) throw new RangeError(`a day reads YYYY-MM-DD, got ${JSON.stringify(day)}`);
  const date = new Date(0);
  date.setUTCFullYear(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  // 2026-02-30 would silently become 2 March.
  if (date.getUTCDate() !== Number(parts[3])) throw new RangeError(`no such day: ${day}`);
  return date.getTime() / MILLISECONDS_PER_DAY;
}
