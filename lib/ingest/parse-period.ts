import { CalendarDate } from "@internationalized/date";

export type ParsedPeriod = { kind: "month" | "quarter" | "year"; firstDay: string; lastDay: string };

/**
 * "2026-Q4", "Q4 2026", "2026-11" or "2026" as a stretch of days; quarters and years start with the fiscal year's
 * first month, and a fiscal year is named by the calendar year it starts in. Null when it is none of these.
 *
 * @example
 * parsePeriod("2026-Q4", 1) // => { kind: "quarter", firstDay: "2026-10-01", lastDay: "2026-12-31" }
 */
export function parsePeriod(text: string, fiscalStartMonth: number): ParsedPeriod | null {
  const value = text.trim();
  const named = /^Q([1-4])[ /-]?(\d{4})$/i.exec(value);
  if (named) return stretch("quarter", Number(named[2]), fiscalStartMonth + 3 * (Number(named[1]) - 1), 3);
  const quarter = /^(\d{4})[ /-]?Q([1-4])$/i.exec(value);
  if (quarter)
    return stretch("quarter", Number(quarter[1]), fiscalStartMonth + 3 * (Number(quarter[2]) - 1), 3);
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(value);
  if (month) {
    const number = Number(month[2]);
    return number >= 1 && number <= 12 ? stretch("month", Number(month[1]), number, 1) : null;
  }
  const year = /^(?:FY ?)?(\d{4})$/i.exec(value);
  return year ? stretch("year", Number(year[1]), fiscalStartMonth, 12) : null;
}

/** The kind of period two days span: exactly one month, three or twelve; null for anything else. */
export function periodBetween(firstDay: string, lastDay: string): ParsedPeriod | null {
  const [year = 0, month = 0, day = 0] = firstDay.split("-").map(Number);
  if (day !== 1) return null;
  const kinds = [
    ["month", 1],
    ["quarter", 3],
    ["year", 12],
  ] as const;
  for (const [kind, months] of kinds) {
    const period = stretch(kind, year, month, months);
    if (period?.lastDay === lastDay) return period;
  }
  return null;
}

function stretch(
  kind: ParsedPeriod["kind"],
  year: number,
  month: number,
  months: number,
): ParsedPeriod | null {
  if (year < 1970 || year > 2100) return null;
  const first = new CalendarDate(year, 1, 1).add({ months: month - 1 });
  return {
    kind,
    firstDay: first.toString(),
    lastDay: first.add({ months }).subtract({ days: 1 }).toString(),
  };
}
