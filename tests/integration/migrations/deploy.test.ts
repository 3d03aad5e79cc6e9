import { afterAll, afterEach, describe, expect, it } from "vitest";
import {
  type PlainConnection,
  plainEmbeddedConnection,
  plainServerConnection,
} from "@/lib/data/client/plain-connection";
import { deploy, MigrationRefused } from "@/lib/data/migrations/deploy";
import { compareHistory, readHistory } from "@/lib/data/migrations/history";
import { readMigrations } from "@/lib/data/migrations/migration-files";
import { migrationFiles } from "@/tests/integration/migrations/migrations-folder";
import { type OpenPGlite, openPGlite } from "@/tests/support/database/pglite";
import { realPostgres } from "@/tests/support/database/real-postgres";

const real = realPostgres();
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

let shared: OpenPGlite | undefined;

afterAll(async () => {
  await shared?.close();
});

/** One engine for all tests, emptied for each: starting it takes longer than any of them. */
async function embedded(): Promise<PlainConnection> {
  shared ??= await openPGlite();
  await shared.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  return plainEmbeddedConnection(shared);
}

async function server(): Promise<PlainConnection> {
  const connection = await plainServerConnection(await real.emptyDatabase());
  opened.push(() => connection.close());
  return connection;
}

async function tables(connection: PlainConnection): Promise<string[]> {
  const rows = await connection.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  return rows.map((row) => String(row.name)).filter((name) => name !== "_prisma_migrations");
}

for (const [engine, open] of [
  ["PGlite", embedded],
  ["PostgreSQL", server],
] as const) {
  describe(`Deploying on ${engine}`, () => {
    it("builds the whole schema and records it as Prisma does", async () => {
      const connection = await open();
      const files = await readMigrations();
      expect(await deploy(connection, files)).toEqual(files.map((file) => file.name));
      expect((await tables(connection)).length).toBeGreaterThan(40);
      const rows = await connection.query("SELECT * FROM _prisma_migrations");
      expect(rows).toHaveLength(files.length);
      expect(rows[0]).toMatchObject({
        checksum: files[0]?.checksum,
        migration_name: files[0]?.name,
        logs: null,
        rolled_back_at: null,
        applied_steps_count: 1,
      });
      expect(rows[0]?.finished_at).toBeInstanceOf(Date);
      expect(await deploy(connection, files)).toEqual([]);
    });

    it("runs a DO block, a function and a quoted semicolon as they are written", async () => {
      const connection = await open();
      const files = await migrationFiles({
        "1_block": `CREATE TABLE a (b text DEFAULT ';');
          DO $$ BEGIN IF true THEN INSERT INTO a VALUES ('x;y'); INSERT INTO a DEFAULT VALUES; END IF; END $$;
          CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT n * 2; END;
          -- a comment with a ' quote; and a semicolon
          INSERT INTO a SELECT twice(21)::text;`,
      });
      await deploy(connection, files);
      const rows = await connection.query("SELECT b FROM a");
      expect(rows.map((row) => row.b)).toEqual(["x;y", ";", "42"]);
    });

    it("leaves the old schema when a statement of a file is refused, and says which and why", async () => {
      const connection = await open();
      const good = { "1_good": "CREATE TABLE a (b int); INSERT INTO a VALUES (1);" };
      await deploy(connection, await migrationFiles(good));
      const bad = {
        "2_bad":
          "CREATE TABLE c (d int); ALTER TABLE a ADD e int; ALTER TABLE missing ADD f int; CREATE TABLE g ();",
      };
      const files = await migrationFiles({ ...good, ...bad });
      await expect(deploy(connection, files)).rejects.toThrow(MigrationRefused);
      await expect(deploy(connection, files)).rejects.toThrow(
        /2_bad was not applied and the database is as it was before it\. Statement 3 \(«ALTER TABLE missing ADD f int»\) was refused: relation "missing" does not exist \(42P01\)/,
      );
      expect(await tables(connection)).toEqual(["a"]);
      expect(await connection.query("SELECT * FROM a")).toEqual([{ b: 1 }]);
      expect(compareHistory(files, await readHistory(connection))).toMatchObject({
        applied: ["1_good"],
        pending: ["2_bad"],
        unfinished: [],
      });
      const mended = await migrationFiles({ ...good, "2_bad": "CREATE TABLE c (d int)" });
      expect(await deploy(connection, mended)).toEqual(["2_bad"]);
    });

    it("keeps the files before a refused one", async () => {
      const connection = await open();
      const files = await migrationFiles({
        "1_a": "CREATE TABLE a ()",
        "2_b": "CREATE TABLE b (; )",
        "3_c": "CREATE TABLE c ()",
      });
      await expect(deploy(connection, files)).rejects.toThrow(/2_b was not applied/);
      expect(await tables(connection)).toEqual(["a"]);
    });

    it("refuses a file that opens or closes transactions itself", async () => {
      const connection = await open();
      const files = await migrationFiles({ "1_a": "CREATE TABLE a (); COMMIT; CREATE TABLE b ()" });
      await expect(deploy(connection, files)).rejects.toThrow(/1_a contains «COMMIT»/);
      expect(await tables(connection)).toEqual([]);
    });

    it("refuses a database that a newer program has migrated, or whose past was rewritten", async () => {
      const connection = await open();
      const old = { "1_a": "CREATE TABLE a ()" };
      await deploy(connection, await migrationFiles({ ...old, "2_b": "CREATE TABLE b ()" }));
      await expect(deploy(connection, await migrationFiles(old))).rejects.toThrow(
        /newer than this program: it has 2_b/,
      );
      const rewritten = await migrationFiles({ "1_a": "CREATE TABLE a (b int)", "2_b": "CREATE TABLE b ()" });
      await expect(deploy(connection, rewritten)).rejects.toThrow(
        /1_a was changed after it had been applied/,
      );
    });

    it("refuses to go on where another tool stopped half-way", async () => {
      const connection = await open();
      await deploy(connection, await migrationFiles({ "1_a": "CREATE TABLE a ()" }));
      await connection.query("UPDATE _prisma_migrations SET finished_at = NULL");
      const files = await migrationFiles({ "1_a": "CREATE TABLE a ()" });
      await expect(deploy(connection, files)).rejects.toThrow(/Another tool began 1_a and did not finish/);
    });

    it("builds an index CONCURRENTLY from a file of its own, and again when it was killed half-way", async () => {
      const connection = await open();
      const first = { "1_a": "CREATE TABLE a (b int); INSERT INTO a VALUES (1), (1)" };
      await deploy(connection, await migrationFiles(first));
      const index = "CREATE UNIQUE INDEX CONCURRENTLY a_b_key ON a (b)";
      const mixed = await migrationFiles({ ...first, "2_mixed": `${index}; SELECT 1` });
      await expect(deploy(connection, mixed)).rejects.toThrow(/2_mixed mixes CONCURRENTLY/);
      const files = await migrationFiles({ ...first, "2_index": index });
      // Refused for the doubles, and on a server it leaves an invalid index behind, as a kill does.
      await expect(deploy(connection, files)).rejects.toThrow(/2_index was not applied/);
      await connection.query("TRUNCATE a");
      expect(await deploy(connection, files)).toEqual(["2_index"]);
      const [state] = await connection.query(
        "SELECT bool_and(indisvalid) AS valid FROM pg_index WHERE indrelid = 'a'::regclass",
      );
      expect(state).toEqual({ valid: true });
    });
  });
}

describe("Two instances deploying at once on PostgreSQL", () => {
  it("do the work once and both succeed", async () => {
    const url = await real.emptyDatabase();
    const files = await migrationFiles({
      "1_slow": "CREATE TABLE a (b int); SELECT pg_sleep(0.5); INSERT INTO a VALUES (1);",
      "2_more": "INSERT INTO a VALUES (2); SELECT pg_sleep(0.2);",
    });
    const connections = await Promise.all([1, 2, 3, 4].map(() => plainServerConnection(url)));
    const applied = await Promise.all(connections.map((connection) => deploy(connection, files)));
    expect(applied.map((names) => names.length).sort()).toEqual([0, 0, 0, 2]);
    const [first] = connections;
    expect(await first?.query("SELECT b FROM a ORDER BY b")).toEqual([{ b: 1 }, { b: 2 }]);
    expect(await first?.query("SELECT migration_name FROM _prisma_migrations ORDER BY 1")).toHaveLength(2);
    await Promise.all(connections.map((connection) => connection.close()));
  });

  it("wait no longer than they are told to, and say what they waited for", async () => {
    const url = await real.emptyDatabase();
    const files = await migrationFiles({ "1_slow": "SELECT pg_sleep(2)" });
    const [one, two] = await Promise.all([plainServerConnection(url), plainServerConnection(url)]);
    const working = deploy(one, files);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect(deploy(two, files, { patience: 300 })).rejects.toThrow(
      /Another instance has been migrating/,
    );
    expect(await working).toEqual(["1_slow"]);
    await Promise.all([one.close(), two.close()]);
  });
});
