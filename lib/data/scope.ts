import "server-only";
import { database } from "@/lib/data/client/database";
import type { TenantClient } from "@/lib/data/client/tenant-client";

declare const made: unique symbol;

export type Role = "admin" | "manager" | "coach" | "rep" | "system";

export type Actor =
  | {
      readonly kind: "user";
      readonly userId: string;
      readonly membershipId: string;
      readonly personId: string | null;
    }
  | { readonly kind: "system"; readonly name: string };

/**
 * Whose rows the actor may see: a rep's own, those of a coach's or manager's teams, or everybody's.
 * teamIds already hold the sub-teams, so that no query has to climb the tree.
 */
export type Reach =
  | { readonly kind: "own"; readonly personId: string }
  | { readonly kind: "teams"; readonly teamIds: readonly string[] }
  | { readonly kind: "all" };

/**
 * Proof that somebody was asked who they are: the first argument of every data function.
 * The brand makes it impossible to write one by hand; only lib/access, lib/jobs, commands and tests may call makeScope.
 */
export type Scope = {
  readonly [made]: true;
  readonly organizationId: string;
  readonly actor: Actor;
  readonly role: Role;
  readonly reach: Reach;
  /** the guarded client, or the transaction that inTransaction opened */
  readonly db: TenantClient;
};

export type ScopeParts = Pick<Scope, "organizationId" | "actor" | "role" | "reach">;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export async function makeScope(parts: ScopeParts): Promise<Scope> {
  if (!uuid.test(parts.organizationId)) {
    throw new Error(`A scope needs the id of an organization, not ${JSON.stringify(parts.organizationId)}.`);
  }
  const { clientFor } = await database();
  return brand({ ...parts, db: clientFor(parts.organizationId) });
}

/** The same scope speaking through another handle; lib/data/transaction uses it and nobody else. */
export function withHandle(scope: Scope, db: TenantClient): Scope {
  return brand({ ...scope, db });
}

function brand(scope: Omit<Scope, typeof made>): Scope {
  return Object.freeze(scope) as Scope;
}
