import { CalendarDate, parseAbsolute, toCalendarDate } from "@internationalized/date";

/** Which of day and month comes first in dates like 03/04/2026; "iso" when no date of the file needs to know. */
export type DateOrder = "iso" | "day-month" | "month-day";
export type DetectedDateOrder = DateOrder | "ask";

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,].*)?$/;

/**
 * The order of day and month in a file's dates, from all date columns together: a file has one.
 * A number above 12 decides; dots are written day first everywhere; otherwise the person is asked.
 *
 * @example
 * detectDateOrder(["03/04/2026", "25/12/2026"]) // => "day-month"
 */
export function detectDateOrder(values: Iterable<string>): DetectedDateOrder {
  let dayFirst = false;
  let monthFirst = false;
  let open = false;
  for (const value of values) {
    const match = NUMERIC.exec(value.trim());
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (match[2] === "." || (first > 12 && second <= 12)) dayFirst = true;
    else if (second > 12 && first <= 12) monthFirst = true;
    else if (first <= 12 && second <= 12) open = true; // 31/31 is no day in either order and asks nothing
  }
  if (dayFirst && monthFirst) return "ask";
  if (dayFirst) return "day-month";
  if (monthFirst) return "month-day";
  return open ? "ask" : "iso";
}

/**
 * A cell as a day "YYYY-MM-DD", or null when it is not one. Times with a zone become the day in `zone`; times
 * without one keep the day that is written. Excel serials (days since 30 December 1899) are understood.
 *
 * @example
 * parseDay("25/12/2026", "day-month", "Europe/Berlin") // => "2026-12-25"
 */
export function parseDay(text: string, order: DateOrder, zone: string): string | null {
  const value = text.trim();
  if (/^\d{4}-\d{2}-\d{2}[T ].*(?:Z|[+-]\d{2}:?\d{2})$/i.test(value)) return dayOfInstant(value, zone);
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T,].*)?$/.exec(value) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(value);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = NUMERIC.exec(value);
  if (numeric) {
    const first = Number(numeric[1]);
    const second = Number(numeric[3]);
    const year = fullYear(numeric[4] ?? "");
    const dayFirst = numeric[2] === "." || order !== "month-day";
    return dayFirst ? day(year, second, first) : day(year, first, second);
  }
  if (/^\d{5}(?:[.,]\d+)?$/.test(value)) return excelDay(Number.parseInt(value, 10));
  return namedMonthDay(value);
}

/** True when a cell looks like a day in any of the forms that are understood. */
export function looksLikeDay(text: string): boolean {
  const value = text.trim();
  if (/^\d{5}(?:[.,]\d+)?$/.test(value)) return false; // a serial only counts in a column that is known to hold days
  return parseDay(value, "day-month", "UTC") !== null || parseDay(value, "month-day", "UTC") !== null;
}

function dayOfInstant(value: string, zone: string): string | null {
  const instant = value.replace(" ", "T").replace(/([+-]\d{2})(\d{2})$/, "$1:$2");
  if (Number.isNaN(Date.parse(instant))) return null;
  const date = toCalendarDate(parseAbsolute(instant.toUpperCase(), zone));
  return day(date.year, date.month, date.day);
}

function namedMonthDay(value: string): string | null {
  const dayFirst = /^(\d{1,2})[ .-]+([A-Za-z]{3,9})[ .,-]+(\d{4}|\d{2})(?:[ T,].*)?$/.exec(value);
  if (dayFirst) return day(fullYear(dayFirst[3] ?? ""), monthNumber(dayFirst[2] ?? ""), Number(dayFirst[1]));
  const monthFirst = /^([A-Za-z]{3,9})[ .]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?:[ T,].*)?$/.exec(value);
  if (monthFirst) return day(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ""), Number(monthFirst[2]));
  return null;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function excelDay(serial: number): string | null {
  const date = new CalendarDate(1899, 12, 30).add({ days: serial });
  return day(date.year, date.month, date.day);
}

function day(year: number, month: number, dayOfMonth: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  const date = new CalendarDate(year, month, 1);
  if (dayOfMonth < 1 || dayOfMonth > date.calendar.getDaysInMonth(date)) return null;
  return date.set({ day: dayOfMonth }).toString();
}
