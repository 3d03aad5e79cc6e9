import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "@/lib/data/client/embedded";
import type { Engine } from "@/lib/data/client/engine";
import { FolderHeld } from "@/lib/data/client/folder-lock";
import { migrateDatabase } from "@/lib/data/migrations/migrate-database";
import { readMigrations } from "@/lib/data/migrations/migration-files";
import { migrationFiles } from "@/tests/integration/migrations/migrations-folder";
import { openPGlite } from "@/tests/support/database/pglite";
import { insertCompany } from "@/tests/support/factories/company";

let root: string;
let data: string;
let engine: Engine;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "backsolve-embedded-"));
  data = path.join(root, "data");
  // A database whose making was interrupted: it has a name of its own and is made again.
  await mkdir(path.join(data, "pglite.creating"), { recursive: true });
  await writeFile(path.join(data, "pglite.creating", "PG_VERSION"), "18\n");
  engine = await openEmbedded(data);
});

afterAll(async () => {
  await engine.close();
  await rm(root, { recursive: true, force: true });
});

const backups = async () =>
  existsSync(path.join(data, "backups")) ? readdir(path.join(data, "backups")) : [];

describe("The embedded database", () => {
  it("is made whole, migrated without a backup of nothing, and keeps its rows when reopened", async () => {
    expect(existsSync(path.join(data, "pglite.creating"))).toBe(false);
    const files = await readMigrations();
    expect(await migrateDatabase(engine)).toEqual(files.map((file) => file.name));
    expect(await backups()).toEqual([]);
    const company = await insertCompany(engine.client, "kept");
    await engine.close();
    engine = await openEmbedded(data);
    expect(await migrateDatabase(engine)).toEqual([]);
    const where = { organizationId: company.organizationId };
    expect((await engine.client.organization.findUniqueOrThrow({ where })).name).toBe("kept company");
  });

  it("is opened once: the same process is refused a second time as another would be", async () => {
    await expect(openEmbedded(data)).rejects.toThrow(FolderHeld);
  });

  it("is copied before a migration, and the newest three copies are kept", async () => {
    const committed = await readMigrations();
    const planted: Record<string, string> = {};
    for (const number of [1, 2, 3, 4]) {
      planted[`9000000000000${number}_planted`] = `CREATE TABLE planted_${number} ()`;
      const files = [...committed, ...(await migrationFiles(planted))];
      await migrateDatabase(engine, { files });
      await new Promise((resolve) => setTimeout(resolve, 1_000)); // copies are named by the second
    }
    const kept = await backups();
    expect(kept.map((name) => name.replace(/^.*-before-/, "")).sort()).toEqual([
      "90000000000002_planted",
      "90000000000003_planted",
      "90000000000004_planted",
    ]);
    const copy = await openPGlite(path.join(data, "backups", kept.sort().at(-1) ?? ""));
    const { rows } = await copy.query("SELECT name FROM organization");
    expect(rows).toEqual([{ name: "kept company" }]);
    const { rows: tables } = await copy.query(
      "SELECT to_regclass('planted_3')::text AS before, to_regclass('planted_4')::text AS after",
    );
    expect(tables).toEqual([{ before: "planted_3", after: null }]);
    await copy.close();
  });

  it("is copied and left as it was when the migration is refused", async () => {
    const [connection, before] = [await engine.connect(), await backups()];
    const history = await connection.query("SELECT migration_name FROM _prisma_migrations ORDER BY 1");
    const planted = await migrationFiles(
      Object.fromEntries(
        [1, 2, 3, 4].map((n) => [`9000000000000${n}_planted`, `CREATE TABLE planted_${n} ()`]),
      ),
    );
    const bad = await migrationFiles({ "99_bad": "DROP TABLE planted_4; SELECT 1/0" });
    const files = [...(await readMigrations()), ...planted, ...bad];
    await expect(migrateDatabase(engine, { files })).rejects.toThrow(
      /99_bad was not applied .* division by zero \(22012\)/,
    );
    expect(await connection.query("SELECT migration_name FROM _prisma_migrations ORDER BY 1")).toEqual(
      history,
    );
    expect(await connection.query("SELECT to_regclass('planted_4')::text AS there")).toEqual([
      { there: "planted_4" },
    ]);
    expect(await backups()).not.toEqual(before);
  });
});
