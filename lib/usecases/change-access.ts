import "server-only";
import { closeAccessLinks } from "@/lib/data/access-links";
import {
  changeMembership,
  getMember,
  lockActiveAdmins,
  type MemberRole,
  type MemberRow,
} from "@/lib/data/memberships";
import type { Scope } from "@/lib/data/scope";
import { raiseSessionVersion } from "@/lib/data/session-versions";
import { inTransaction } from "@/lib/data/transaction";

export type AccessAnswer = { ok: true; before: MemberRow } | { ok: false; sentence: string };

const notThere = "This person is not among your people any more. Nothing was changed.";
const lastAdmin = "One admin must stay, and this is the last one. Make somebody else an admin first.";

/** Gives a member another role; it holds from their next request on. */
export async function changeRole(
  scope: Scope,
  membershipId: string,
  role: MemberRole,
): Promise<AccessAnswer> {
  return inTransaction(scope, async (inside) => {
    const admins = await lockActiveAdmins(inside);
    const member = await getMember(inside, membershipId);
    if (member === null) return { ok: false, sentence: notThere };
    if (role !== "admin" && isLast(admins, membershipId)) return { ok: false, sentence: lastAdmin };
    await changeMembership(inside, membershipId, { role });
    await raiseSessionVersion(inside, member.userId);
    return { ok: true, before: member };
  });
}

/** Lets a member sign in or no longer; ends their sessions at the next request, and their open links. */
export async function changeActive(
  scope: Scope,
  membershipId: string,
  active: boolean,
  now: Date,
): Promise<AccessAnswer> {
  return inTransaction(scope, async (inside) => {
    const admins = await lockActiveAdmins(inside);
    const member = await getMember(inside, membershipId);
    if (member === null) return { ok: false, sentence: notThere };
    if (!active && isLast(admins, membershipId)) return { ok: false, sentence: lastAdmin };
    await changeMembership(inside, membershipId, { active });
    if (!active) await closeAccessLinks(inside, membershipId, now);
    await raiseSessionVersion(inside, member.userId);
    return { ok: true, before: member };
  });
}

function isLast(admins: readonly string[], membershipId: string): boolean {
  return admins.length === 1 && admins[0] === membershipId;
}
