import "server-only";
import { z } from "zod";
import { dayFromColumn, dayOrNullFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";
import { visiblePeople } from "@/lib/data/visibility";

export interface PersonRow {
  id: string;
  name: string;
  zone: string | null;
  country: string | null;
  region: string | null;
  startOn: string | null;
  leaveOn: string | null;
  workShare: number;
  minutesPerDay: number;
  rampMonths: number;
  /** position and segment on the day asked about; "" when none is set */
  position: string;
  segment: string;
  team: { id: string; name: string } | null;
  timeOff: { from: string; to: string; share: number; note: string | null }[];
}

/**
 * Everyone working on a day, with position, team and time off as of that day. Not narrowed by visibility:
 * the engine pools over colleagues, and what a reader may see is decided where it is shown.
 */
export async function listPeople(scope: Scope, onDay: string): Promise<PersonRow[]> {
  const { organizationId } = scope;
  const day = dayToColumn(onDay);
  const onThatDay = { fromDay: { lte: day }, OR: [{ toDay: null }, { toDay: { gte: day } }] };
  const rows = await scope.db.person.findMany({
    where: { organizationId, mergedIntoId: null, OR: [{ leaveOn: null }, { leaveOn: { gte: day } }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    include: {
      personPositions: { where: onThatDay, orderBy: { fromDay: "desc" }, take: 1 },
      assignments: { where: onThatDay, orderBy: { fromDay: "desc" }, take: 1, include: { team: true } },
      timeOff: { orderBy: { fromDay: "asc" } },
    },
  });
  return rows.map((row) => {
    const team = row.assignments[0]?.team;
    return {
      id: row.id,
      name: row.name,
      zone: row.zone,
      country: row.country,
      region: row.region,
      startOn: dayOrNullFromColumn(row.startOn),
      leaveOn: dayOrNullFromColumn(row.leaveOn),
      workShare: row.workShare,
      minutesPerDay: row.minutesPerDay,
      rampMonths: row.rampMonths,
      position: row.personPositions[0]?.position ?? "",
      segment: row.personPositions[0]?.segment ?? "",
      team: team ? { id: team.id, name: team.name } : null,
      timeOff: row.timeOff.map((off) => ({
        from: dayFromColumn(off.fromDay),
        to: dayFromColumn(off.toDay),
        share: off.share,
        note: off.note,
      })),
    };
  });
}

export interface PersonRef {
  id: string;
  name: string;
  startOn: string | null;
}

/** One person the reader may see on a day, or null. */
export async function getPerson(scope: Scope, id: string, onDay: string): Promise<PersonRef | null> {
  // an address somebody typed is no id, and the database would call it a fault
  if (!z.uuid().safeParse(id).success) return null;
  const row = await scope.db.person.findFirst({
    where: { organizationId: scope.organizationId, id, AND: [visiblePeople(scope, onDay)] },
    select: { id: true, name: true, startOn: true },
  });
  return row && { id: row.id, name: row.name, startOn: dayOrNullFromColumn(row.startOn) };
}
