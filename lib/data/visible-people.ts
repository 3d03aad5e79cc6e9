import "server-only";
import type { Scope } from "@/lib/data/scope";
import { visiblePeople } from "@/lib/data/visibility";

/** The people a scope reaches on a day, leavers included. */
export async function listVisiblePersonIds(scope: Scope, onDay: string): Promise<string[]> {
  const rows = await scope.db.person.findMany({
    where: { organizationId: scope.organizationId, mergedIntoId: null, ...visiblePeople(scope, onDay) },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
