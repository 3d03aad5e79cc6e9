import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** The secret of a link: 256 bits, so that its hash needs no salt and no slow hashing. */
export function makeLinkSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of it. */
export function hashLinkSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
