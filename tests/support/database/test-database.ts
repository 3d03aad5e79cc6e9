import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, databaseOn, useDatabase } from "@/lib/data/client/database";
import { embeddedEngine } from "@/lib/data/client/embedded";
import type { Engine } from "@/lib/data/client/engine";
import type { PrismaClient } from "@/lib/data/client/generated/client";
import { asSystem, type Statement } from "@/lib/data/client/observed-adapter";
import { openServer } from "@/lib/data/client/server";
import { makeScope, type Reach, type Role, type Scope } from "@/lib/data/scope";
import { unscopedStatements } from "@/tests/support/database/sql-log";
import { createDatabase } from "@/tests/support/database/template";
import { type Company, insertCompany } from "@/tests/support/factories/company";

export type WhoAsks = {
  role?: Role;
  reach?: Reach;
  /** a user's; without them the system asks */
  userId?: string;
  membershipId?: string;
  personId?: string;
};

export type TestDatabase = {
  readonly engine: "embedded" | "server";
  readonly database: Database;
  /** without guard: to prepare rows and to look at what was stored */
  readonly client: PrismaClient;
  readonly sqlLog: readonly Statement[];
  readonly tenantTables: readonly string[];
  scopeFor(organization: string | { organizationId: string }, who?: WhoAsks): Promise<Scope>;
  /** two small companies with a row in every tenant table, alike in everything but ids and names */
  twoOrganizations(): Promise<{ here: Company; there: Company }>;
};

/**
 * A migrated database of its own for a test file, put in place of the process's. Call it once, at the top:
 * it opens before the tests, and after them refuses a suite that sent a statement without organization_id.
 *
 * @example
 * const test = testDatabase();
 * it("…", async () => { const scope = await test.scopeFor(organizationId); … });
 */
export function testDatabase(): TestDatabase {
  const sqlLog: Statement[] = [];
  let opened: Opened | undefined;
  const current = () => {
    if (opened === undefined) throw new Error("The database opens before the tests; use it inside them.");
    return opened;
  };

  beforeAll(async () => {
    const { engine, remove } = await openCopy((statement) => sqlLog.push(statement));
    const database = databaseOn(engine);
    const putBack = useDatabase(database);
    opened = {
      database,
      unguarded: unguarded(database.client),
      tenantTables: await readTenantTables(engine),
      close: async () => {
        putBack();
        await engine.close();
        await remove();
      },
    };
  });

  afterAll(async () => {
    const { close, tenantTables } = current();
    await close();
    const unscoped = unscopedStatements(sqlLog, tenantTables);
    if (unscoped.length > 0) throw new Error(`Sent without organization_id:\n${unscoped.join("\n")}`);
  });

  return {
    get engine() {
      return current().database.kind;
    },
    get database() {
      return current().database;
    },
    get client() {
      return current().unguarded;
    },
    get tenantTables() {
      return current().tenantTables;
    },
    sqlLog,
    scopeFor: (organization, who = {}) => {
      const organizationId = typeof organization === "string" ? organization : organization.organizationId;
      return makeScope({ organizationId, ...partsOf(who) });
    },
    twoOrganizations: async () => {
      const { unguarded: client } = current();
      return { here: await insertCompany(client, "here"), there: await insertCompany(client, "there") };
    },
  };
}

function partsOf({
  role,
  reach,
  userId,
  membershipId,
  personId,
}: WhoAsks): Pick<Scope, "actor" | "role" | "reach"> {
  const own: Reach = personId === undefined ? { kind: "all" } : { kind: "own", personId };
  if (userId === undefined || membershipId === undefined) {
    return {
      actor: { kind: "system", name: "test" },
      role: role ?? "system",
      reach: reach ?? { kind: "all" },
    };
  }
  return {
    actor: { kind: "user", userId, membershipId, personId: personId ?? null },
    role: role ?? "admin",
    reach: reach ?? (role === "rep" ? own : { kind: "all" }),
  };
}

type Opened = { database: Database; unguarded: PrismaClient; tenantTables: string[]; close(): Promise<void> };

/** What a test prepares or looks at is no statement of the product: the log takes it for the system's. */
function unguarded(client: PrismaClient): PrismaClient {
  const marked = client.$extends({
    query: { $allOperations: ({ args, query }) => asSystem(async () => await query(args)) },
  });
  return marked as unknown as PrismaClient;
}

type Copy = { engine: Engine; remove(): Promise<void> };

async function openCopy(onStatement: (statement: Statement) => void): Promise<Copy> {
  const template = inject("databaseTemplate");
  if (template.engine === "embedded") {
    const archive = new Blob([new Uint8Array(await readFile(template.archive))]);
    const pglite = await PGlite.create({ loadDataDir: archive });
    return { engine: embeddedEngine(pglite, onStatement), remove: async () => undefined };
  }
  const { url, remove } = await createDatabase(template.serverUrl, template.name);
  return { engine: openServer(url, { onStatement }), remove };
}

async function readTenantTables(engine: Engine): Promise<string[]> {
  const connection = await engine.connect();
  try {
    const rows = await connection.query(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'organization_id' ORDER BY table_name`,
    );
    return rows.map((row) => String(row.name));
  } finally {
    await connection.close();
  }
}
