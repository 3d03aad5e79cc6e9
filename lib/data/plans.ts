import "server-only";
import { uuidv7 } from "uuidv7";
import { dayFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import type { Prisma } from "@/lib/data/client/generated/client";
import type { Scope } from "@/lib/data/scope";

export interface PlanRow {
  id: string;
  personId: string;
  funnelId: string;
  periodId: string;
  planVersion: number;
  fromDay: string;
  /** stage id → units a day */
  baseline: Record<string, number>;
}

/** The plan in force on a day, per person, funnel and period: the newest version that has begun. */
export async function listPlans(
  scope: Scope,
  filter: { periodId: string; onDay: string },
): Promise<PlanRow[]> {
  const rows = await scope.db.plan.findMany({
    where: {
      organizationId: scope.organizationId,
      periodId: filter.periodId,
      fromDay: { lte: dayToColumn(filter.onDay) },
    },
    orderBy: [{ personId: "asc" }, { funnelId: "asc" }, { planVersion: "desc" }],
    distinct: ["personId", "funnelId"],
  });
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    funnelId: row.funnelId,
    periodId: row.periodId,
    planVersion: row.planVersion,
    fromDay: dayFromColumn(row.fromDay),
    baseline: row.baseline as Record<string, number>,
  }));
}

/** A first plan for a quota without one; a plan that is there already stays as it is. */
export async function insertFirstPlans(
  scope: Scope,
  plans: Omit<PlanRow, "id" | "planVersion">[],
  publishedAt: Date,
): Promise<void> {
  if (plans.length === 0) return;
  await scope.db.plan.createMany({
    data: plans.map((plan) => ({
      organizationId: scope.organizationId,
      id: uuidv7(),
      personId: plan.personId,
      funnelId: plan.funnelId,
      periodId: plan.periodId,
      planVersion: 1,
      fromDay: dayToColumn(plan.fromDay),
      baseline: plan.baseline as Prisma.InputJsonObject,
      publishedAt,
    })),
    skipDuplicates: true,
  });
}
