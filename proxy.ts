import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/access/content-security-policy";
import { pathHeader, securityHeaders, strictTransport } from "@/lib/access/security-headers";
import { sessionCookie } from "@/lib/access/session-cookie";
import { environment } from "@/lib/env";

/** Pages that somebody without a session may see. */
const open = /^\/(?:sign-in|welcome|reset)(?:\/|$)/;

/**
 * Sets the headers of a page, and spares whoever has no cookie a page they could not see anyway. Never a lock: the
 * lock is requireScope, and the suite passes with this file out of the way.
 */
export function proxy(request: NextRequest): NextResponse {
  const { APP_URL, NODE_ENV } = environment();
  const https = APP_URL?.startsWith("https:") ?? false;
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce, { development: NODE_ENV === "development", https });
  const { pathname, search } = request.nextUrl;
  const response =
    request.cookies.has(sessionCookie) || open.test(pathname)
      ? pass(request, policy, pathname + search)
      : signInFirst(request, pathname + search);
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  if (https) response.headers.set("Strict-Transport-Security", strictTransport);
  return response;
}

/** Next reads the nonce from the request's policy and gives it to its own inline scripts. */
function pass(request: NextRequest, policy: string, path: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(pathHeader, path);
  return NextResponse.next({ request: { headers } });
}

/** Next makes the address relative again, so it holds behind an administrator's proxy, whose name we do not know. */
function signInFirst(request: NextRequest, path: string): NextResponse {
  const location = new URL("/sign-in", request.url);
  if (path !== "/") location.searchParams.set("next", path);
  const response = NextResponse.redirect(location, 307);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

// Uploads that pass through here are cut at 10 MB without a word, so /api stays outside; static files need none of it.
export const config = {
  matcher: ["/((?!api/|_next/static/|_next/image|.*\\.(?:svg|png|ico|woff2|webmanifest|txt)$).*)"],
};
