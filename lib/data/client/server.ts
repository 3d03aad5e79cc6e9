import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Engine } from "@/lib/data/client/engine";
import { PrismaClient } from "@/lib/data/client/generated/client";
import { observedAdapter, type StatementListener } from "@/lib/data/client/observed-adapter";
import { plainServerConnection } from "@/lib/data/client/plain-connection";

export type ServerOptions = { poolSize?: number; onStatement?: StatementListener };

/** Limits of every connection, in milliseconds. No request may hang longer than ten seconds on the database (F3, F6). */
const limits = { connect: 2_000, statement: 9_000, idleInTransaction: 20_000 };

/**
 * Any PostgreSQL from version 15 on. The session's zone is UTC whatever the role or database says, because the
 * adapter reads every timestamptz as UTC without looking at its offset.
 */
export function openServer(url: string, { poolSize = 10, onStatement }: ServerOptions = {}): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: limits.connect,
    idleTimeoutMillis: 30_000,
    application_name: "backsolve",
    keepAlive: true,
    statement_timeout: limits.statement,
    // A server that stopped answering cannot cancel a statement; the client gives up a little later.
    query_timeout: limits.statement + 500,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    onConnect: async (client) => {
      await client.query("SET TIME ZONE 'UTC'");
    },
  });
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const factory = new PrismaPg(pool, { disposeExternalPool: false });
  const client = new PrismaClient({
    adapter: onStatement === undefined ? factory : observedAdapter(factory, onStatement),
    errorFormat: "minimal",
  });
  return {
    kind: "server",
    client,
    connect: () => plainServerConnection(url),
    close: async () => {
      await client.$disconnect();
      await pool.end();
    },
  };
}
