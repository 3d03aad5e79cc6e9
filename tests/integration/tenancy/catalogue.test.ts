import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { globalModels } from "@/lib/data/client/models";
import type { PlainConnection } from "@/lib/data/client/plain-connection";
import { listedWords } from "@/tests/integration/tenancy/listed-words";
import { testDatabase } from "@/tests/support/database/test-database";

const test = testDatabase();
let connection: PlainConnection;

/** Tables without an organization, by the names the database knows them under. */
const globalTables = ["_prisma_migrations", "app_user", "rate_counter", "session_version", "system_setting"];

beforeAll(async () => {
  connection = await test.database.connect();
});

/** The rules of scaling.md that keep the schema shardable, read from the catalogue of the migrated database. */
describe("The schema", () => {
  it("has exactly the listed global tables; every other starts with organization_id", async () => {
    const rows = await connection.query(
      `SELECT t.table_name AS name, c.column_name AS first FROM information_schema.tables t
       JOIN information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name = t.table_name
         AND c.ordinal_position = 1
       WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY t.table_name`,
    );
    const without = rows.filter((row) => row.first !== "organization_id").map((row) => row.name);
    expect(without).toEqual(globalTables);
    expect(globalTables).toHaveLength(globalModels.length + 1);
    expect(rows.length).toBeGreaterThan(40);
  });

  it("begins every primary key, unique key and index of a tenant table with organization_id (rule 1)", async () => {
    const rows = await connection.query(
      `SELECT i.indexrelid::regclass::text AS name, a.attname AS first FROM pg_index i
       JOIN pg_class t ON t.oid = i.indrelid AND t.relnamespace = 'public'::regnamespace
       LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
       WHERE t.relname <> ALL (string_to_array($1, ','))`,
      [globalTables.join(",")],
    );
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter((row) => row.first !== "organization_id").map((row) => row.name)).toEqual([]);
  });

  it("gives every tenant table a primary key", async () => {
    const rows = await connection.query(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND NOT EXISTS (SELECT 1 FROM pg_constraint p WHERE p.conrelid = c.oid AND p.contype = 'p')`,
    );
    expect(rows).toEqual([]);
  });

  it("ties tenant tables by keys that begin with organization_id on both sides (rules 1 and 4)", async () => {
    const rows = await connection.query(
      `SELECT c.conname AS name, c.conrelid::regclass::text AS "from", c.confrelid::regclass::text AS "to",
              f.attname AS "fromColumn", t.attname AS "toColumn"
       FROM pg_constraint c
       JOIN pg_attribute f ON f.attrelid = c.conrelid AND f.attnum = c.conkey[1]
       JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = c.confkey[1]
       WHERE c.contype = 'f'`,
    );
    expect(rows.length).toBeGreaterThan(60);
    const wrong = rows.filter(
      (row) =>
        // app_user becomes a reference table: the one table outside that tenant tables may point at
        row.to !== "app_user" && (row.fromColumn !== "organization_id" || row.toColumn !== "organization_id"),
    );
    expect(wrong).toEqual([]);
    const outwards = rows.filter((row) => globalTables.includes(String(row.from)) && row.to !== "app_user");
    expect(outwards, "global tables do not point into tenants").toEqual([]);
  });

  it("sets no key to null or anew when its target changes (rule 3)", async () => {
    const rows = await connection.query(
      `SELECT conname AS name, confdeltype AS "onDelete", confupdtype AS "onUpdate" FROM pg_constraint
       WHERE contype = 'f' AND (confdeltype IN ('n', 'd') OR confupdtype <> 'a')`,
    );
    expect(rows).toEqual([]);
  });

  it("has no native enums (rule 2)", async () => {
    const rows = await connection.query(
      "SELECT typname AS name FROM pg_type WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace",
    );
    expect(rows).toEqual([]);
  });

  it("holds every column to the words its comment lists, in the database too (rule 2)", async () => {
    const rows = await connection.query(
      `SELECT conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition FROM pg_constraint
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
    );
    const listed = listedWords(readFileSync("prisma/schema.prisma", "utf8"));
    expect(listed.length).toBeGreaterThan(15);
    for (const { table, column, words } of listed) {
      const held = rows.some((row) => {
        const quoted = [...String(row.definition).matchAll(/'([^']+)'/g)].map(([, word]) =>
          word?.replace(/%$/, ""),
        );
        const names = new RegExp(`\\b${column}\\b`).test(String(row.definition));
        return row.table === table && names && quoted.sort().join() === [...words].sort().join();
      });
      expect(held, `CHECK on ${table}.${column} for ${words.join(" | ")} (prisma/unmodelled.sql)`).toBe(true);
    }
  });

  it("has no triggers (rule 5)", async () => {
    const rows = await connection.query("SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal");
    expect(rows).toEqual([]);
  });

  it("names nothing longer than 50 characters (rule 5)", async () => {
    const rows = await connection.query(
      `SELECT name FROM (
         SELECT conname::text AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace
         UNION SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace
       ) named WHERE length(name) > 50 ORDER BY name`,
    );
    expect(rows.map((row) => row.name)).toEqual([]);
  });

  it("makes no id and no time itself: both come with the statement (rule 7)", async () => {
    const rows = await connection.query(
      `SELECT table_name, column_name, column_default FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND column_default ~ '\\('
         AND column_default !~ '^''' AND column_default !~ '^ARRAY'`,
    );
    expect(rows).toEqual([]);
  });
});
