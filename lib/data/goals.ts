import "server-only";
import { safeInteger } from "@/lib/data/client/safe-integer";
import type { Scope } from "@/lib/data/scope";

export interface GoalRow {
  id: string;
  periodId: string;
  parentId: string | null;
  teamId: string | null;
  name: string;
  amountMinor: number;
}

export async function listGoals(scope: Scope, periodId: string): Promise<GoalRow[]> {
  const rows = await scope.db.goal.findMany({
    where: { organizationId: scope.organizationId, periodId },
    orderBy: [{ name: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    periodId: row.periodId,
    parentId: row.parentId,
    teamId: row.teamId,
    name: row.name,
    amountMinor: safeInteger(row.amountMinor),
  }));
}
