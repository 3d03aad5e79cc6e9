import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, databaseOn, useDatabase } from "@/lib/data/client/database";
import { plainServerConnection } from "@/lib/data/client/plain-connection";
import { executeSql, sql } from "@/lib/data/client/raw";
import { openServer } from "@/lib/data/client/server";
import { sqlState } from "@/lib/data/client/sql-state";
import { migrateDatabase } from "@/lib/data/migrations/migrate-database";
import { makeScope, type Scope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { realPostgres } from "@/tests/support/database/real-postgres";
import { type Company, insertCompany } from "@/tests/support/factories/company";

const real = realPostgres();
const poolSize = 3;
let url: string;
let database: Database;
let putBack: () => void;
let company: Company;
let scope: Scope;

beforeAll(async () => {
  url = await real.emptyDatabase();
  const admin = await plainServerConnection(url);
  // The database is in another zone than the process and the people: nothing may depend on it (F30).
  await admin.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET timezone = 'Asia/Kathmandu'`);
  await admin.close();
  database = databaseOn(openServer(url, { poolSize }));
  putBack = useDatabase(database);
  await migrateDatabase(database);
  company = await insertCompany(database.client, "here");
  scope = await makeScope({
    organizationId: company.organizationId,
    actor: { kind: "system", name: "test" },
    role: "system",
    reach: { kind: "all" },
  });
});

afterAll(async () => {
  putBack();
  await database.close();
});

/** Two transactions that take two teams in opposite order: the server gives one of them up. */
async function crossing(retry: boolean): Promise<PromiseSettledResult<number>[]> {
  let runs = 0;
  let waiting = 2;
  let release = () => {};
  const bothHoldOne = new Promise<void>((resolve) => {
    release = resolve;
  });
  const take = (inside: Scope, id: string) =>
    executeSql(
      inside,
      sql`UPDATE team SET name = name WHERE organization_id = ${company.organizationId}::uuid AND id = ${id}::uuid`,
    );
  const one = (first: string, second: string) =>
    inTransaction(
      scope,
      async (inside) => {
        runs += 1;
        await take(inside, first);
        waiting -= 1;
        if (waiting <= 0) release();
        await bothHoldOne;
        await take(inside, second);
        return runs;
      },
      { retry },
    );
  return Promise.allSettled([one(company.teamId, company.subTeamId), one(company.subTeamId, company.teamId)]);
}

describe("On a real server", () => {
  it("a deadlock is retried when the work may run twice (F8)", async () => {
    const answers = await crossing(true);
    expect(answers.map((answer) => answer.status)).toEqual(["fulfilled", "fulfilled"]);
    const runs = answers.map((answer) => (answer.status === "fulfilled" ? answer.value : 0));
    expect(Math.max(...runs)).toBe(3);
  });

  it("a deadlock is reported as one when it may not", async () => {
    const answers = await crossing(false);
    const failures = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(failures).toHaveLength(1);
    expect(sqlState(failures[0])).toBe("40P01");
  });

  it("a serialization failure is retried, and no update is lost", async () => {
    const { organizationId } = company;
    const raise = () =>
      inTransaction(
        scope,
        async (inside) => {
          const { dataVersion } = await inside.db.organization.findUniqueOrThrow({
            where: { organizationId },
          });
          await inside.db.organization.update({
            where: { organizationId },
            data: { dataVersion: dataVersion + 1 },
          });
        },
        { retry: true, isolationLevel: "Serializable" },
      );
    await Promise.all([raise(), raise(), raise()]);
    const { dataVersion } = await scope.db.organization.findUniqueOrThrow({ where: { organizationId } });
    expect(dataVersion).toBe(3);
  });

  it("speaks UTC whatever the database's zone, so that instants come back as they went", async () => {
    const at = new Date("2026-11-22T20:00:00.000Z");
    const key = { organizationId: company.organizationId, key: "zone" };
    await scope.db.setting.create({ data: { ...key, value: {}, updatedAt: at } });
    expect(
      (await scope.db.setting.findUniqueOrThrow({ where: { organizationId_key: key } })).updatedAt,
    ).toEqual(at);
  });

  it("a query without a free connection is refused after two seconds, not kept waiting (F6)", async () => {
    const sleepers = Array.from({ length: poolSize }, () =>
      executeSql(
        scope,
        sql`SELECT pg_sleep(5) FROM organization WHERE organization_id = ${company.organizationId}::uuid`,
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const begun = performance.now();
    await expect(
      scope.db.team.count({ where: { organizationId: company.organizationId } }),
    ).rejects.toThrow();
    const waited = performance.now() - begun;
    expect(waited).toBeGreaterThan(1_500);
    expect(waited).toBeLessThan(4_000);
    await Promise.all(sleepers);
    expect(await scope.db.team.count({ where: { organizationId: company.organizationId } })).toBe(2);
  });

  it("a statement that runs away is cancelled by the server within ten seconds (F3)", async () => {
    const begun = performance.now();
    const runaway = executeSql(
      scope,
      sql`SELECT pg_sleep(30) FROM organization WHERE organization_id = ${company.organizationId}::uuid`,
    );
    expect(sqlState(await runaway.catch((failure: unknown) => failure))).toBe("57014");
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it("connections that the server closed are replaced without a restart (F2)", async () => {
    const admin = await plainServerConnection(url);
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await admin.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await scope.db.team.count({ where: { organizationId: company.organizationId } })).toBe(2);
  });
});
