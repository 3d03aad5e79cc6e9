import "server-only";
import type { Scope } from "@/lib/data/scope";

export interface ActivityTypeRef {
  id: string;
  name: string;
  retired: boolean;
}

export async function getActivityType(scope: Scope, id: string): Promise<ActivityTypeRef | null> {
  const row = await scope.db.activityType.findUnique({
    where: { organizationId_id: { organizationId: scope.organizationId, id } },
    select: { id: true, name: true, retiredOn: true },
  });
  return row && { id: row.id, name: row.name, retired: row.retiredOn !== null };
}
