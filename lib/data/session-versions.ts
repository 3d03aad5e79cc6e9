import "server-only";
import { z } from "zod";
import { queryRows, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

/**
 * Ends every session of a member at its next request; answers the version that new sessions carry.
 * Throws when the user is no member of the scope's organization: logins are global, who may end them is not.
 */
export async function raiseSessionVersion(scope: Scope, userId: string): Promise<number> {
  // A user without a row has version 1, so the first raise is to 2.
  const [raised] = await queryRows(
    scope,
    sql`INSERT INTO session_version (user_id, version)
        SELECT user_id, 2 FROM membership
         WHERE organization_id = ${scope.organizationId}::uuid AND user_id = ${userId}::uuid
        ON CONFLICT (user_id) DO UPDATE SET version = session_version.version + 1
        RETURNING version`,
    z.object({ version: z.number() }),
  );
  if (raised === undefined) throw new Error(`User ${userId} is no member of the scope's organization.`);
  return raised.version;
}
