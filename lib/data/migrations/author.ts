import "server-only";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { migrationsFolder, readMigrations } from "@/lib/data/migrations/migration-files";
import { splitStatements } from "@/lib/data/migrations/split-statements";

/**
 * Writing migrations, never applying them: Prisma's schema engine, as WebAssembly, compares schema.prisma with
 * what the committed files build on an in-memory PGlite. Its packages are for development only, hence the late import.
 */
const schemaFile = path.join("prisma", "schema.prisma");
/** What Prisma cannot model (CHECKs, covering and partial indexes): part of the first migration, ignored by `check`. */
const unmodelledFile = path.join("prisma", "unmodelled.sql");

type SchemaEngine = { diff(parameters: unknown): Promise<{ exitCode: number; stdout: string | null }> };

/** The statements that would turn what the migrations build into schema.prisma; none when they agree. */
export async function findDifference(folder: string = migrationsFolder): Promise<string[]> {
  const script = await diffScript(folder);
  const unmodelled = await unmodelledIndexes();
  return splitStatements(script).filter((statement) => {
    const dropped = /^DROP INDEX "([^"]+)"$/.exec(statement)?.[1];
    return dropped === undefined || !unmodelled.includes(dropped);
  });
}

/**
 * Writes the difference as a new migration; answers its name, or undefined when there is nothing to write.
 * `replace` throws away all migrations first and makes one from nothing: only while nothing has been released.
 */
export async function writeMigration(words: string, { replace = false } = {}): Promise<string | undefined> {
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (slug === "") throw new Error("A migration needs a name, for example: new add_goals");
  if (replace) await rm(migrationsFolder, { recursive: true, force: true });
  await mkdir(migrationsFolder, { recursive: true });
  // The engine refuses a folder that does not say whose SQL it holds.
  await writeFile(path.join(migrationsFolder, "migration_lock.toml"), 'provider = "postgresql"\n');
  const first = (await readMigrations()).length === 0;
  const statements = await findDifference();
  if (statements.length === 0) return undefined;
  const extra = first && existsSync(unmodelledFile) ? `\n${await readFile(unmodelledFile, "utf8")}` : "";
  const stamp = replace ? "20261122000000" : new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const name = `${stamp}_${slug}`;
  await mkdir(path.join(migrationsFolder, name));
  await writeFile(
    path.join(migrationsFolder, name, "migration.sql"),
    `${statements.join(";\n\n")};\n${extra}`,
  );
  return name;
}

async function unmodelledIndexes(): Promise<string[]> {
  if (!existsSync(unmodelledFile)) return [];
  const statements = splitStatements(await readFile(unmodelledFile, "utf8"));
  return statements.flatMap((statement) => /^CREATE (?:UNIQUE )?INDEX "?(\w+)"?/.exec(statement)?.[1] ?? []);
}

async function diffScript(folder: string): Promise<string> {
  const schema = await readFile(schemaFile, "utf8");
  const migrations = existsSync(folder) ? await readMigrations(folder) : [];
  const opened: PGlite[] = [];
  try {
    const engine = await schemaEngine(schema, opened);
    const { stdout } = await engine.diff({
      from: {
        tag: "migrations",
        baseDir: folder,
        shadowDbInitScript: "",
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        migrationDirectories: migrations.map(({ name, text }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: text } },
        })),
      },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  } finally {
    await Promise.all(opened.map((pglite) => pglite.close()));
  }
}

async function schemaEngine(schema: string, opened: PGlite[]): Promise<SchemaEngine> {
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const connect = async () => {
    const pglite = await PGlite.create();
    opened.push(pglite);
    return withAwaitedScripts(await new PrismaPGlite(pglite).connect(), pglite);
  };
  const factory = {
    provider: "postgres",
    adapterName: "pglite",
    connect,
    connectToShadowDb: connect,
  } as const;
  return SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  ) as Promise<SchemaEngine>;
}

type EngineModule = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");
/** Once per process: the module keeps views of the first instance's memory and would read them in a second one. */
let loaded: Promise<EngineModule> | undefined;

async function loadEngine(): Promise<EngineModule> {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(`The schema engine stopped: ${message}`);
      },
    },
  });
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/** The adapter answers before its script has run, so a broken file would pass for a good one. */
function withAwaitedScripts(adapter: SqlDriverAdapter, pglite: PGlite): SqlDriverAdapter {
  const { onError } = adapter as SqlDriverAdapter & { onError(failure: unknown): never };
  adapter.executeScript = async (script) => {
    await pglite.exec(script).catch((failure: unknown) => onError.call(adapter, failure));
  };
  return adapter;
}
