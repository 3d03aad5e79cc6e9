import "server-only";
import { z } from "zod";
import { dayToColumn } from "@/lib/data/client/day-column";
import type { Prisma } from "@/lib/data/client/generated/client";
import { joined, queryRows, type Sql, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

/**
 * Whose rows a scope may see on a day, as a filter on person. The one place that knows: a rep sees their own,
 * a coach or manager the people assigned to their teams on that day and themselves, others everybody.
 *
 * @example
 * scope.db.deal.findMany({ where: { organizationId: scope.organizationId, person: visiblePeople(scope, day) } })
 */
export function visiblePeople(scope: Scope, onDay: string): Prisma.PersonWhereInput {
  const { reach, actor } = scope;
  if (reach.kind === "all") return {};
  if (reach.kind === "own") return { id: reach.personId };
  const day = dayToColumn(onDay);
  const assigned: Prisma.PersonWhereInput = {
    assignments: {
      some: {
        teamId: { in: [...reach.teamIds] },
        fromDay: { lte: day },
        OR: [{ toDay: null }, { toDay: { gte: day } }],
      },
    },
  };
  const own = actor.kind === "user" ? actor.personId : null;
  return own === null ? assigned : { OR: [{ id: own }, assigned] };
}

/**
 * The same for raw SQL: a query of person ids, to stand after IN.
 *
 * @example
 * sql`… AND a.person_id IN (${visiblePeopleSql(scope, day)})`
 */
export function visiblePeopleSql(scope: Scope, onDay: string): Sql {
  const { organizationId, reach, actor } = scope;
  if (reach.kind === "all") return sql`SELECT id FROM person WHERE organization_id = ${organizationId}::uuid`;
  if (reach.kind === "own") return oneself(organizationId, reach.personId);
  const day = dayToColumn(onDay).toISOString().slice(0, 10);
  const own = actor.kind === "user" ? actor.personId : null;
  const parts: Sql[] = [];
  if (own !== null) parts.push(oneself(organizationId, own));
  if (reach.teamIds.length > 0) {
    parts.push(sql`SELECT person_id FROM assignment
      WHERE organization_id = ${organizationId}::uuid AND team_id IN (${uuids(reach.teamIds)})
        AND from_day <= ${day}::date AND (to_day IS NULL OR to_day >= ${day}::date)`);
  }
  const nobody = sql`SELECT id FROM person WHERE organization_id = ${organizationId}::uuid AND false`;
  return parts.length === 0 ? nobody : joined(parts, " UNION ALL ");
}

/** Teams with all teams below them, as a reach holds them. A ring of parents ends instead of running for ever. */
export async function listTeamsWithin(scope: Scope, teamIds: readonly string[]): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await queryRows(
    scope,
    sql`WITH RECURSIVE within AS (
          SELECT organization_id, id FROM team
          WHERE organization_id = ${scope.organizationId}::uuid AND id IN (${uuids(teamIds)})
          UNION
          SELECT child.organization_id, child.id FROM team child
          JOIN within ON child.organization_id = within.organization_id AND child.parent_id = within.id
          WHERE child.organization_id = ${scope.organizationId}::uuid
        )
        SELECT id FROM within ORDER BY id`,
    z.object({ id: z.string() }),
  );
  return rows.map((row) => row.id);
}

function oneself(organizationId: string, personId: string): Sql {
  return sql`SELECT id FROM person WHERE organization_id = ${organizationId}::uuid AND id = ${personId}::uuid`;
}

function uuids(ids: readonly string[]): Sql {
  return joined(ids.map((id) => sql`${id}::uuid`));
}
