import { dayNumber } from "@/lib/engine/days";
import { type CompanyFrame, employmentIn } from "@/prisma/seed/company-frame";
import {
  addDays,
  isoDay,
  type Quarter,
  quarterAt,
  quarterIndex,
  quarterOf,
  weekdayOf,
} from "@/prisma/seed/day-arithmetic";
import { funnelId } from "@/prisma/seed/funnel-rows";
import { type KnownRecords, winsToCome } from "@/prisma/seed/heading";
import type { CompanyRows, GoalRow, PeriodRow, QuotaRow } from "@/prisma/seed/rows";
import type { PersonStory } from "@/prisma/seed/story";

type TargetRows = Pick<CompanyRows, "period" | "quota" | "goal">;

/** What a quarter asked a year ago, as a share of now: targets grow by about 3 % a quarter. */
const GROWTH_PER_QUARTER = 1.03;
const DAYS_UNTIL_CLOSED = 10;
const MINOR_PER_MAJOR = 100;

/** Periods, quotas and goals, from the first quarter of the history to the one after today's. */
export function targetRows(frame: CompanyFrame, atSetUp: KnownRecords): TargetRows {
  // The first quarter has no quotas: it began with an empty pipeline.
  const first = quarterIndex(frame.firstDay) + 1;
  const last = quarterIndex(frame.today) + 1;
  const quarters = Array.from({ length: last - first + 1 }, (_, index) => quarterAt(first + index));
  return {
    period: periods(frame),
    quota: quarters.flatMap((quarter) =>
      frame.story.people.flatMap((person) => quotaOf(frame, person, quarter, atSetUp) ?? []),
    ),
    goal: quarters.flatMap((quarter) => goalsOf(frame, quarter)),
  };
}

function periods(frame: CompanyFrame): PeriodRow[] {
  const firstYear = Number(frame.firstDay.slice(0, 4));
  const lastYear = Number(frame.today.slice(0, 4)) + 1;
  const rows: PeriodRow[] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const yearRow = period(frame, "year", `${year}`, `${year}-01-01`, `${year}-12-31`, null);
    rows.push(yearRow);
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const { firstDay, lastDay } = quarterAt(year * 4 + quarter);
      rows.push(period(frame, "quarter", `Q${quarter + 1} ${year}`, firstDay, lastDay, yearRow.id));
    }
  }
  return rows;
}

function period(
  frame: CompanyFrame,
  kind: PeriodRow["kind"],
  label: string,
  firstDay: string,
  lastDay: string,
  parentId: string | null,
): PeriodRow {
  const closesOn = addDays(lastDay, DAYS_UNTIL_CLOSED);
  return {
    organizationId: frame.organizationId,
    id: frame.fixed("period", kind, firstDay),
    kind,
    label,
    firstDay,
    lastDay,
    parentId,
    closedAt: closesOn <= frame.lastDay ? frame.moment(closesOn) : null,
  };
}

function quotaOf(
  frame: CompanyFrame,
  person: PersonStory,
  quarter: Quarter,
  atSetUp: KnownRecords,
): QuotaRow | null {
  const { startOn, leave } = employmentIn(frame, person.key);
  if (startOn > quarter.lastDay) return null;
  const there = shareOfWeekdays(
    quarter,
    (day) => day >= startOn && !(leave && day >= leave.fromDay && day <= leave.toDay),
  );
  // Nobody owes anything for a quarter they were hardly there.
  if (there < 0.15) return null;
  const measure = person.quota.measure ?? "money";
  const isMoney = measure === "money";
  // A newcomer's share is the ramp's business, a leave's the quota's own.
  const usual = person.quota.amount * growth(frame, quarter) * (startOn > quarter.firstDay ? 1 : there);
  const isSetUpQuarter = quarterOf(frame.setUpOn).firstDay === quarter.firstDay;
  const asked = isSetUpQuarter ? quotaForHeading(frame, person, quarter, atSetUp, usual) : usual;
  const setOn = addDays(quarter.firstDay, -20);
  const occurredOn = setOn > startOn ? setOn : startOn;
  return {
    organizationId: frame.organizationId,
    id: frame.fixed("quota", person.key, quarter.firstDay, measure),
    personId: frame.fixed("person", person.key),
    funnelId: funnelId(frame),
    periodId: frame.fixed("period", "quarter", quarter.firstDay),
    measure,
    amountMinor: isMoney ? rounded(asked, 5_000) * MINOR_PER_MAJOR : rounded(asked, 1),
    rampShare: leave ? shareAfterLeave(leave, quarter) : rampShare(person, startOn, quarter),
    occurredOn,
    recordedAt: frame.moment(occurredOn),
  };
}

/** How far a quarter's quota may leave the usual one: further would look made up, which it is. */
const LOWEST = 0.75;
const HIGHEST = 1.3;

/**
 * The quota that makes the person's story true on the day the company is set up: what was won so far and what the
 * story lets expect, divided by the share the person is to be heading for.
 */
function quotaForHeading(
  frame: CompanyFrame,
  person: PersonStory,
  quarter: Quarter,
  records: KnownRecords,
  usual: number,
): number {
  const { heading, measure = "money" } = person.quota;
  if (heading === undefined) return usual;
  const personId = frame.fixed("person", person.key);
  const unit = measure === "money" ? MINOR_PER_MAJOR : 1;
  const valuePerWin = measure === "money" ? person.winValue.mean : 1;
  const closed = records.result
    .filter((row) => row.personId === personId && row.measure === measure && row.day >= quarter.firstDay)
    .reduce((sum, row) => sum + (row.amountMinor * row.share) / unit, 0);
  const final = closed + winsToCome(frame, person, quarter, records) * valuePerWin;
  return Math.min(usual * HIGHEST, Math.max(usual * LOWEST, final / heading));
}

/** 40 % in the quarter of the first months, 70 % in the next, then all of it. */
function rampShare(person: PersonStory, startOn: string, quarter: Quarter): number {
  if (!person.rampMonths) return 1;
  const months = (dayNumber(quarter.lastDay) - dayNumber(startOn)) / 30.4;
  if (months <= person.rampMonths / 2 + 0.2) return 0.4;
  return months <= person.rampMonths + 0.2 ? 0.7 : 1;
}

/** Whoever comes back has nothing in progress, and a sale takes weeks: half counts in the quarter of the return. */
function shareAfterLeave(leave: { toDay: string }, quarter: Quarter): number {
  const returns = leave.toDay >= addDays(quarter.firstDay, -30) && leave.toDay <= quarter.lastDay;
  return returns ? 0.5 : 1;
}

function goalsOf(frame: CompanyFrame, quarter: Quarter): GoalRow[] {
  const { goals } = frame.story;
  if (goals === null) return [];
  const periodId = frame.fixed("period", "quarter", quarter.firstDay);
  const amountMinor = (amount: number) => rounded(amount * growth(frame, quarter), 10_000) * MINOR_PER_MAJOR;
  const companyId = frame.fixed("goal", quarter.firstDay);
  const teams: GoalRow[] = goals.teams.map(({ team, amount, owner }) => ({
    organizationId: frame.organizationId,
    id: frame.fixed("goal", quarter.firstDay, team),
    periodId,
    parentId: companyId,
    teamId: frame.fixed("team", team),
    ownerMembershipId: frame.fixed("membership", owner),
    name: team,
    measure: "money",
    amountMinor: amountMinor(amount),
  }));
  const assigned = teams.reduce((sum, goal) => sum + goal.amountMinor, 0);
  const toTeams = goals.teams.reduce((sum, goal) => sum + goal.amount, 0);
  const company: GoalRow = {
    organizationId: frame.organizationId,
    id: companyId,
    periodId,
    parentId: null,
    teamId: null,
    ownerMembershipId: frame.fixed("membership", goals.owner),
    name: goals.name,
    measure: "money",
    // the teams' rounded goals add up to the company's wherever the story's do
    amountMinor: assigned + amountMinor(goals.amount - toTeams),
  };
  return [company, ...teams];
}

function growth(frame: CompanyFrame, quarter: Quarter): number {
  const quartersBefore = quarterIndex(frame.setUpOn) - (quarter.year * 4 + quarter.quarter - 1);
  return quartersBefore > 0 ? GROWTH_PER_QUARTER ** -quartersBefore : 1;
}

function shareOfWeekdays(quarter: Quarter, counts: (day: string) => boolean): number {
  let weekdays = 0;
  let counted = 0;
  for (let day = dayNumber(quarter.firstDay); day <= dayNumber(quarter.lastDay); day += 1) {
    if (weekdayOf(day) === 0 || weekdayOf(day) === 6) continue;
    weekdays += 1;
    if (counts(isoDay(day))) counted += 1;
  }
  return counted / weekdays;
}

function rounded(amount: number, to: number): number {
  return Math.round(amount / to) * to;
}
