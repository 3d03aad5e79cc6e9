import "server-only";
import { hash, verify } from "@node-rs/argon2";

// argon2id (the package's default algorithm) at the strength OWASP asks for: 19 MiB, two passes, one lane.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same characters typed on two systems may be different code points; NFKC makes them one password. */
const normalized = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), strength);
}

/**
 * Whether a password belongs to a stored hash. With no hash (unknown user, unused invitation) the same work is
 * done against a hash nobody's password has, so that the time of an answer does not tell who exists.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash()), normalized(password));
  return passwordHash !== null && matches;
}

let nobody: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  nobody ??= hash(crypto.randomUUID(), strength);
  return nobody;
}
