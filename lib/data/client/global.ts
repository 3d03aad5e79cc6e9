import "server-only";
import { database } from "@/lib/data/client/database";
import type { PrismaClient } from "@/lib/data/client/generated/client";
import { type Operation, ScopeViolation } from "@/lib/data/client/guard";
import { isPlainRecord } from "@/lib/data/client/guard-values";
import { type GlobalModel, type ModelMap, modelMap } from "@/lib/data/client/models";
import { asSystem } from "@/lib/data/client/observed-adapter";
import type { Scope } from "@/lib/data/scope";

/** Tenant tables that may be read before an organization is known: which ones a user belongs to, and which exist. */
const lookups = ["Organization", "Membership"] as const;
type Lookup = (typeof lookups)[number];
type Reading = "findUnique" | "findFirst" | "findMany" | "count";
const readings: ReadonlySet<string> = new Set<Reading>(["findUnique", "findFirst", "findMany", "count"]);

type GlobalTables = Pick<PrismaClient, Uncapitalize<GlobalModel>>;
type LookupTables = { [Table in Uncapitalize<Lookup>]: Pick<PrismaClient[Table], Reading> };
export type SystemClient = GlobalTables & LookupTables;

const systemClients = new WeakMap<PrismaClient, SystemClient>();

/**
 * The tables that belong to no organization (user, session version, rate counter, system setting), and the
 * look-ups at sign-in. The only way to them; every other table is refused.
 */
export async function systemDb(): Promise<SystemClient> {
  const { client } = await database();
  const known = systemClients.get(client);
  if (known !== undefined) return known;
  const models = modelMap(client);
  const limited = client.$extends({
    name: "system-guard",
    query: {
      async $allOperations({ model, operation, args, query }) {
        refuseTenantTables({ model, operation, args }, models);
        // Prisma sends a query when it is awaited: awaiting outside would leave the mark behind.
        return asSystem(async () => await query(args));
      },
    },
  }) as unknown as SystemClient;
  systemClients.set(client, limited);
  return limited;
}

/** The global tables inside a scope's transaction: a user and its membership are made together or not at all. */
export function globalTables(scope: Scope): GlobalTables {
  return scope.db as unknown as GlobalTables;
}

/** Exported for its test. */
export function refuseTenantTables({ model, operation, args }: Operation, models: ModelMap): void {
  const refuse: (why: string) => never = (why) => {
    throw new ScopeViolation(`systemDb: ${model ?? "SQL"}.${operation} ${why}`);
  };
  if (model === undefined) refuse("is not allowed: raw SQL needs a scope.");
  if (!models.isGlobal(model)) {
    if (!isLookup(model)) refuse("is a table of an organization: use a scope.");
    if (!readings.has(operation)) refuse("writes into an organization: use a scope.");
  }
  for (const [part, value] of Object.entries(isPlainRecord(args) ? args : {})) {
    const writes = part === "data" || part === "create" || part === "update";
    refusePath(model, value, writes, models, refuse);
  }
}

/** Nested parts may read global and look-up tables, and write global ones. */
function refusePath(
  model: string,
  value: unknown,
  writes: boolean,
  models: ModelMap,
  refuse: (why: string) => never,
): void {
  if (Array.isArray(value)) {
    for (const element of value) refusePath(model, element, writes, models, refuse);
    return;
  }
  if (!isPlainRecord(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const field = models.field(model, key);
    if (inner === undefined || (field !== undefined && field.kind !== "object")) continue;
    if (field !== undefined && !models.isGlobal(field.type)) {
      if (!isLookup(field.type)) refuse(`reaches ${key}, a table of an organization.`);
      if (writes) refuse(`writes ${key}, a table of an organization.`);
    }
    refusePath(field?.type ?? model, inner, writes, models, refuse);
  }
}

function isLookup(model: string): model is Lookup {
  return (lookups as readonly string[]).includes(model);
}
