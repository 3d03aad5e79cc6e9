import "server-only";
import { uuidv7 } from "uuidv7";
import { dayFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import type { Prisma } from "@/lib/data/client/generated/client";
import type { Scope } from "@/lib/data/scope";

export interface DayTargetRow {
  id: string;
  personId: string;
  funnelId: string;
  day: string;
  /** the engine's plan or refusal, as it was on that morning */
  plan: unknown;
  /** what it was computed from */
  inputs: unknown;
  dataVersion: number;
  methodVersion: string;
  createdAt: Date;
}

export interface NewDayTarget {
  personId: string;
  funnelId: string;
  day: string;
  planId: string | null;
  plan: object;
  inputs: object;
  dataVersion: number;
  methodVersion: string;
  createdAt: Date;
}

/** Inserts the targets that are not there yet and leaves the others as they were asked. Answers how many were new. */
export async function insertDayTargets(scope: Scope, targets: NewDayTarget[]): Promise<number> {
  if (targets.length === 0) return 0;
  const { count } = await scope.db.dayTarget.createMany({
    data: targets.map((target) => ({
      organizationId: scope.organizationId,
      id: uuidv7(),
      personId: target.personId,
      funnelId: target.funnelId,
      day: dayToColumn(target.day),
      planId: target.planId,
      plan: target.plan as Prisma.InputJsonObject,
      inputs: target.inputs as Prisma.InputJsonObject,
      dataVersion: target.dataVersion,
      methodVersion: target.methodVersion,
      createdAt: target.createdAt,
    })),
    skipDuplicates: true,
  });
  return count;
}

export async function listDayTargets(
  scope: Scope,
  filter: { day: string; personIds?: string[] },
): Promise<DayTargetRow[]> {
  const rows = await scope.db.dayTarget.findMany({
    where: {
      organizationId: scope.organizationId,
      day: dayToColumn(filter.day),
      ...(filter.personIds ? { personId: { in: filter.personIds } } : {}),
    },
    orderBy: [{ personId: "asc" }, { funnelId: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    funnelId: row.funnelId,
    day: dayFromColumn(row.day),
    plan: row.plan,
    inputs: row.inputs,
    dataVersion: row.dataVersion,
    methodVersion: row.methodVersion,
    createdAt: row.createdAt,
  }));
}

/** One person's target of a day: of the named funnel, else of the first they have one in. */
export async function getDayTargetOf(
  scope: Scope,
  filter: { personId: string; day: string; funnelId?: string },
): Promise<DayTargetRow | null> {
  const targets = await listDayTargets(scope, { day: filter.day, personIds: [filter.personId] });
  return targets.find((target) => !filter.funnelId || target.funnelId === filter.funnelId) ?? null;
}
