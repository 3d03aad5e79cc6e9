import "server-only";
import { dayFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import type { Prisma } from "@/lib/data/client/generated/client";
import type { Scope } from "@/lib/data/scope";
import { visiblePeople } from "@/lib/data/visibility";

export interface OutlookRow {
  personId: string;
  funnelId: string;
  day: string;
  dataVersion: number;
  /** the engine's outcome, without its explanation */
  plan: unknown;
  inputs: unknown;
  explanation: unknown;
}

export type NewOutlook = Omit<OutlookRow, "plan" | "inputs" | "explanation"> & {
  plan: object;
  inputs: object;
  explanation: object;
  computedAt: Date;
};

/** Whether every outlook of these people is of this day and of these data. */
export async function countFreshOutlooks(
  scope: Scope,
  filter: { day: string; dataVersion: number },
): Promise<number> {
  return scope.db.outlook.count({
    where: {
      organizationId: scope.organizationId,
      day: dayToColumn(filter.day),
      dataVersion: filter.dataVersion,
    },
  });
}

/** Outlooks of another day or of older data, in funnels still in use. */
export async function countStaleOutlooks(
  scope: Scope,
  filter: { day: string; dataVersion: number },
): Promise<number> {
  return scope.db.outlook.count({
    where: {
      organizationId: scope.organizationId,
      funnel: { retiredOn: null },
      OR: [{ day: { not: dayToColumn(filter.day) } }, { dataVersion: { not: filter.dataVersion } }],
    },
  });
}

/** Forgets where people stood who owe nothing in a funnel any more: left, or without a quota. */
export async function deleteOutlooksExcept(
  scope: Scope,
  { funnelId, personIds }: { funnelId: string; personIds: string[] },
): Promise<void> {
  await scope.db.outlook.deleteMany({
    where: { organizationId: scope.organizationId, funnelId, personId: { notIn: personIds } },
  });
}

/** Replaces where these people stand. Two writers at once leave one of two equal answers. */
export async function replaceOutlooks(scope: Scope, outlooks: NewOutlook[]): Promise<void> {
  const { organizationId } = scope;
  for (const outlook of outlooks) {
    const key = { organizationId, personId: outlook.personId, funnelId: outlook.funnelId };
    const fields = {
      day: dayToColumn(outlook.day),
      dataVersion: outlook.dataVersion,
      plan: outlook.plan as Prisma.InputJsonObject,
      inputs: outlook.inputs as Prisma.InputJsonObject,
      explanation: outlook.explanation as Prisma.InputJsonObject,
      computedAt: outlook.computedAt,
    };
    await scope.db.outlook.upsert({
      where: { organizationId_personId_funnelId: key, organizationId },
      create: { ...key, ...fields },
      update: fields,
    });
  }
}

/** Where the people the reader may see stand. The large parts stay in the database unless asked for. */
export async function listOutlooks(
  scope: Scope,
  filter: { day: string; personIds?: string[]; withInputs?: boolean; withExplanation?: boolean },
): Promise<OutlookRow[]> {
  const rows = await scope.db.outlook.findMany({
    where: {
      organizationId: scope.organizationId,
      person: visiblePeople(scope, filter.day),
      ...(filter.personIds ? { personId: { in: filter.personIds } } : {}),
    },
    select: {
      personId: true,
      funnelId: true,
      day: true,
      dataVersion: true,
      plan: true,
      inputs: filter.withInputs === true,
      explanation: filter.withExplanation === true,
    },
    orderBy: [{ personId: "asc" }, { funnelId: "asc" }],
  });
  return rows.map((row) => ({
    personId: row.personId,
    funnelId: row.funnelId,
    day: dayFromColumn(row.day),
    dataVersion: row.dataVersion,
    plan: row.plan,
    inputs: "inputs" in row ? row.inputs : null,
    explanation: "explanation" in row ? row.explanation : null,
  }));
}

/** Where one person stands in a funnel. */
export async function getOutlookOf(
  scope: Scope,
  filter: { personId: string; funnelId: string },
): Promise<Pick<OutlookRow, "plan" | "inputs" | "explanation" | "dataVersion"> | null> {
  const { organizationId } = scope;
  return scope.db.outlook.findUnique({
    where: { organizationId_personId_funnelId: { organizationId, ...filter } },
    select: { plan: true, inputs: true, explanation: true, dataVersion: true },
  });
}
