import "server-only";
import { globalTables } from "@/lib/data/client/global";
import type { Scope } from "@/lib/data/scope";

/** Ends every session of a user at its next request; answers the version that new sessions carry. */
export async function raiseSessionVersion(scope: Scope, userId: string): Promise<number> {
  const { version } = await globalTables(scope).sessionVersion.upsert({
    where: { userId },
    // A user without a row has version 1, so the first raise is to 2.
    create: { userId, version: 2 },
    update: { version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}
