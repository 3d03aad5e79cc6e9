import "server-only";
import { dayToColumn } from "@/lib/data/client/day-column";
import type { Prisma } from "@/lib/data/client/generated/client";
import { joined, type Sql, sql } from "@/lib/data/client/raw";
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

function oneself(organizationId: string, personId: string): Sql {
  return sql`SELECT id FROM person WHERE organization_id = ${organizationId}::uuid AND id = ${personId}::uuid`;
}

function uuids(ids: readonly string[]): Sql {
  return joined(ids.map((id) => sql`${id}::uuid`));
}
