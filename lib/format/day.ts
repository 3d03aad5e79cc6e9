/** A calendar day, "2026-11-24". It has no zone: it was a day in somebody's zone when it was stored. */
export type Day = string;

const dayShape = /^\d{4}-\d{2}-\d{2}$/;
const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/** Parsed and printed in UTC, so that no reader's zone can move a day to its neighbour. */
function dayDate(day: Day): Date {
  const date = new Date(`${day}T00:00:00Z`);
  if (!dayShape.test(day) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`Not a calendar day: ${day}`);
  }
  return date;
}

/** "31 December". */
export function formatDay(day: Day, locale: string): string {
  return dateFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(dayDate(day));
}

/** "24 Nov". */
export function formatDayShort(day: Day, locale: string): string {
  return dateFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(dayDate(day));
}

/** "24 Nov 2026", where the year is not obvious. */
export function formatDayWithYear(day: Day, locale: string): string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return dateFormat(locale, options).format(dayDate(day));
}

/** "Tuesday 24 November". */
export function formatWeekday(day: Day, locale: string): string {
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  return dateFormat(locale, options).format(dayDate(day));
}

/** "Nov", for the foot of a trend. */
export function formatMonthShort(day: Day, locale: string): string {
  return dateFormat(locale, { month: "short", timeZone: "UTC" }).format(dayDate(day));
}

/** "24 to 27 Nov", "30 Nov to 4 Dec": Intl decides what is shared, the dash becomes a word. */
export function formatDayRange(first: Day, last: Day, locale: string): string {
  if (first === last) return formatDayShort(first, locale);
  const format = dateFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  return format
    .formatRangeToParts(dayDate(first), dayDate(last))
    .map((part) =>
      part.type === "literal" && part.source === "shared"
        ? part.value.replace(/[\s\u2009]*[–-][\s\u2009]*/u, " to ")
        : part.value,
    )
    .join("");
}

/** A moment in the reader's zone: "06:00". The zone is an argument; the server's own is nobody's. */
export function formatTime(instant: string, zone: string, locale: string): string {
  return dateFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(new Date(instant));
}

/** A moment with its day: "24 Nov, 06:00". */
export function formatMoment(instant: string, zone: string, locale: string): string {
  const options = {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  } as const;
  return dateFormat(locale, options).format(new Date(instant));
}

/** "June". */
export function formatMonth(day: Day, locale: string): string {
  return dateFormat(locale, { month: "long", timeZone: "UTC" }).format(dayDate(day));
}

/** "Tuesday". */
export function formatWeekdayName(day: Day, locale: string): string {
  return dateFormat(locale, { weekday: "long", timeZone: "UTC" }).format(dayDate(day));
}
