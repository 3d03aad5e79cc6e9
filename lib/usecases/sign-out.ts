import "server-only";
import { type Standing, scopeFor } from "@/lib/access/standing";
import { raiseSessionVersion } from "@/lib/data/session-versions";

/**
 * Ends every session of a user, here and on other devices: a copied cookie must not live on after its owner signed
 * out, and a token cannot be taken back one by one.
 */
export async function signOut(standing: Standing): Promise<void> {
  const scope = await scopeFor(standing, "end-own-sessions");
  if (scope !== null) await raiseSessionVersion(scope, standing.userId);
}
