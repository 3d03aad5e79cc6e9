import "server-only";
import { accountKey } from "@/lib/access/known-browser";
import { verifyPassword } from "@/lib/access/password";
import type { Session } from "@/lib/access/session";
import { signInLimits, signInWindow } from "@/lib/access/sign-in-limits";
import type { MemberRole } from "@/lib/data/memberships";
import { countTry, takeBackTry } from "@/lib/data/rate-counters";
import { getLogin } from "@/lib/data/users";

export type SignInTry = {
  email: string;
  password: string;
  /** the network address it comes from */
  address: string;
  /** set when this browser has been signed in to this account before */
  knownBrowser: string | null;
};

export type SignInAnswer =
  | { ok: true; session: Session; role: MemberRole }
  | { ok: false; reason: "wrong" | "too-many" };

/** No refusal is told earlier than this, so that its time tells nothing about what was looked up on the way. */
const refusalMilliseconds = 300;

/**
 * Checks an address and a password. Unknown address, wrong password, unused invitation and ended membership give one
 * and the same answer after the same work. A try is counted before the password is looked at, so that many at once
 * cannot slip under the limit; one that turns out to be the owner's is taken back.
 */
export async function signIn(
  { email, password, address, knownBrowser }: SignInTry,
  now: Date,
): Promise<SignInAnswer> {
  const earliest = new Promise((resolve) => setTimeout(resolve, refusalMilliseconds));
  const window = signInWindow(now);
  const limits = signInLimits(accountKey(email), address, knownBrowser);
  const counts = await Promise.all(limits.map(({ key }) => countTry(key, window)));
  if (limits.some(({ most }, index) => (counts[index] ?? 0) > most)) {
    await earliest;
    return { ok: false, reason: "too-many" };
  }
  const login = await getLogin(email);
  const matches = await verifyPassword(login?.passwordHash ?? null, password);
  const membership = login?.memberships[0];
  if (!matches || login === null || membership === undefined) {
    await earliest;
    return { ok: false, reason: "wrong" };
  }
  await Promise.all(limits.map(({ key }) => takeBackTry(key, window)));
  const { userId, sessionVersion } = login;
  return {
    ok: true,
    session: { userId, organizationId: membership.organizationId, sessionVersion },
    role: membership.role,
  };
}
