import "server-only";
import { uuidv7 } from "uuidv7";
import { hashLinkSecret, makeLinkSecret } from "@/lib/access/link-secret";
import { hashPassword } from "@/lib/access/password";
import { passwordProblem } from "@/lib/access/password-policy";
import type { Session } from "@/lib/access/session";
import {
  closeAccessLinks,
  createAccessLink,
  getOpenAccessLink,
  markAccessLinkUsed,
  type OpenAccessLink,
} from "@/lib/data/access-links";
import { appendAuditEntry } from "@/lib/data/audit";
import { getMember, listOrganizationsOfMember, type MemberRole } from "@/lib/data/memberships";
import { makeScope, type Scope } from "@/lib/data/scope";
import { raiseSessionVersion } from "@/lib/data/session-versions";
import { inTransaction } from "@/lib/data/transaction";
import { setPasswordHash } from "@/lib/data/users";

/** A reset is asked for by somebody who waits for it; an invitation may lie in a mailbox over a weekend. */
const linkHours = { reset: 1, invite: 72 } as const;

export type ResetLink =
  | { ok: true; path: string; name: string; expiresAt: Date }
  | { ok: false; sentence: string };

/**
 * Makes the link by which a member chooses a new password. It is shown once to the admin who asked, works once and
 * not for long, and closes every earlier one; only the hash of its secret is kept. The organization stands in it in
 * clear, so that the scope is known before anything is looked up.
 */
export async function makeResetLink(scope: Scope, membershipId: string, now: Date): Promise<ResetLink> {
  const member = await getMember(scope, membershipId);
  if (member === null) return { ok: false, sentence: "This person is not among your people any more." };
  if (!member.active) {
    return {
      ok: false,
      sentence: `${member.name} may not sign in at present. Let them in first, then make the link.`,
    };
  }
  if (!(await mayReset(scope, member.userId))) {
    return {
      ok: false,
      sentence: `${member.name} uses this login in another organization too, so its password cannot be set from here.`,
    };
  }
  const secret = makeLinkSecret();
  const kind = member.hasPassword ? "reset" : "invite";
  const expiresAt = new Date(now.getTime() + linkHours[kind] * 3_600_000);
  await closeAccessLinks(scope, membershipId, now);
  await createAccessLink(scope, {
    id: uuidv7(),
    kind,
    membershipId,
    secretHash: hashLinkSecret(secret),
    createdAt: now,
    expiresAt,
  });
  return { ok: true, path: `/reset/${scope.organizationId}/${secret}`, name: member.name, expiresAt };
}

/** Whose link this is while it can be used; null for every other secret, whatever is wrong with it. */
export async function findResetLink(
  organizationId: string,
  secret: string,
  now: Date,
): Promise<OpenAccessLink | null> {
  return getOpenAccessLink(await linkScope(organizationId), hashLinkSecret(secret), now);
}

export type ResetAnswer =
  | { ok: true; session: Session; role: MemberRole }
  | { ok: false; reason: "link" | "password"; sentence: string };

export const usedUpLink =
  "This link has been used or is too old. Please ask whoever runs Backsolve in your organization for a new one.";

/** Sets the new password of a link's owner and ends all their sessions. The link is used up in the same transaction. */
export async function resetPassword(
  { organizationId, secret, password }: { organizationId: string; secret: string; password: string },
  now: Date,
): Promise<ResetAnswer> {
  const link = await findResetLink(organizationId, secret, now);
  if (link === null) return { ok: false, reason: "link", sentence: usedUpLink };
  const sentence = passwordProblem(password, [link.email, link.userName]);
  if (sentence !== null) return { ok: false, reason: "password", sentence };
  const passwordHash = await hashPassword(password);
  const sessionVersion = await inTransaction(await linkScope(organizationId), async (inside) => {
    if (!(await markAccessLinkUsed(inside, link.id, now))) return null;
    await setPasswordHash(inside, link.userId, passwordHash);
    const version = await raiseSessionVersion(inside, link.userId);
    await closeAccessLinks(inside, link.membershipId, now);
    const details = { kind: link.kind };
    await appendAuditEntry(
      inside,
      "use-access-link",
      { subject: "membership", subjectId: link.membershipId, details },
      now,
    );
    return version;
  });
  if (sessionVersion === null) return { ok: false, reason: "link", sentence: usedUpLink };
  return { ok: true, session: { userId: link.userId, organizationId, sessionVersion }, role: link.role };
}

/**
 * A password opens every organization of its owner, so an admin may set it only for somebody all of whose
 * organizations they are an admin of; otherwise one company's admin could walk into another's.
 */
async function mayReset(scope: Scope, userId: string): Promise<boolean> {
  const { organizationId, actor } = scope;
  const others = (await listOrganizationsOfMember(scope, userId)).filter(
    (of) => of.organizationId !== organizationId,
  );
  if (others.length === 0) return true;
  if (actor.kind !== "user") return false;
  const own = await listOrganizationsOfMember(scope, actor.userId);
  const adminOf = new Set(own.filter(({ role }) => role === "admin").map((of) => of.organizationId));
  return others.every((of) => adminOf.has(of.organizationId));
}

/** Whoever holds a link is nobody yet; what they may do is the one thing the link is for. */
function linkScope(organizationId: string): Promise<Scope> {
  return makeScope({
    organizationId,
    actor: { kind: "system", name: "access-link" },
    role: "system",
    reach: { kind: "all" },
  });
}
