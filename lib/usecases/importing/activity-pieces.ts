import "server-only";
import { uuidv7 } from "uuidv7";
import type { RowVerdict } from "@/lib/data/import-rows";
import {
  findDealsByExternalId,
  type ImportedActivity,
  listKnownActivities,
  rebuildActivityDays,
  upsertImportedActivities,
} from "@/lib/data/imported-activities";
import { lockImportSource } from "@/lib/data/imported-deals";
import type { Scope } from "@/lib/data/scope";
import type { ActivityDraft } from "@/lib/ingest/draft-activities";

/** What would become of a piece of activities or counts. */
export async function compareActivities(
  scope: Scope,
  importSourceId: string | null,
  drafts: readonly ActivityDraft[],
): Promise<RowVerdict[]> {
  return (await decided(scope, importSourceId, drafts)).map(({ verdict }) => verdict);
}

/** Writes a piece inside the caller's transaction, and rebuilds the roll-up of every day it touched. */
export async function writeActivities(
  scope: Scope,
  importSourceId: string,
  drafts: readonly ActivityDraft[],
  now: Date,
): Promise<RowVerdict[]> {
  await lockImportSource(scope, importSourceId);
  const decisions = await decided(scope, importSourceId, drafts);
  const written = decisions.filter(({ verdict }) => verdict.verdict !== "unchanged");
  if (written.length > 0) {
    await upsertImportedActivities(
      scope,
      { importSourceId, recordedAt: now },
      written.map(({ activity }) => activity),
    );
    // A row that moved to another day or person leaves the old day wrong as well.
    const days = written.flatMap(({ activity, there }) => (there ? [activity, there] : [activity]));
    const touched = new Map(days.map(({ personId, day }) => [`${personId} ${day}`, { personId, day }]));
    await rebuildActivityDays(scope, [...touched.values()]);
  }
  return decisions.map(({ verdict }) => verdict);
}

async function decided(scope: Scope, importSourceId: string | null, drafts: readonly ActivityDraft[]) {
  const externalIds = drafts.map(({ externalId }) => externalId);
  const known = importSourceId === null ? [] : await listKnownActivities(scope, importSourceId, externalIds);
  const byExternalId = new Map(known.map((activity) => [activity.externalId, activity]));
  const records = [...new Set(drafts.flatMap(({ record }) => (record === null ? [] : [record])))];
  const deals = await findDealsByExternalId(scope, records);
  return drafts.map((draft) => {
    const there = byExternalId.get(draft.externalId);
    const activity: ImportedActivity = {
      id: there?.id ?? uuidv7(),
      externalId: draft.externalId,
      personId: draft.person,
      activityTypeId: draft.type,
      day: draft.day,
      quantity: draft.quantity,
      outcome: draft.outcome,
      seconds: draft.seconds,
      dealId: draft.record === null ? null : (deals.get(draft.record) ?? null),
    };
    const same = there !== undefined && COMPARED.every((field) => activity[field] === there[field]);
    const verdict: RowVerdict = {
      row: draft.row,
      verdict: !there ? "create" : same ? "unchanged" : "change",
      repair: null,
      sentence: null,
      recordId: activity.id,
    };
    return { activity, there, verdict };
  });
}

const COMPARED = [
  "personId",
  "activityTypeId",
  "day",
  "quantity",
  "outcome",
  "seconds",
  "dealId",
] as const satisfies readonly (keyof ImportedActivity)[];
