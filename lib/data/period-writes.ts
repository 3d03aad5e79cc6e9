import "server-only";
import { uuidv7 } from "uuidv7";
import { dayToColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";

export type NewPeriod = {
  kind: "month" | "quarter" | "year";
  label: string;
  from: string;
  to: string;
  parentId: string | null;
};

/** Adds stretches to the fiscal calendar; those that start on the day of one of their kind are there already. */
export async function insertPeriods(scope: Scope, periods: readonly NewPeriod[]): Promise<void> {
  const { organizationId } = scope;
  await scope.db.period.createMany({
    data: periods.map(({ from, to, ...period }) => ({
      organizationId,
      id: uuidv7(),
      ...period,
      firstDay: dayToColumn(from),
      lastDay: dayToColumn(to),
    })),
    skipDuplicates: true,
  });
}
