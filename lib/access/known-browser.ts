import "server-only";
import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { z } from "zod";
import { cookieFlags } from "@/lib/access/session";
import { openToken, sealToken } from "@/lib/access/token";

const knownBrowserCookie = "backsolve_known";
const knownSeconds = 180 * 24 * 60 * 60;
const claims = z.object({ account: z.string(), browser: z.uuid() });

/**
 * A browser somebody signed in with before keeps a cookie that says so. Its wrong passwords are counted apart from
 * strangers', so guessing at an account from elsewhere cannot lock its owner out (OWASP, device cookies). The cookie
 * opens nothing: the password is still asked for.
 */
export async function readKnownBrowser(email: string): Promise<string | null> {
  const token = (await cookies()).get(knownBrowserCookie)?.value;
  if (token === undefined) return null;
  const known = claims.safeParse(await openToken("known-browser", token)).data;
  return known?.account === accountKey(email) ? known.browser : null;
}

export async function rememberBrowser(email: string): Promise<void> {
  const known = { account: accountKey(email), browser: crypto.randomUUID() };
  const token = await sealToken("known-browser", known, knownSeconds);
  (await cookies()).set(knownBrowserCookie, token, { ...(await cookieFlags()), maxAge: knownSeconds });
}

/** Counters and cookies hold no address of a person in clear. */
export function accountKey(email: string): string {
  return createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
}
