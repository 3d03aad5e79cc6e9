import { dayNumber } from "@/lib/engine/days";
import { isoDay, quarterOf, weekdayOf } from "@/prisma/seed/day-arithmetic";

const WEEKDAY = [0, 0.92, 1.08, 1.08, 1.04, 0.88, 0];

/** How busy an ordinary working day of that date is: slow Augusts, slower ends of December, calm Fridays. */
export function busyness(day: number): number {
  const date = isoDay(day).slice(5);
  let season = 1.03;
  if (date >= "12-20") season = 0.7;
  else if (date <= "01-07") season = 0.85;
  else if (date >= "08-01" && date <= "08-31") season = 0.88;
  return season * (WEEKDAY[weekdayOf(day)] ?? 0);
}

/**
 * Moves a day within its quarter so that wins that would have come evenly close in the shares given per month: the
 * hockey stick. Never earlier than the day itself, as long as each month closes no more than its third so far.
 */
export function closingDay(day: number, shares: [number, number, number]): number {
  const quarter = quarterOf(isoDay(day));
  const first = dayNumber(quarter.firstDay);
  const length = dayNumber(quarter.lastDay) - first + 1;
  const even = (day - first + 0.5) / length;
  let closed = 0;
  for (const [month, share] of shares.entries()) {
    if (even <= closed + share || month === shares.length - 1) {
      const position = (month + (even - closed) / share) / 3;
      return Math.min(first + length - 1, first + Math.floor(position * length));
    }
    closed += share;
  }
  return day;
}
