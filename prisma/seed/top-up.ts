import { systemDb } from "@/lib/data/client/global";
import type { Scope } from "@/lib/data/scope";
import { toColumns } from "@/prisma/seed/columns";
import { addDays } from "@/prisma/seed/day-arithmetic";
import { type Differences, differences } from "@/prisma/seed/differences";
import { insertRows, WRITING_ORDER } from "@/prisma/seed/insert-rows";
import type { CompanyRows, SampleState } from "@/prisma/seed/rows";
import { companyRows, sampleCompanies, sampleStories } from "@/prisma/seed/sample-companies";
import { getSampleState, sampleScope, saveSampleState } from "@/prisma/seed/sample-state";
import type { CompanyStory } from "@/prisma/seed/story";
import { writeSamples } from "@/prisma/seed/write";

export interface ToppedUp {
  company: string;
  /** first and last day that were added */
  from: string;
  to: string;
  rows: number;
}

/**
 * Lets the sample companies live on to the day before `today`: new days are added, records that moved are updated.
 * Only organizations that say they are samples and that the stories wrote are touched; what somebody logged or
 * corrected in them stays as they left it. Doing it twice changes nothing.
 */
export async function topUpSamples(today: string): Promise<ToppedUp[]> {
  const system = await systemDb();
  const samples = await system.organization.findMany({
    where: { isSample: true },
    select: { organizationId: true, slug: true },
  });
  const done: ToppedUp[] = [];
  for (const { organizationId, slug } of samples) {
    const story = sampleStories.find((candidate) => candidate.key === slug);
    const scope = await sampleScope(organizationId);
    const state = await getSampleState(scope);
    if (story === undefined || state === null) continue;
    const whole = state.isWhole ? state : await finish(scope, story, state);
    const topped = await topUp(scope, story, whole, today);
    if (topped !== null) done.push(topped);
  }
  return done;
}

/** A first seeding that was interrupted: its rows are functions of its days, so the missing ones can be told. */
async function finish(scope: Scope, story: CompanyStory, state: SampleState): Promise<SampleState> {
  await writeSamples(sampleCompanies(addDays(state.historyThrough, 1), state.setUpOn));
  const finished = await getSampleState(scope);
  if (!finished?.isWhole) throw new Error(`${story.name} could not be completed`);
  return finished;
}

async function topUp(
  scope: Scope,
  story: CompanyStory,
  state: SampleState,
  today: string,
): Promise<ToppedUp | null> {
  const to = addDays(today, -1);
  const from = addDays(state.historyThrough, 1);
  if (to < from) return null;
  const after = companyRows(story, today, state.setUpOn);
  const difference = differences(companyRows(story, from, state.setUpOn), after);
  const { added, changed } = withoutWhatOthersTouched(
    difference,
    await listTouched(scope, difference, from, to),
  );
  let rows = 0;
  for (const table of WRITING_ORDER) rows += await insertRows(scope, table, added[table]);
  rows += await updateRows(scope, changed);
  await scope.db.organization.update({
    where: { organizationId: scope.organizationId },
    data: { dataVersion: { increment: 1 } },
  });
  await saveSampleState(scope, { ...state, historyThrough: to }, new Date(after.setting[0]?.updatedAt ?? to));
  return { company: story.name, from, to, rows };
}

interface Touched {
  /** records that somebody corrected or removed */
  deals: Set<string>;
  /** `person day` on which somebody logged or imported something themselves */
  days: Set<string>;
}

async function listTouched(
  scope: Scope,
  { added, changed }: Differences,
  from: string,
  to: string,
): Promise<Touched> {
  const { organizationId } = scope;
  const isNew = new Set(added.deal.map((deal) => deal.id));
  const moved = new Set(
    [...changed.deal.map((deal) => deal.id), ...added.stageEntry.map((entry) => entry.dealId)].filter(
      (id) => !isNew.has(id),
    ),
  );
  const [untouched, logged] = await Promise.all([
    scope.db.deal.findMany({
      where: { organizationId, id: { in: [...moved] }, version: 1 },
      select: { id: true },
    }),
    scope.db.activity.findMany({
      where: {
        organizationId,
        day: { gte: new Date(`${from}T00:00:00.000Z`), lte: new Date(`${to}T00:00:00.000Z`) },
        OR: [{ idempotencyKey: { not: null } }, { importSourceId: { not: null } }],
      },
      select: { personId: true, day: true },
      distinct: ["personId", "day"],
    }),
  ]);
  for (const { id } of untouched) moved.delete(id);
  return {
    deals: moved,
    days: new Set(logged.map(({ personId, day }) => `${personId} ${day.toISOString().slice(0, 10)}`)),
  };
}

function withoutWhatOthersTouched({ added, changed }: Differences, { deals, days }: Touched): Differences {
  const ofRecord = <Row extends { dealId: string }>(rows: Row[]) =>
    rows.filter((row) => !deals.has(row.dealId));
  const ofDay = <Row extends { personId: string; day: string }>(rows: Row[]) =>
    rows.filter((row) => !days.has(`${row.personId} ${row.day}`));
  const result = ofRecord(added.result);
  const stageEntry = ofRecord(added.stageEntry);
  const known = new Set([...result, ...stageEntry].map((row) => row.id));
  const keptAdded: CompanyRows = {
    ...added,
    dealChange: ofRecord(added.dealChange),
    stageEntry,
    stagePass: ofRecord(added.stagePass),
    result,
    credit: added.credit.filter((row) => known.has(row.resultId ?? row.stageEntryId ?? "")),
    activity: ofDay(added.activity),
    activityDay: ofDay(added.activityDay),
  };
  return {
    added: keptAdded,
    changed: {
      period: changed.period,
      deal: changed.deal.filter((row) => !deals.has(row.id)),
      stageEntry: ofRecord(changed.stageEntry),
      stagePass: ofRecord(changed.stagePass),
    },
  };
}

async function updateRows(scope: Scope, changed: Differences["changed"]): Promise<number> {
  const { organizationId, db } = scope;
  for (const { id, ...row } of changed.period) {
    await db.period.updateMany({ where: { organizationId, id }, data: toColumns(row) });
  }
  for (const { id, ...row } of changed.deal) {
    // a correction made this very moment wins
    await db.deal.updateMany({ where: { organizationId, id, version: 1 }, data: toColumns(row) });
  }
  for (const { id, ...row } of changed.stageEntry) {
    await db.stageEntry.updateMany({ where: { organizationId, id }, data: toColumns(row) });
  }
  for (const { dealId, stageId, ...row } of changed.stagePass) {
    await db.stagePass.updateMany({ where: { organizationId, dealId, stageId }, data: toColumns(row) });
  }
  return changed.period.length + changed.deal.length + changed.stageEntry.length + changed.stagePass.length;
}
