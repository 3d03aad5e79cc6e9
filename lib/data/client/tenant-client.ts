import "server-only";
import type { PrismaClient } from "@/lib/data/client/generated/client";
import { refuseOutsideOrganization } from "@/lib/data/client/guard";
import type { GlobalModel, ModelMap } from "@/lib/data/client/models";

/**
 * What a scope may say to the database: the tenant tables and nothing else. Raw SQL goes through queryRows,
 * global tables through systemDb, transactions through inTransaction.
 */
export type TenantClient = Omit<PrismaClient, `$${string}` | Uncapitalize<GlobalModel> | symbol>;

export type TransactionOptions = {
  maxWait: number;
  timeout: number;
  isolationLevel?: "ReadCommitted" | "RepeatableRead" | "Serializable";
};

// Extending a client costs 0.1 ms, a request should not pay it; a thousand tenants cost a few megabytes.
const kept = 1000;

/** Gives out one guarded client per organization; all share the one connection pool underneath. */
export function tenantClients(
  client: PrismaClient,
  models: ModelMap,
): (organizationId: string) => TenantClient {
  const byOrganization = new Map<string, TenantClient>();
  return (organizationId) => {
    const known = byOrganization.get(organizationId);
    if (known !== undefined) return known;
    const guarded = client.$extends({
      name: "organization-guard",
      query: {
        async $allOperations({ model, operation, args, query }) {
          refuseOutsideOrganization({ model, operation, args }, organizationId, models);
          return query(args);
        },
      },
    }) as unknown as TenantClient;
    const oldest = byOrganization.keys().next();
    if (byOrganization.size >= kept && !oldest.done) byOrganization.delete(oldest.value);
    byOrganization.set(organizationId, guarded);
    return guarded;
  };
}
