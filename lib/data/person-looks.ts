import "server-only";
import { dayFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import { executeSql, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

/** Remembers that somebody looked at a person's page on a day: people who are watched are told so. */
export async function recordLook(
  scope: Scope,
  look: { personId: string; membershipId: string; day: string; screen: string },
): Promise<void> {
  await executeSql(
    scope,
    sql`INSERT INTO person_look (organization_id, person_id, membership_id, day, screen, looks)
        VALUES (${scope.organizationId}::uuid, ${look.personId}::uuid, ${look.membershipId}::uuid,
                ${look.day}::date, ${look.screen}, 1)
        ON CONFLICT (organization_id, person_id, day, membership_id, screen)
        DO UPDATE SET looks = person_look.looks + 1`,
  );
}

export interface LookRow {
  id: string;
  day: string;
  who: string;
  screen: string;
}

/** Who looked at a person since a day, newest first; their own looks are not kept. */
export async function listLooks(
  scope: Scope,
  filter: { personId: string; since: string },
): Promise<LookRow[]> {
  const rows = await scope.db.personLook.findMany({
    where: {
      organizationId: scope.organizationId,
      personId: filter.personId,
      day: { gte: dayToColumn(filter.since) },
    },
    include: { membership: { include: { user: { select: { name: true } } } } },
    orderBy: [{ day: "desc" }, { screen: "asc" }],
    take: 20,
  });
  return rows.map((row) => ({
    id: `${dayFromColumn(row.day)} ${row.membershipId} ${row.screen}`,
    day: dayFromColumn(row.day),
    who: row.membership.user.name,
    screen: row.screen,
  }));
}
