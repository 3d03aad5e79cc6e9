import "server-only";
import { dayFromColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";

export interface PeriodRow {
  id: string;
  kind: "month" | "quarter" | "year";
  label: string;
  from: string;
  to: string;
}

/** The fiscal calendar, oldest first: a few rows a year. */
export async function listPeriods(scope: Scope): Promise<PeriodRow[]> {
  const rows = await scope.db.period.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: [{ firstDay: "asc" }, { kind: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PeriodRow["kind"],
    label: row.label,
    from: dayFromColumn(row.firstDay),
    to: dayFromColumn(row.lastDay),
  }));
}
