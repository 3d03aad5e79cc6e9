import "server-only";

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day as a date column takes it: midnight UTC, the only spelling that no zone of a process moves.
 * Throws RangeError on what is not a calendar day.
 *
 * @example
 * dayToColumn("2026-11-22") // => new Date("2026-11-22T00:00:00.000Z")
 */
export function dayToColumn(day: string): Date {
  const date = new Date(`${day}T00:00:00.000Z`);
  if (!dayPattern.test(day) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
    throw new RangeError(`${JSON.stringify(day)} is not a day; write it like "2026-11-22".`);
  }
  return date;
}

/** What a date column answers, as "YYYY-MM-DD". */
export function dayFromColumn(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function dayOrNullFromColumn(date: Date | null): string | null {
  return date === null ? null : dayFromColumn(date);
}

export function dayOrNullToColumn(day: string | null): Date | null {
  return day === null ? null : dayToColumn(day);
}
