import "server-only";
import { z } from "zod";
import { queryRows, sql } from "@/lib/data/client/raw";
import { memberRole } from "@/lib/data/memberships";
import type { Scope } from "@/lib/data/scope";

export type AccessLinkKind = "invite" | "reset";

export type NewAccessLink = {
  id: string;
  kind: AccessLinkKind;
  membershipId: string;
  secretHash: string;
  createdAt: Date;
  expiresAt: Date;
};

const openLinkRow = z.object({
  id: z.string(),
  kind: z.enum(["invite", "reset"]),
  membershipId: z.string(),
  userId: z.string(),
  role: memberRole,
  userName: z.string(),
  email: z.string(),
});
export type OpenAccessLink = z.infer<typeof openLinkRow>;

export async function createAccessLink(scope: Scope, link: NewAccessLink): Promise<void> {
  await scope.db.accessLink.create({ data: { ...link, organizationId: scope.organizationId } });
}

/** The link a secret's hash belongs to while it can still be used: neither used nor expired, its member active. */
export async function getOpenAccessLink(
  scope: Scope,
  secretHash: string,
  now: Date,
): Promise<OpenAccessLink | null> {
  const [link] = await queryRows(
    scope,
    sql`SELECT l.id, l.kind, l.membership_id AS "membershipId", m.user_id AS "userId", m.role,
               u.name AS "userName", u.email
          FROM access_link l
          JOIN membership m ON m.organization_id = l.organization_id AND m.id = l.membership_id AND m.active
          JOIN app_user u ON u.id = m.user_id
         WHERE l.organization_id = ${scope.organizationId}::uuid AND l.secret_hash = ${secretHash}
           AND l.used_at IS NULL AND l.expires_at > ${now}`,
    openLinkRow,
  );
  return link ?? null;
}

/** Marks a link as used; false when somebody else was first. The condition and the mark are one statement. */
export async function markAccessLinkUsed(scope: Scope, id: string, now: Date): Promise<boolean> {
  const { count } = await scope.db.accessLink.updateMany({
    where: { organizationId: scope.organizationId, id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Closes every open link of a membership, so that the newest one is the one that works. */
export async function closeAccessLinks(scope: Scope, membershipId: string, now: Date): Promise<void> {
  await scope.db.accessLink.updateMany({
    where: { organizationId: scope.organizationId, membershipId, usedAt: null },
    data: { usedAt: now },
  });
}
