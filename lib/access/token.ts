import "server-only";
import { randomBytes } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { keepSystemSetting } from "@/lib/data/system-settings";
import { environment } from "@/lib/env";

/** What a token is for is part of its key: one kind is never taken for another. */
export type TokenUse = "session" | "known-browser";

/** An encrypted token of ours (next-auth's JWE), good for `seconds`. */
export async function sealToken(
  use: TokenUse,
  claims: Record<string, unknown>,
  seconds: number,
): Promise<string> {
  return encode({ token: claims, secret: await authSecret(), salt: use, maxAge: seconds });
}

/** What a token says, or null when it is not ours: another secret, cut short, too old. Which of them is no news. */
export async function openToken(use: TokenUse, token: string): Promise<unknown> {
  const secret = await authSecret();
  try {
    return await decode({ token, secret, salt: use });
  } catch {
    return null;
  }
}

let kept: Promise<string> | undefined;

/** Given by the administrator, or made at first start and kept in the database, so that sessions outlive restarts. */
async function authSecret(): Promise<string> {
  const given = environment().AUTH_SECRET;
  if (given !== undefined) return given;
  kept ??= keepSystemSetting("auth_secret", () => randomBytes(33).toString("base64")).catch(
    (failure: unknown) => {
      kept = undefined;
      throw failure;
    },
  );
  return kept;
}
