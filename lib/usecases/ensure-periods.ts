import "server-only";
import { CalendarDate, parseDate } from "@internationalized/date";
import { getOrganization } from "@/lib/data/organizations";
import { insertPeriods } from "@/lib/data/period-writes";
import { listPeriods, type PeriodRow } from "@/lib/data/periods";
import type { Scope } from "@/lib/data/scope";
import { addDays } from "@/lib/engine/calendar";
import { periodLabel } from "@/lib/format/period-label";
import { periodsAround } from "@/lib/usecases/planning/facts";

type Stretch = Pick<PeriodRow, "kind" | "from" | "to">;

const quarterMonths = 3;

/**
 * Makes sure that the calendar holds the period of a day and the one after it, so that quotas can be set for both.
 * A calendar without the day gets the fiscal quarters of this year and the next, and the years; one that ends with
 * the present quarter or month goes on with another of its kind. Idempotent; nothing that is there is changed.
 */
export async function ensurePeriods(scope: Scope, day: string): Promise<void> {
  const [organization, periods] = await Promise.all([getOrganization(scope), listPeriods(scope)]);
  // The sample companies' calendar is part of their story, which goes on by itself.
  if (organization.isSample) return;
  const quarter = periodsAround(periods, "quarter", day);
  const month = periodsAround(periods, "month", day);
  if (quarter === null && month === null) {
    await addFiscalYears(scope, organization.fiscalYearStartMonth, day);
    return;
  }
  const missing = [quarter, month].flatMap((around) =>
    around !== null && around.nextPeriod.id === "" ? [following(around.period)] : [],
  );
  if (missing.length > 0) await add(scope, missing, periods);
}

/** This fiscal year and the next: years first, so that the quarters find the one they belong to. */
async function addFiscalYears(scope: Scope, startMonth: number, day: string): Promise<void> {
  const quarters = fiscalQuarters(startMonth, day);
  const years = [0, 4].flatMap((first): Stretch[] => {
    const [opening, closing] = [quarters[first], quarters[first + 3]];
    return opening && closing ? [{ kind: "year", from: opening.from, to: closing.to }] : [];
  });
  await add(scope, years, []);
  await add(scope, quarters, await listPeriods(scope));
}

/**
 * The eight quarters of the fiscal year that holds a day and of the one after it.
 *
 * @example
 * fiscalQuarters(4, "2026-02-01")[0] // => { kind: "quarter", from: "2025-04-01", to: "2025-06-30" }
 */
export function fiscalQuarters(startMonth: number, day: string): Stretch[] {
  const { year, month } = parseDate(day);
  const first = new CalendarDate(month < startMonth ? year - 1 : year, startMonth, 1);
  return Array.from({ length: 8 }, (_, index) => {
    const from = first.add({ months: index * quarterMonths });
    const to = from.add({ months: quarterMonths }).subtract({ days: 1 });
    return { kind: "quarter", from: from.toString(), to: to.toString() };
  });
}

function following({ kind, to }: PeriodRow): Stretch {
  const from = parseDate(addDays(to, 1));
  const months = kind === "month" ? 1 : quarterMonths;
  return { kind, from: from.toString(), to: from.add({ months }).subtract({ days: 1 }).toString() };
}

async function add(
  scope: Scope,
  stretches: readonly Stretch[],
  periods: readonly PeriodRow[],
): Promise<void> {
  const yearOf = ({ kind, from, to }: Stretch) =>
    kind === "year"
      ? null
      : (periods.find((year) => year.kind === "year" && year.from <= from && to <= year.to)?.id ?? null);
  await insertPeriods(
    scope,
    stretches.map((stretch) => ({
      ...stretch,
      label: periodLabel({ kind: stretch.kind, firstDay: stretch.from, lastDay: stretch.to }),
      parentId: yearOf(stretch),
    })),
  );
}
