import "server-only";
import { dayFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";

export interface ActivityDayRow {
  personId: string;
  day: string;
  activityTypeId: string;
  outcome: string;
  quantity: number;
}

/** What was done between two days, day by day, from the roll-up. */
export async function listActivityDays(
  scope: Scope,
  filter: { from: string; to: string; personIds?: string[] },
): Promise<ActivityDayRow[]> {
  const rows = await scope.db.activityDay.findMany({
    where: {
      organizationId: scope.organizationId,
      day: { gte: dayToColumn(filter.from), lte: dayToColumn(filter.to) },
      ...(filter.personIds ? { personId: { in: filter.personIds } } : {}),
    },
    orderBy: [{ personId: "asc" }, { day: "asc" }, { activityTypeId: "asc" }, { outcome: "asc" }],
  });
  return rows.map((row) => ({
    personId: row.personId,
    day: dayFromColumn(row.day),
    activityTypeId: row.activityTypeId,
    outcome: row.outcome,
    quantity: row.quantity,
  }));
}
