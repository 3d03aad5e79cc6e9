import "server-only";
import { dayToColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";

/** How many records of a person entered each stage on a day: stage id → count. */
export async function listStageEntriesOn(
  scope: Scope,
  filter: { personId: string; funnelId: string; day: string },
): Promise<Map<string, number>> {
  const rows = await scope.db.stageEntry.groupBy({
    by: ["stageId"],
    where: {
      organizationId: scope.organizationId,
      personId: filter.personId,
      enteredOn: dayToColumn(filter.day),
      stage: { funnelId: filter.funnelId },
    },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.stageId, row._count._all]));
}
