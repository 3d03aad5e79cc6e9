import { afterAll, beforeAll } from "vitest";
import { type PostgresServer, startPostgresServer } from "@/tests/support/database/postgres-server";
import { createDatabase } from "@/tests/support/database/template";

export type RealPostgres = {
  readonly serverUrl: string;
  /** the address of a new database, removed after the tests */
  emptyDatabase(): Promise<string>;
};

/**
 * A real PostgreSQL server for a test file, whatever engine the rest of the suite runs on: PGlite does one thing at
 * a time and hides every race.
 */
export function realPostgres(): RealPostgres {
  let server: PostgresServer | undefined;
  const removals: (() => Promise<void>)[] = [];
  const url = () => {
    if (server === undefined) throw new Error("The server starts before the tests; use it inside them.");
    return server.url;
  };
  beforeAll(async () => {
    server = await startPostgresServer();
  });
  afterAll(async () => {
    for (const remove of removals) await remove();
    await server?.stop();
  });
  return {
    get serverUrl() {
      return url();
    },
    emptyDatabase: async () => {
      const made = await createDatabase(url());
      removals.push(made.remove);
      return made.url;
    },
  };
}
