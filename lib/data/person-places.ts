import "server-only";
import { uuidv7 } from "uuidv7";
import { dayToColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";

/** Where a person stands: the team and position of a day. */
export type PersonPlace = { teamName: string | null; position: string | null };

/** Team and position a person has on a day; null where there is none. */
export async function getPersonPlace(scope: Scope, personId: string, day: string): Promise<PersonPlace> {
  const at = { organizationId: scope.organizationId, personId, ...during(day) };
  const assignment = await scope.db.assignment.findFirst({
    where: at,
    orderBy: { fromDay: "desc" },
    select: { team: { select: { name: true } } },
  });
  const place = await scope.db.personPosition.findFirst({
    where: at,
    orderBy: { fromDay: "desc" },
    select: { position: true },
  });
  return { teamName: assignment?.team.name ?? null, position: place?.position ?? null };
}

/** Puts a person into a team from a day on, made where there is none of that name; the assignment before ends the day before. */
export async function assignToTeam(
  scope: Scope,
  move: { personId: string; teamName: string; from: string; recordedAt: Date },
): Promise<void> {
  const { organizationId } = scope;
  await scope.db.team.createMany({
    data: [{ organizationId, id: uuidv7(), name: move.teamName }],
    skipDuplicates: true,
  });
  const team = await scope.db.team.findUniqueOrThrow({
    where: { organizationId_name: { organizationId, name: move.teamName } },
    select: { id: true },
  });
  const { personId, recordedAt } = move;
  await scope.db.assignment.updateMany({
    where: { organizationId, personId, ...during(move.from), fromDay: { lt: dayToColumn(move.from) } },
    data: { toDay: dayBefore(move.from) },
  });
  await scope.db.assignment.deleteMany({
    where: { organizationId, personId, fromDay: dayToColumn(move.from) },
  });
  await scope.db.assignment.create({
    data: {
      organizationId,
      id: uuidv7(),
      personId,
      teamId: team.id,
      fromDay: dayToColumn(move.from),
      recordedAt,
    },
  });
}

/** Gives a person a position from a day on; the one before ends the day before. */
export async function setPosition(
  scope: Scope,
  change: { personId: string; position: string; from: string; recordedAt: Date },
): Promise<void> {
  const { organizationId } = scope;
  const { personId, position, recordedAt } = change;
  await scope.db.personPosition.updateMany({
    where: { organizationId, personId, ...during(change.from), fromDay: { lt: dayToColumn(change.from) } },
    data: { toDay: dayBefore(change.from) },
  });
  await scope.db.personPosition.deleteMany({
    where: { organizationId, personId, fromDay: dayToColumn(change.from) },
  });
  await scope.db.personPosition.create({
    data: { organizationId, id: uuidv7(), personId, position, fromDay: dayToColumn(change.from), recordedAt },
  });
}

function during(day: string) {
  const date = dayToColumn(day);
  return { fromDay: { lte: date }, OR: [{ toDay: null }, { toDay: { gte: date } }] };
}

function dayBefore(day: string): Date {
  return new Date(dayToColumn(day).getTime() - 86_400_000);
}
