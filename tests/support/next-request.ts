import { vi } from "vitest";

/**
 * The request that next/headers speaks of, for tests that call actions, routes and requireScope as Next would.
 * A test file puts it in place with
 *
 *   vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
 *   vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);
 *   vi.mock("next/cache", async () => (await import("@/tests/support/next-request")).nextCache);
 */
export type SetCookie = { name: string; value: string; options: Record<string, unknown> };

const jar = new Map<string, string>();
let sent = new Headers();
export const setCookies: SetCookie[] = [];
export const revalidated: string[] = [];

/** Begins another request of the same browser: its cookies stay. */
export function beginRequest(headers: Record<string, string> = {}): void {
  sent = new Headers({ host: "localhost:3000", origin: "http://localhost:3000", ...headers });
  setCookies.length = 0;
  revalidated.length = 0;
}

/** Another browser: no cookies. */
export function newBrowser(headers: Record<string, string> = {}): void {
  jar.clear();
  beginRequest(headers);
}

/** The browser's cookies, to come back with later. */
export function takeCookies(): () => void {
  const kept = new Map(jar);
  return () => {
    jar.clear();
    for (const [name, value] of kept) jar.set(name, value);
  };
}

export function removeHeader(name: string): void {
  sent.delete(name);
}

export const nextHeaders = {
  headers: async () => sent,
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string, options: Record<string, unknown> = {}) => {
      setCookies.push({ name, value, options });
      if (options.maxAge === 0) jar.delete(name);
      else jar.set(name, value);
    },
  }),
};

/** Where a page or action went instead of answering; Next leaves a render by throwing too. */
export class WentElsewhere extends Error {
  constructor(readonly to: string) {
    super(`went to ${to}`);
  }
}

export const nextNavigation = {
  redirect: (path: string) => {
    throw new WentElsewhere(path);
  },
  notFound: () => {
    throw new WentElsewhere("not found");
  },
};

export const nextCache = { revalidatePath: vi.fn((path: string) => revalidated.push(path)) };
