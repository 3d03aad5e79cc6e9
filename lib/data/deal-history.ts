import "server-only";
import { dayFromColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";
import { visiblePeople } from "@/lib/data/visibility";

/** A change of a record on both clocks: when it happened and when it was recorded. */
export interface RecordedChange {
  id: string;
  field: string;
  oldValue: string | null;
  newValue: string | null;
  occurredOn: string;
  recordedAt: Date;
  reason: string | null;
  /** who recorded it; null for an import nobody is named for, or a member who is gone */
  by: string | null;
}

/** What was changed on a record the reader may see, newest first. */
export async function listDealChanges(
  scope: Scope,
  dealId: string,
  onDay: string,
): Promise<RecordedChange[]> {
  const { organizationId } = scope;
  const rows = await scope.db.dealChange.findMany({
    where: { organizationId, dealId, deal: { person: visiblePeople(scope, onDay) } },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  const membershipIds = [...new Set(rows.flatMap(({ membershipId }) => membershipId ?? []))];
  const members = await scope.db.membership.findMany({
    where: { organizationId, id: { in: membershipIds } },
    select: { id: true, user: { select: { name: true } } },
  });
  const nameOf = new Map(members.map(({ id, user }) => [id, user.name]));
  return rows.map((row) => ({
    id: row.id,
    field: row.field,
    oldValue: row.oldValue,
    newValue: row.newValue,
    occurredOn: dayFromColumn(row.occurredOn),
    recordedAt: row.recordedAt,
    reason: row.reason,
    by: row.membershipId === null ? null : (nameOf.get(row.membershipId) ?? null),
  }));
}

/** Names of people by id, wherever they are now: a history speaks of those who left, too. */
export async function namesOfPeople(scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await scope.db.person.findMany({
    where: { organizationId: scope.organizationId, id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
