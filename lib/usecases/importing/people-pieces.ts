import "server-only";
import { uuidv7 } from "uuidv7";
import type { FunnelRow } from "@/lib/data/funnels";
import type { RowVerdict } from "@/lib/data/import-rows";
import { ensurePeriod, findQuotaMinor, setQuota } from "@/lib/data/imported-quotas";
import { completePerson, insertPeople, listPersonNames, type PersonNames } from "@/lib/data/person-names";
import { assignToTeam, getPersonPlace, setPosition } from "@/lib/data/person-places";
import type { Scope } from "@/lib/data/scope";
import { periodLabel } from "@/lib/format/period-label";
import type { PersonDraft } from "@/lib/ingest/draft-people";
import { nameKey } from "@/lib/ingest/names";
import type { Rejection } from "@/lib/ingest/rejection";
import type { PersonAnswer } from "@/lib/usecases/importing/answers";
import { personResolver } from "@/lib/usecases/importing/people-in-file";

export type PeopleTarget = {
  funnels: readonly FunnelRow[];
  funnelId: string | null;
  people: readonly PersonAnswer[];
};

/** Rows whose quota belongs to a funnel nobody knows. */
export function unknownFunnels(target: PeopleTarget, drafts: readonly PersonDraft[]): Rejection[] {
  return drafts
    .filter((draft) => draft.quota !== null && funnelOf(target, draft) === null)
    .map(({ row, quota }) => ({ row, repair: "unknown-funnel", column: null, value: quota?.funnel ?? "" }));
}

/** What would become of a piece of people rows. */
export async function comparePeople(
  scope: Scope,
  target: PeopleTarget,
  known: readonly PersonNames[],
  drafts: readonly PersonDraft[],
  today: string,
): Promise<RowVerdict[]> {
  const resolve = personResolver(known, target.people);
  const verdicts: RowVerdict[] = [];
  for (const draft of drafts) {
    const id = resolve(draft.name, draft.email ?? "");
    const isNew = id === null || id.startsWith("new:");
    const same = !isNew && (await saysNothingNew(scope, target, known, id, draft, today));
    verdicts.push(verdictOf(draft.row, isNew ? "create" : same ? "unchanged" : "change", isNew ? null : id));
  }
  return verdicts;
}

/** Writes a piece of people rows inside the caller's transaction: the person, where they stand, and what they owe. */
export async function writePeople(
  scope: Scope,
  target: PeopleTarget,
  drafts: readonly PersonDraft[],
  clock: { today: string; now: Date },
): Promise<RowVerdict[]> {
  const known = await listPersonNames(scope);
  const verdicts: RowVerdict[] = [];
  for (const draft of drafts) {
    const resolved = personResolver(known, target.people)(draft.name, draft.email ?? "");
    const isNew = resolved === null || resolved.startsWith("new:");
    const id = isNew ? uuidv7() : resolved;
    const { name, email, externalId } = draft;
    const changes: boolean[] = [];
    if (isNew) {
      await insertPeople(scope, [{ id, name, email, externalId, startOn: draft.startedOn }], clock.now);
      known.push({ id, name, email, externalId });
    } else {
      changes.push(await completePerson(scope, id, { email, externalId, startOn: draft.startedOn }));
    }
    changes.push(await writePlace(scope, id, draft, isNew, clock));
    changes.push(await writeQuota(scope, target, id, draft, clock));
    verdicts.push(
      verdictOf(draft.row, isNew ? "create" : changes.includes(true) ? "change" : "unchanged", id),
    );
  }
  return verdicts;
}

async function saysNothingNew(
  scope: Scope,
  target: PeopleTarget,
  known: readonly PersonNames[],
  id: string,
  draft: PersonDraft,
  today: string,
): Promise<boolean> {
  const person = known.find((candidate) => candidate.id === id);
  if (draft.email !== null && person?.email === null) return false;
  if (draft.externalId !== null && person?.externalId === null) return false;
  const place = await getPersonPlace(scope, id, today);
  if (draft.team !== null && draft.team !== place.teamName) return false;
  if (draft.position !== null && draft.position !== place.position) return false;
  const { quota } = draft;
  const funnelId = funnelOf(target, draft);
  if (quota === null || funnelId === null) return true;
  const { kind, firstDay } = quota.period;
  const of = { personId: id, funnelId, measure: quota.measure, kind, firstDay };
  return (await findQuotaMinor(scope, of)) === quota.amount;
}

async function writePlace(
  scope: Scope,
  personId: string,
  draft: PersonDraft,
  isNew: boolean,
  clock: { today: string; now: Date },
): Promise<boolean> {
  const place = await getPersonPlace(scope, personId, clock.today);
  // Somebody new stands there since they started; for others the file says what holds from today on.
  const from =
    isNew && draft.startedOn !== null && draft.startedOn < clock.today ? draft.startedOn : clock.today;
  const recordedAt = clock.now;
  const moves = draft.team !== null && draft.team !== place.teamName;
  const rises = draft.position !== null && draft.position !== place.position;
  if (moves && draft.team !== null)
    await assignToTeam(scope, { personId, teamName: draft.team, from, recordedAt });
  if (rises && draft.position !== null)
    await setPosition(scope, { personId, position: draft.position, from, recordedAt });
  return moves || rises;
}

async function writeQuota(
  scope: Scope,
  target: PeopleTarget,
  personId: string,
  draft: PersonDraft,
  clock: { today: string; now: Date },
): Promise<boolean> {
  const { quota } = draft;
  const funnelId = funnelOf(target, draft);
  if (quota === null || funnelId === null) return false;
  const periodId = await ensurePeriod(scope, { ...quota.period, label: periodLabel(quota.period) });
  const membershipId = scope.actor.kind === "user" ? scope.actor.membershipId : null;
  const { measure, amount: amountMinor } = quota;
  const { today, now: recordedAt } = clock;
  const reason = "Imported";
  const set = { personId, funnelId, periodId, measure, amountMinor, today, recordedAt, membershipId, reason };
  return (await setQuota(scope, set)) !== "unchanged";
}

/** The funnel a row names, by name or slug; the one chosen for the file when it names none. */
function funnelOf(target: PeopleTarget, { quota }: PersonDraft): string | null {
  if (quota?.funnel == null) return target.funnelId;
  const key = nameKey(quota.funnel);
  return target.funnels.find(({ name, slug }) => nameKey(name) === key || nameKey(slug) === key)?.id ?? null;
}

function verdictOf(row: number, verdict: RowVerdict["verdict"], recordId: string | null): RowVerdict {
  return { row, verdict, repair: null, sentence: null, recordId };
}
