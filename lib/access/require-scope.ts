import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Operation } from "@/lib/access/permissions";
import { ownPath } from "@/lib/access/request-origin";
import { pathHeader } from "@/lib/access/security-headers";
import { readSession } from "@/lib/access/session";
import { currentStanding, type Standing, scopeFor } from "@/lib/access/standing";
import type { Scope } from "@/lib/data/scope";

/**
 * The scope of the person looking at a page. Nobody signed in is sent to the sign-in and back; a role without the
 * operation gets the same "not found" as a page that does not exist.
 */
export async function requireScope(operation: Operation): Promise<Scope> {
  const standing = await requireStanding();
  return (await scopeFor(standing, operation)) ?? notFound();
}

/** Who is signed in, for the frame around every page: name, role, organization, zone, locale, currency. */
export async function requireStanding(): Promise<Standing> {
  const standing = await currentStanding();
  if (standing !== null) return standing;
  const next = ownPath((await headers()).get(pathHeader));
  const query = new URLSearchParams();
  // Whoever still holds a cookie was signed in and is not any more, and should read why.
  if ((await readSession()) !== null) query.set("problem", "ended");
  if (next !== null && next !== "/") query.set("next", next);
  redirect(query.size === 0 ? "/sign-in" : `/sign-in?${query}`);
}

export type ScopeAnswer = { ok: true; scope: Scope } | { ok: false; status: 401 | 403; sentence: string };

/** The same for routes and actions, which answer with a status instead of going elsewhere. */
export async function scopeForRequest(operation: Operation): Promise<ScopeAnswer> {
  const standing = await currentStanding();
  if (standing === null)
    return { ok: false, status: 401, sentence: "You are signed out. Sign in and try again." };
  const scope = await scopeFor(standing, operation);
  if (scope === null) return { ok: false, status: 403, sentence: "Your role does not include this." };
  return { ok: true, scope };
}
