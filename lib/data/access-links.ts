import "server-only";
import { type MemberRole, memberRole } from "@/lib/data/memberships";
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

export type OpenAccessLink = {
  id: string;
  kind: AccessLinkKind;
  membershipId: string;
  userId: string;
  role: MemberRole;
  userName: string;
  email: string;
};

export async function createAccessLink(scope: Scope, link: NewAccessLink): Promise<void> {
  await scope.db.accessLink.create({ data: { ...link, organizationId: scope.organizationId } });
}

/** The link a secret's hash belongs to while it can still be used: neither used nor expired, its member active. */
export async function getOpenAccessLink(
  scope: Scope,
  secretHash: string,
  now: Date,
): Promise<OpenAccessLink | null> {
  const link = await scope.db.accessLink.findFirst({
    where: {
      organizationId: scope.organizationId,
      secretHash,
      usedAt: null,
      expiresAt: { gt: now },
      membership: { active: true },
    },
    select: {
      id: true,
      kind: true,
      membershipId: true,
      membership: { select: { role: true, user: { select: { id: true, name: true, email: true } } } },
    },
  });
  if (link === null) return null;
  const { role, user } = link.membership;
  return {
    id: link.id,
    kind: link.kind as AccessLinkKind,
    membershipId: link.membershipId,
    userId: user.id,
    role: memberRole.parse(role),
    userName: user.name,
    email: user.email,
  };
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
