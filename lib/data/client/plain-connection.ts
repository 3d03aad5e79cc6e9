import "server-only";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/** One connection without Prisma, for migrations: each query is one statement, awaited. */
export type PlainConnection = {
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

export async function plainServerConnection(url: string): Promise<PlainConnection> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "backsolve migrate",
    keepAlive: true,
  });
  // The connection's death is reported by the query that notices it; unheard it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("SET TIME ZONE 'UTC'");
  return {
    // Without "extended" PostgreSQL would take several statements in one text and hide a wrong cut.
    query: async (text, values = []) => {
      const config = { text, values: [...values], queryMode: "extended" };
      const result: pg.QueryResult<Record<string, unknown>> = await client.query(config);
      return result.rows;
    },
    close: () => client.end(),
  };
}

/** PGlite has one connection; what is done here is done by the same session as everything else. */
export function plainEmbeddedConnection(pglite: PGlite): PlainConnection {
  return {
    query: async (text, values = []) => (await pglite.query<Record<string, unknown>>(text, [...values])).rows,
    close: async () => undefined,
  };
}
