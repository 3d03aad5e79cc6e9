import "server-only";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import { sessionCookie, sessionSeconds } from "@/lib/access/session-cookie";
import { openToken, sealToken } from "@/lib/access/token";
import { environment } from "@/lib/env";

/** What the cookie says. It is a claim until the data layer has confirmed it (lib/access/standing.ts). */
const session = z.object({
  userId: z.uuid(),
  organizationId: z.uuid(),
  sessionVersion: z.number().int().positive(),
});
export type Session = z.infer<typeof session>;

/** Signs a browser in. Only where a response can still set a cookie: a route or an action. */
export async function startSession(claims: Session): Promise<void> {
  const token = await sealToken("session", claims, sessionSeconds);
  (await cookies()).set(sessionCookie, token, { ...(await cookieFlags()), maxAge: sessionSeconds });
}

/** The claims of the request's cookie, or null: none, not ours, or too old. */
export async function readSession(): Promise<Session | null> {
  const token = (await cookies()).get(sessionCookie)?.value;
  if (token === undefined) return null;
  return session.safeParse(await openToken("session", token)).data ?? null;
}

/** Forgets the browser's session. Raising the session version is what ends copies of it (lib/usecases/sign-out.ts). */
export async function endSession(): Promise<void> {
  (await cookies()).set(sessionCookie, "", { ...(await cookieFlags()), maxAge: 0 });
}

/** Secure only when the browser speaks https: over http it would not be sent back and nobody could sign in. */
export async function cookieFlags() {
  const { APP_URL } = environment();
  const spoken = (await headers()).get("x-forwarded-proto")?.split(",")[0]?.trim();
  const https = APP_URL === undefined ? spoken === "https" : APP_URL.startsWith("https:");
  return { httpOnly: true, sameSite: "lax", secure: https, path: "/" } as const;
}
