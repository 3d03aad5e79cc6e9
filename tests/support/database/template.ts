import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { plainEmbeddedConnection, plainServerConnection } from "@/lib/data/client/plain-connection";
import { deploy } from "@/lib/data/migrations/deploy";
import { readMigrations } from "@/lib/data/migrations/migration-files";

/** A migrated, empty database that every test file starts from a copy of. */
export type Template = { remove(): Promise<void> };

/** PGlite's files after the migrations, as one archive: loading it takes a sixth of building it. */
export async function embeddedTemplate(): Promise<Template & { archive: string }> {
  const pglite = await PGlite.create();
  await deploy(plainEmbeddedConnection(pglite), await readMigrations());
  const folder = await mkdtemp(path.join(tmpdir(), "backsolve-template-"));
  const archive = path.join(folder, "template.tar");
  const dump = await pglite.dumpDataDir("none");
  await writeFile(archive, Buffer.from(await dump.arrayBuffer()));
  await pglite.close();
  return { archive, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A database on the server to be cloned with CREATE DATABASE … TEMPLATE. */
export async function serverTemplate(serverUrl: string): Promise<Template & { name: string }> {
  const name = `backsolve_template_${process.pid}`;
  await administer(serverUrl, [`DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name}`]);
  const connection = await plainServerConnection(databaseUrl(serverUrl, name));
  try {
    await deploy(connection, await readMigrations());
  } finally {
    await connection.close();
  }
  return { name, remove: () => administer(serverUrl, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]) };
}

/** Makes a database of its own on the server: a clone of the template, or an empty one. */
export async function createDatabase(
  serverUrl: string,
  template?: string,
): Promise<Template & { url: string }> {
  const name = `backsolve_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await administer(serverUrl, [
    `CREATE DATABASE ${name}${template === undefined ? "" : ` TEMPLATE ${template}`}`,
  ]);
  return {
    url: databaseUrl(serverUrl, name),
    remove: () => administer(serverUrl, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]),
  };
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

async function administer(serverUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (const statement of statements) await whenTemplateIsFree(() => client.query(statement));
  } finally {
    await client.end();
  }
}

/**
 * object_in_use: two workers clone the template at the same instant, and the server wants it for one at a time.
 * insufficient_privilege: a plain owner may not end the autovacuum worker that is in the database just then.
 */
const passing = new Set(["55006", "42501"]);

async function whenTemplateIsFree(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await run();
      return;
    } catch (failure) {
      if (!passing.has((failure as { code?: string }).code ?? "") || attempt === 50) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
