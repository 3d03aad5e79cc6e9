import "server-only";
import { z } from "zod";
import { systemDb } from "@/lib/data/client/global";
import { queryRows, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

export const memberRole = z.enum(["rep", "coach", "manager", "admin"]);
export type MemberRole = z.infer<typeof memberRole>;

const standingRow = z.object({
  membershipId: z.string(),
  role: memberRole,
  active: z.boolean(),
  personId: z.string().nullable(),
  userName: z.string(),
  email: z.string(),
  sessionVersion: z.number(),
  organizationName: z.string(),
  zone: z.string(),
  locale: z.string(),
  currency: z.string(),
  teamRoles: z.array(z.object({ teamId: z.string(), fromDay: z.string(), toDay: z.string().nullable() })),
  /** the tree of teams; empty unless the membership has a team role */
  teams: z.array(z.object({ id: z.string(), parentId: z.string().nullable() })),
});

/** Where a user stands in an organization, as of this very moment: what every request is judged by. */
export type StandingRow = z.infer<typeof standingRow>;

/** One query for all of it, because it runs before everything else on every request. */
export async function getStanding(scope: Scope, userId: string): Promise<StandingRow | null> {
  const { organizationId } = scope;
  const [row] = await queryRows(
    scope,
    sql`
      SELECT m.id AS "membershipId", m.role, m.active, m.person_id AS "personId",
             u.name AS "userName", u.email, COALESCE(v.version, 1) AS "sessionVersion",
             o.name AS "organizationName", o.zone, o.locale, o.currency,
             COALESCE((
               SELECT json_agg(json_build_object('teamId', r.team_id, 'fromDay', r.from_day, 'toDay', r.to_day))
                 FROM team_role r
                WHERE r.organization_id = m.organization_id AND r.membership_id = m.id
             ), '[]'::json) AS "teamRoles",
             COALESCE((
               SELECT json_agg(json_build_object('id', t.id, 'parentId', t.parent_id))
                 FROM team t
                WHERE t.organization_id = m.organization_id
                  AND EXISTS (SELECT 1 FROM team_role r
                               WHERE r.organization_id = m.organization_id AND r.membership_id = m.id)
             ), '[]'::json) AS "teams"
        FROM membership m
        JOIN organization o ON o.organization_id = m.organization_id
        JOIN app_user u ON u.id = m.user_id
        LEFT JOIN session_version v ON v.user_id = m.user_id
       WHERE m.organization_id = ${organizationId}::uuid AND m.user_id = ${userId}::uuid`,
    standingRow,
  );
  return row ?? null;
}

export type NewMembership = {
  id: string;
  userId: string;
  personId: string | null;
  role: MemberRole;
  createdAt: Date;
};

export async function createMembership(scope: Scope, membership: NewMembership): Promise<void> {
  await scope.db.membership.create({ data: { ...membership, organizationId: scope.organizationId } });
}

export type MemberRow = {
  id: string;
  userId: string;
  personId: string | null;
  name: string;
  email: string;
  role: MemberRole;
  active: boolean;
  /** false until an invitation is used */
  hasPassword: boolean;
};

const memberFields = {
  id: true,
  userId: true,
  personId: true,
  role: true,
  active: true,
  user: { select: { name: true, email: true, passwordHash: true } },
} as const;

/** Everybody with a login in the organization, by name. */
export async function listMembers(scope: Scope): Promise<MemberRow[]> {
  const rows = await scope.db.membership.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    select: memberFields,
  });
  return rows.map(toMember);
}

export async function getMember(scope: Scope, membershipId: string): Promise<MemberRow | null> {
  const { organizationId } = scope;
  const row = await scope.db.membership.findUnique({
    where: { organizationId_id: { organizationId, id: membershipId } },
    select: memberFields,
  });
  return row === null ? null : toMember(row);
}

/**
 * The active admins, held until the transaction ends: two admins who take the role from each other at the same
 * moment wait here, so that one of them stays.
 */
export async function lockActiveAdmins(scope: Scope): Promise<string[]> {
  const rows = await queryRows(
    scope,
    sql`SELECT id FROM membership
         WHERE organization_id = ${scope.organizationId}::uuid AND role = 'admin' AND active
         ORDER BY id FOR UPDATE`,
    z.object({ id: z.string() }),
  );
  return rows.map(({ id }) => id);
}

/** Changes a member's role or whether they may sign in. Whoever calls it raises the session version as well. */
export async function changeMembership(
  scope: Scope,
  membershipId: string,
  change: { role: MemberRole } | { active: boolean },
): Promise<void> {
  const { organizationId } = scope;
  await scope.db.membership.update({
    where: { organizationId_id: { organizationId, id: membershipId } },
    data: change,
  });
}

/** The organizations a user may switch to: where the membership is active. Read before a scope can exist. */
export async function listOrganizationsOf(
  userId: string,
): Promise<{ organizationId: string; name: string; role: MemberRole }[]> {
  const db = await systemDb();
  const rows = await db.membership.findMany({
    where: { userId, active: true },
    orderBy: [{ createdAt: "asc" }, { organizationId: "asc" }],
    select: { organizationId: true, role: true, organization: { select: { name: true } } },
  });
  return rows.map(({ organizationId, role, organization }) => ({
    organizationId,
    name: organization.name,
    role: memberRole.parse(role),
  }));
}

/**
 * The same for a member of the scope's organization, inside its transaction: on the embedded database another
 * connection would wait for that transaction to end. Nobody for a user who is no member here.
 */
export async function listOrganizationsOfMember(
  scope: Scope,
  userId: string,
): Promise<{ organizationId: string; role: MemberRole }[]> {
  return queryRows(
    scope,
    sql`SELECT held.organization_id AS "organizationId", held.role
          FROM membership here
          JOIN membership held ON held.user_id = here.user_id AND held.active
         WHERE here.organization_id = ${scope.organizationId}::uuid AND here.user_id = ${userId}::uuid
         ORDER BY held.created_at, held.organization_id`,
    z.object({ organizationId: z.string(), role: memberRole }),
  );
}

type MemberFields = {
  id: string;
  userId: string;
  personId: string | null;
  role: string;
  active: boolean;
  user: { name: string; email: string; passwordHash: string | null };
};

function toMember({ id, userId, personId, role, active, user }: MemberFields): MemberRow {
  return {
    id,
    userId,
    personId,
    name: user.name,
    email: user.email,
    role: memberRole.parse(role),
    active,
    hasPassword: user.passwordHash !== null,
  };
}
