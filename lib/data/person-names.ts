import "server-only";
import { dayToColumn } from "@/lib/data/client/day-column";
import { executeSql, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

/** How a person may be called in a file. `id` is the person a merged one became. */
export type PersonNames = { id: string; name: string; email: string | null; externalId: string | null };

export type NewPerson = {
  id: string;
  name: string;
  email: string | null;
  externalId: string | null;
  startOn: string | null;
};

/** Everybody who ever had a name here, leavers and merged people too: an old file speaks of them. */
export async function listPersonNames(scope: Scope): Promise<PersonNames[]> {
  const rows = await scope.db.person.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true, externalId: true, mergedIntoId: true },
  });
  return rows.map(({ mergedIntoId, ...row }) => ({ ...row, id: mergedIntoId ?? row.id }));
}

export async function insertPeople(
  scope: Scope,
  people: readonly NewPerson[],
  recordedAt: Date,
): Promise<void> {
  await executeSql(
    scope,
    sql`INSERT INTO person (organization_id, id, name, email, external_id, start_on, recorded_at)
        SELECT ${scope.organizationId}::uuid, sent.id, sent.name, sent.email, sent."externalId", sent."startOn",
               ${recordedAt}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS sent(
          id uuid, name text, email text, "externalId" text, "startOn" date)`,
  );
}

/** Fills in what a file knows about a person and we do not; nothing that is there is overwritten. True when something was new. */
export async function completePerson(
  scope: Scope,
  id: string,
  known: { email: string | null; externalId: string | null; startOn: string | null },
): Promise<boolean> {
  const { organizationId } = scope;
  const { email, externalId, startOn } = known;
  let changed = 0;
  if (email !== null) {
    changed += (
      await scope.db.person.updateMany({ where: { organizationId, id, email: null }, data: { email } })
    ).count;
  }
  if (externalId !== null) {
    const where = { organizationId, id, externalId: null };
    changed += (await scope.db.person.updateMany({ where, data: { externalId } })).count;
  }
  if (startOn !== null) {
    const where = { organizationId, id, startOn: null };
    changed += (await scope.db.person.updateMany({ where, data: { startOn: dayToColumn(startOn) } })).count;
  }
  return changed > 0;
}
