import "server-only";
import { dayFromColumn, dayOrNullFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import { safeIntegerOrNull } from "@/lib/data/client/safe-integer";
import type { Scope } from "@/lib/data/scope";
import { visiblePeople } from "@/lib/data/visibility";

export interface OpenDealRow {
  id: string;
  name: string;
  personId: string;
  source: string;
  stageId: string | null;
  /** first day in its present stage; the day it was created where no entry is recorded */
  enteredOn: string;
  valueMinor: number | null;
  expectedCloseOn: string | null;
}

/** Records that were open at the end of a day. */
export async function listOpenDeals(
  scope: Scope,
  filter: { funnelId: string; asOf: string; personIds?: string[] },
): Promise<OpenDealRow[]> {
  const day = dayToColumn(filter.asOf);
  const rows = await scope.db.deal.findMany({
    where: {
      organizationId: scope.organizationId,
      funnelId: filter.funnelId,
      createdOn: { lte: day },
      AND: [
        { OR: [{ wonOn: null }, { wonOn: { gt: day } }] },
        { OR: [{ lostOn: null }, { lostOn: { gt: day } }] },
        // a record marked lost on an unknown day is lost, not open
        { OR: [{ status: "open" }, { wonOn: { gt: day } }, { lostOn: { gt: day } }] },
      ],
      ...(filter.personIds ? { personId: { in: filter.personIds } } : {}),
    },
    include: {
      stageEntries: { where: { enteredOn: { lte: day } }, orderBy: [{ enteredOn: "desc" }], take: 5 },
    },
    orderBy: [{ createdOn: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => {
    const current = row.stageEntries.find((entry) => entry.stageId === row.stageId) ?? row.stageEntries[0];
    return {
      id: row.id,
      name: row.name,
      personId: row.personId,
      source: row.source,
      stageId: current?.stageId ?? row.stageId,
      enteredOn: dayFromColumn(current?.enteredOn ?? row.createdOn),
      valueMinor: safeIntegerOrNull(row.valueMinor),
      expectedCloseOn: dayOrNullFromColumn(row.expectedCloseOn),
    };
  });
}

/** A record as a list shows it. */
export interface DealRow {
  id: string;
  name: string;
  personId: string;
  personName: string;
  funnelId: string;
  productName: string | null;
  accountName: string | null;
  source: string;
  status: "open" | "won" | "lost";
  stageName: string | null;
  valueMinor: number | null;
  currency: string;
  createdOn: string;
  expectedCloseOn: string | null;
  wonOn: string | null;
  lostOn: string | null;
  version: number;
}

export interface DealFilter {
  status?: DealRow["status"];
  personId?: string;
  search?: string;
  offset: number;
  limit: number;
}

/** Records the reader may see, newest first; `total` counts all that match. */
export async function listDeals(
  scope: Scope,
  filter: DealFilter,
  onDay: string,
): Promise<{ deals: DealRow[]; total: number }> {
  const where = {
    organizationId: scope.organizationId,
    person: visiblePeople(scope, onDay),
    ...(filter.status ? { status: filter.status } : {}),
    ...(filter.personId ? { personId: filter.personId } : {}),
    ...(filter.search ? { name: { contains: literally(filter.search), mode: "insensitive" as const } } : {}),
  };
  const [rows, total] = await Promise.all([
    scope.db.deal.findMany({
      where,
      include: { person: true, product: true, parent: true, stage: true },
      orderBy: [{ createdOn: "desc" }, { id: "asc" }],
      skip: filter.offset,
      take: filter.limit,
    }),
    scope.db.deal.count({ where }),
  ]);
  return {
    total,
    deals: rows.map((row) => ({
      id: row.id,
      name: row.name,
      personId: row.personId,
      personName: row.person.name,
      funnelId: row.funnelId,
      productName: row.product?.name ?? null,
      accountName: row.parent?.name ?? null,
      source: row.source,
      status: row.status as DealRow["status"],
      stageName: row.stage?.name ?? null,
      valueMinor: safeIntegerOrNull(row.valueMinor),
      currency: row.currency,
      createdOn: dayFromColumn(row.createdOn),
      expectedCloseOn: dayOrNullFromColumn(row.expectedCloseOn),
      wonOn: dayOrNullFromColumn(row.wonOn),
      lostOn: dayOrNullFromColumn(row.lostOn),
      version: row.version,
    })),
  };
}

/** What is searched for is a text and no pattern: LIKE would take "_" for any letter and "%" for anything. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

export interface PersonChoice {
  id: string;
  name: string;
}

/** Whose records the reader may see, by name; "still-here" leaves out those who had left by that day. */
export async function listDealPeople(
  scope: Scope,
  onDay: string,
  stillHere?: "still-here",
): Promise<PersonChoice[]> {
  const here = { OR: [{ leaveOn: null }, { leaveOn: { gte: dayToColumn(onDay) } }] };
  return scope.db.person.findMany({
    where: {
      organizationId: scope.organizationId,
      mergedIntoId: null,
      AND: [visiblePeople(scope, onDay), stillHere ? here : {}],
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
