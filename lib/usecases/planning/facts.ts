import "server-only";
import { type ActivityDayRow, listActivityDays } from "@/lib/data/activity-days";
import { type ActivityWeekRow, listActivityWeeks } from "@/lib/data/activity-weeks";
import { listOpenDeals, type OpenDealRow } from "@/lib/data/deals";
import type { FunnelRow } from "@/lib/data/funnels";
import { type HolidayRow, listHolidays } from "@/lib/data/holidays";
import { getOrganization, type OrganizationRow } from "@/lib/data/organizations";
import { listPeople, type PersonRow } from "@/lib/data/people";
import { listPeriods, type PeriodRow } from "@/lib/data/periods";
import { listPlans, type PlanRow } from "@/lib/data/plans";
import { listQuotas, type QuotaRow } from "@/lib/data/quotas";
import { listResults, type ResultRow } from "@/lib/data/results";
import type { Scope } from "@/lib/data/scope";
import { getLastReachedOn, listStagePasses, type StagePassRow } from "@/lib/data/stage-passes";
import { addDays } from "@/lib/engine/calendar";

/** Oldest entry that still says something about today's rates (method a6). */
const RATE_DAYS = 730;
/** Activity yields age faster: twice their half-life of 90 days. */
const YIELD_DAYS = 182;
/** Quotas of the next, the present and eight past periods: what was held for them, and what was owed. */
const PERIODS_BACK = 10;
/** Longest way from outreach to something countable: work younger than this may still be in flight. */
const IN_FLIGHT_DAYS = 45;

/** Everything a funnel's plans of one day are made from, as rows. */
export interface FunnelFacts {
  day: string;
  organization: OrganizationRow;
  funnel: FunnelRow;
  period: PeriodRow;
  nextPeriod: PeriodRow;
  periods: PeriodRow[];
  people: PersonRow[];
  quotas: QuotaRow[];
  plans: PlanRow[];
  holidays: HolidayRow[];
  results: ResultRow[];
  passes: StagePassRow[];
  openDeals: OpenDealRow[];
  activityWeeks: ActivityWeekRow[];
  activityDays: ActivityDayRow[];
  /** first day of the look-back for rates, and for yields */
  ratesFrom: string;
  yieldsFrom: string;
  /** newest entry of a record: how old the evidence is */
  evidenceUntil: string;
}

/** The period of a kind that holds a day, and the one after it; null when the calendar does not reach that far. */
export function periodsAround(
  periods: PeriodRow[],
  kind: PeriodRow["kind"],
  day: string,
): { period: PeriodRow; nextPeriod: PeriodRow } | null {
  const ofKind = periods.filter((period) => period.kind === kind);
  const at = ofKind.findIndex((period) => period.from <= day && day <= period.to);
  const period = ofKind[at];
  if (period === undefined) return null;
  const nextPeriod = ofKind[at + 1] ?? followingPeriod(period);
  return { period, nextPeriod };
}

/**
 * The period the organization plans in on a day: the quarter when anybody owes something in it, else the month when
 * somebody does, else whichever the calendar has. A calendar may hold both, and a month's quotas must not vanish
 * behind a quarter that nobody uses.
 */
export async function periodInForce(
  scope: Scope,
  periods: PeriodRow[],
  day: string,
): Promise<{ period: PeriodRow; nextPeriod: PeriodRow } | null> {
  const quarter = periodsAround(periods, "quarter", day);
  const month = periodsAround(periods, "month", day);
  if (quarter === null || month === null) return quarter ?? month;
  const owed = await listQuotas(scope, { periodIds: [quarter.period.id, month.period.id] });
  return owed.length === 0 || owed.some((quota) => quota.periodId === quarter.period.id) ? quarter : month;
}

/** A period as long as this one right after it, for a calendar that ends here. */
function followingPeriod(period: PeriodRow): PeriodRow {
  const from = addDays(period.to, 1);
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000);
  return { id: "", kind: period.kind, label: `after ${period.label}`, from, to: addDays(from, days) };
}

/**
 * Reads what the plans of a funnel need, for everybody at once: pooling needs the colleagues anyway, and a
 * person more must not be a query more. Null when no period holds the day or nobody has a quota.
 */
export async function gatherFunnelFacts(
  scope: Scope,
  funnel: FunnelRow,
  day: string,
): Promise<FunnelFacts | null> {
  const organization = await getOrganization(scope);
  const periods = await listPeriods(scope);
  const around = await periodInForce(scope, periods, day);
  if (around === null) return null;
  const { period, nextPeriod } = around;
  const periodIds = periods
    .filter((candidate) => candidate.kind === period.kind && candidate.from <= nextPeriod.from)
    .slice(-PERIODS_BACK)
    .map((candidate) => candidate.id);
  const quotas = (await listQuotas(scope, { periodIds })).filter((quota) => quota.funnelId === funnel.id);
  // nobody owes anything in this funnel: nothing to plan, so nothing to read
  if (!quotas.some((quota) => quota.periodId === period.id)) return null;

  const newest = (await getLastReachedOn(scope, { funnelId: funnel.id, asOf: day })) ?? day;
  const ratesFrom = addDays(newest, -RATE_DAYS);
  const yieldsFrom = addDays(day, -YIELD_DAYS);
  const historyFrom = addDays(period.from, -RATE_DAYS);
  const yesterday = addDays(day, -1);
  const ofFunnel = { funnelId: funnel.id, asOf: day };

  const [people, plans, holidays, results, passes, openDeals, activityWeeks, activityDays] =
    await Promise.all([
      listPeople(scope, day),
      listPlans(scope, { periodId: period.id, onDay: day }),
      listHolidays(scope, { from: historyFrom, to: nextPeriod.to }),
      listResults(scope, { funnelId: funnel.id, from: historyFrom, to: day }),
      listStagePasses(scope, { ...ofFunnel, from: ratesFrom }),
      listOpenDeals(scope, ofFunnel),
      listActivityWeeks(scope, { from: yieldsFrom, to: yesterday }),
      listActivityDays(scope, { from: addDays(day, -IN_FLIGHT_DAYS), to: yesterday }),
    ]);
  return {
    day,
    organization,
    funnel,
    period,
    nextPeriod,
    periods,
    people,
    quotas,
    plans,
    holidays,
    passes,
    openDeals,
    activityWeeks,
    activityDays,
    results,
    ratesFrom,
    yieldsFrom,
    evidenceUntil: newest,
  };
}
