import "server-only";
import { openEmbedded } from "@/lib/data/client/embedded";
import type { Engine } from "@/lib/data/client/engine";
import { modelMap } from "@/lib/data/client/models";
import { openServer } from "@/lib/data/client/server";
import { type TenantClient, tenantClients } from "@/lib/data/client/tenant-client";
import { migrationStatus } from "@/lib/data/migrations/migrate-database";
import { environment } from "@/lib/env";

export type Database = Engine & { clientFor(organizationId: string): TenantClient };

export function databaseOn(engine: Engine): Database {
  return { ...engine, clientFor: tenantClients(engine.client, modelMap(engine.client)) };
}

// Next loads this module once per bundle; the folder must still be opened once per process.
const slot = globalThis as typeof globalThis & { backsolveDatabase?: Promise<Database> | undefined };

/** The database of this process, opened at first use and kept. A failed opening is tried again by the next caller. */
export function database(): Promise<Database> {
  slot.backsolveDatabase ??= open().catch((failure: unknown) => {
    slot.backsolveDatabase = undefined;
    throw failure;
  });
  return slot.backsolveDatabase;
}

/** Puts a database in place of the process's own; for tests. Answers what puts the old one back. */
export function useDatabase(replacement: Database): () => void {
  const before = slot.backsolveDatabase;
  slot.backsolveDatabase = Promise.resolve(replacement);
  return () => {
    slot.backsolveDatabase = before;
  };
}

/** Closes the process's database, if it was opened; the folder is free for others afterwards. */
export async function closeDatabase(): Promise<void> {
  const opened = slot.backsolveDatabase;
  slot.backsolveDatabase = undefined;
  if (opened !== undefined) await (await opened).close();
}

async function open(): Promise<Database> {
  const { DATABASE_URL, DATABASE_POOL, BACKSOLVE_DATA } = environment();
  if (DATABASE_URL !== undefined) return databaseOn(openServer(DATABASE_URL, { poolSize: DATABASE_POOL }));
  const engine = await openEmbedded(BACKSOLVE_DATA);
  // Commands cannot open the folder while this process has it, so it answers for its database.
  engine.lock?.handlers.set("migrate-status", () => migrationStatus(engine));
  return databaseOn(engine);
}
