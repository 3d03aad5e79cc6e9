import "server-only";
import type { PersonRow } from "@/lib/data/people";
import {
  addDays,
  eachDay,
  planDays,
  type WeekdayVolume,
  weekdayOf,
  weekdayWeights,
} from "@/lib/engine/calendar";
import type { PlanDay } from "@/lib/engine/plan-input";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";

type CalendarFacts = Pick<FunnelFacts, "organization" | "holidays" | "activityDays" | "funnel" | "day">;

/** A person's working days between two days, with holidays of their country, time off, part time and weekday profile. */
export function calendarOf(facts: CalendarFacts, person: PersonRow, from: string, to: string): PlanDay[] {
  const profile = weekdayProfileOf(facts, person);
  return planDays({
    ...freeDaysOf(facts, person, from, to),
    ...(profile ? { weekdayProfile: profile } : {}),
  });
}

/** The same without the weekday profile: which days are worked, and how much of each. */
export function workdaysOf(
  facts: Pick<FunnelFacts, "organization" | "holidays">,
  person: PersonRow,
  from: string,
  to: string,
): PlanDay[] {
  return planDays(freeDaysOf(facts, person, from, to));
}

/** The organization's own days, for what is counted over everybody. */
export function companyDays(facts: CalendarFacts, from: string, to: string): string[] {
  const holidays = facts.holidays
    .filter((holiday) => holiday.country === facts.organization.country && holiday.region === "")
    .map((holiday) => holiday.day);
  return planDays({ from, to, weekend: facts.organization.weekend, holidays, timeOff: [] }).map(
    ({ day }) => day,
  );
}

function freeDaysOf(
  facts: Pick<FunnelFacts, "organization" | "holidays">,
  person: PersonRow,
  from: string,
  to: string,
) {
  const country = person.country ?? facts.organization.country;
  const region = person.region ?? facts.organization.region ?? "";
  const holidays = facts.holidays
    .filter((holiday) => holiday.country === country && (holiday.region === "" || holiday.region === region))
    .map((holiday) => holiday.day);
  const days = (full: boolean) =>
    person.timeOff
      .filter((off) => off.share >= 1 === full)
      .flatMap((off) => eachDay(off.from < from ? from : off.from, off.to > to ? to : off.to));
  const employed = eachDay(from, to).filter(
    (day) =>
      (person.startOn !== null && day < person.startOn) || (person.leaveOn !== null && day > person.leaveOn),
  );
  const { weekend } = facts.organization;
  return {
    from,
    to,
    weekend,
    holidays,
    timeOff: [...days(true), ...employed],
    halfDays: days(false),
    partTime: Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6]
        .filter((weekday) => !weekend.includes(weekday))
        .map((weekday) => [weekday, person.workShare]),
    ),
  };
}

/** How the person's own outreach falls on weekdays; undefined before there is any. */
function weekdayProfileOf(facts: CalendarFacts, person: PersonRow): Map<number, number> | undefined {
  const outreach = new Set(facts.funnel.activityTypes.filter((type) => type.outreach).map((type) => type.id));
  const own = facts.activityDays.filter(
    (row) => row.personId === person.id && outreach.has(row.activityTypeId),
  );
  const first = own[0]?.day;
  if (first === undefined) return undefined;
  const volumes = new Map<number, WeekdayVolume>();
  for (const { day } of planDays(freeDaysOf(facts, person, first, addDays(facts.day, -1)))) {
    const weekday = weekdayOf(day);
    const entry = volumes.get(weekday) ?? { weekday, days: 0, volume: 0 };
    volumes.set(weekday, { ...entry, days: entry.days + 1 });
  }
  for (const row of own) {
    const entry = volumes.get(weekdayOf(row.day));
    // work on a free day says nothing about how a working day is spent
    if (entry) entry.volume += row.quantity;
  }
  return volumes.size > 0 ? weekdayWeights([...volumes.values()]) : undefined;
}
