import { quarterOf } from "@/prisma/seed/day-arithmetic";
import type { CompanyRows, PersonRow } from "@/prisma/seed/rows";
import { sampleCompanies } from "@/prisma/seed/sample-companies";

/** Days that have caught calendars before: mid-quarter, a leap day, the turn of a year. */
export const DAYS = ["2026-11-24", "2024-02-29", "2025-01-02"];

const known = new Map<string, CompanyRows[]>();

export function companiesOn(today: string): [CompanyRows, CompanyRows] {
  const companies = known.get(today) ?? sampleCompanies(today).companies;
  known.set(today, companies);
  return [companies[0]!, companies[1]!];
}

export const everyCompany = () =>
  DAYS.flatMap((today) => companiesOn(today).map((rows) => ({ today, rows })));

export function personCalled(rows: CompanyRows, name: string): PersonRow {
  const person = rows.person.find((candidate) => candidate.name.startsWith(name));
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  return person;
}

export function stageCalled(rows: CompanyRows, slug: string): string {
  const stage = rows.stage.find((candidate) => candidate.slug === slug);
  if (stage === undefined) throw new Error(`no stage ${slug}`);
  return stage.id;
}

export const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Share of the entries of a stage, old enough to be decided, that went on. */
export function rateAt(rows: CompanyRows, personId: string, slug: string, before: string) {
  const passes = rows.stagePass.filter(
    (pass) =>
      pass.stageId === stageCalled(rows, slug) &&
      pass.personId === personId &&
      pass.reachedOn !== null &&
      pass.reachedOn < before,
  );
  return { entered: passes.length, rate: passes.filter((pass) => pass.passed).length / passes.length };
}

export function countedOutreach(rows: CompanyRows, personId: string) {
  const outreach = new Set(rows.activityType.filter((type) => type.outreach).map((type) => type.id));
  const counters = new Set(rows.activityType.filter((type) => type.countsAsStageId).map((type) => type.id));
  const own = rows.activityDay.filter((cell) => cell.personId === personId);
  const reached = (cell: { activityTypeId: string; outcome: string }) =>
    counters.has(cell.activityTypeId) ||
    rows.activityOutcome.some(
      (outcome) => outcome.activityTypeId === cell.activityTypeId && outcome.outcome === cell.outcome,
    );
  return {
    outreach: sum(own.filter((cell) => outreach.has(cell.activityTypeId)).map((cell) => cell.quantity)),
    conversations: sum(own.filter(reached).map((cell) => cell.quantity)),
  };
}

/** Result so far and quota of the quarter that `today` lies in, in the quota's own measure. */
export function standing(rows: CompanyRows, personId: string, today: string) {
  const { firstDay } = quarterOf(today);
  const period = rows.period.find((row) => row.kind === "quarter" && row.firstDay === firstDay);
  const quota = rows.quota.find((row) => row.personId === personId && row.periodId === period?.id);
  if (quota === undefined) throw new Error(`no quota on ${today}`);
  const results = rows.result.filter(
    (row) =>
      row.personId === personId && row.measure === quota.measure && row.day >= firstDay && row.day < today,
  );
  return {
    result: sum(results.map((row) => row.amountMinor * row.share)),
    quota: quota.amountMinor * quota.rampShare,
    measure: quota.measure,
  };
}

export function groupBy<Row>(rows: Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
