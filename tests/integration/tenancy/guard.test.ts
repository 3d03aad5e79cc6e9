import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { systemDb } from "@/lib/data/client/global";
import { ScopeViolation } from "@/lib/data/client/guard";
import { executeSql, queryRows, sql } from "@/lib/data/client/raw";
import { UnboundSql } from "@/lib/data/client/raw-check";
import type { Scope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { testDatabase } from "@/tests/support/database/test-database";
import type { Company } from "@/tests/support/factories/company";
import { day, recordedAt } from "@/tests/support/factories/moments";

const test = testDatabase();
let here: Company;
let there: Company;
let scope: Scope;

beforeAll(async () => {
  ({ here, there } = await test.twoOrganizations());
  scope = await test.scopeFor(here);
});

/** What TypeScript would stop is tried as well: the guard must hold against a cast. */
// biome-ignore lint/suspicious/noExplicitAny: planted queries that the types forbid
const untyped = (given: Scope): any => given.db;

describe("A query of a scope", () => {
  const planted: Record<string, (db: ReturnType<typeof untyped>) => Promise<unknown>> = {
    "find without where": (db) => db.team.findMany(),
    "find by something else": (db) => db.team.findMany({ where: { name: "there team" } }),
    "find of another organization": (db) =>
      db.team.findMany({ where: { organizationId: there.organizationId } }),
    "find of one of both": (db) =>
      db.team.findMany({ where: { organizationId: { in: [here.organizationId, there.organizationId] } } }),
    "find hidden in OR": (db) =>
      db.team.findMany({ where: { OR: [{ organizationId: here.organizationId }] } }),
    "find with undefined": (db) => db.team.findMany({ where: { organizationId: undefined } }),
    "find by a foreign key pair": (db) =>
      db.team.findUnique({
        where: { organizationId_id: { organizationId: there.organizationId, id: there.teamId } },
      }),
    "count without where": (db) => db.activity.count(),
    "aggregate without where": (db) => db.result.aggregate({ _sum: { amountMinor: true } }),
    "group without where": (db) => db.result.groupBy({ by: ["personId"] }),
    "change of another organization": (db) =>
      db.team.updateMany({ where: { organizationId: there.organizationId }, data: { name: "taken" } }),
    "change of everybody": (db) => db.team.updateMany({ data: { name: "taken" } }),
    "move into another organization": (db) =>
      db.team.update({
        where: { organizationId_id: { organizationId: here.organizationId, id: here.teamId } },
        data: { organizationId: there.organizationId },
      }),
    "move by connecting": (db) =>
      db.team.update({
        where: { organizationId_id: { organizationId: here.organizationId, id: here.teamId } },
        data: {
          parent: {
            connect: { organizationId_id: { organizationId: there.organizationId, id: there.teamId } },
          },
        },
      }),
    "removal of everybody": (db) => db.activity.deleteMany({}),
    "create elsewhere": (db) =>
      db.team.create({
        data: { organizationId: there.organizationId, id: crypto.randomUUID(), name: "planted" },
      }),
    "create without organization": (db) =>
      db.team.create({ data: { id: crypto.randomUUID(), name: "planted" } }),
    "create many with one elsewhere": (db) =>
      db.team.createMany({
        data: [here, there].map(({ organizationId }) => ({
          organizationId,
          id: crypto.randomUUID(),
          name: "planted",
        })),
      }),
    "create nested elsewhere": (db) =>
      db.funnel.create({
        data: {
          organizationId: here.organizationId,
          id: crypto.randomUUID(),
          name: "planted",
          slug: "planted",
          stages: {
            create: [
              {
                organizationId: there.organizationId,
                id: crypto.randomUUID(),
                position: 1,
                name: "s",
                slug: "s",
              },
            ],
          },
        },
      }),
    "upsert elsewhere": (db) =>
      db.setting.upsert({
        where: { organizationId_key: { organizationId: here.organizationId, key: "planted" } },
        create: { organizationId: there.organizationId, key: "planted", value: {}, updatedAt: recordedAt },
        update: {},
      }),
    "way out through a user's memberships": (db) =>
      db.membership.findMany({
        where: { organizationId: here.organizationId },
        include: { user: { include: { memberships: true } } },
      }),
    "filter through a user's memberships": (db) =>
      db.membership.findMany({
        where: { organizationId: here.organizationId, user: { memberships: { some: { role: "admin" } } } },
      }),
    "raw without organization": (db) => db.$queryRaw(sql`SELECT id FROM team`),
    "raw from a string": (db) => db.$queryRawUnsafe("SELECT id FROM team"),
    "raw change from a string": (db) => db.$executeRawUnsafe("DELETE FROM activity"),
  };

  for (const [name, run] of Object.entries(planted)) {
    it(`is refused before it is sent: ${name}`, async () => {
      const sent = test.sqlLog.length;
      await expect(run(untyped(scope))).rejects.toThrow(
        /ScopeViolation|UnboundSql|organization|goes from|sql`…`/,
      );
      await expect(run(untyped(scope))).rejects.toSatisfy(
        (failure) => failure instanceof ScopeViolation || failure instanceof UnboundSql,
      );
      expect(test.sqlLog.length).toBe(sent);
    });
  }

  it("is refused inside a transaction as well", async () => {
    await expect(inTransaction(scope, (inside) => untyped(inside).team.findMany())).rejects.toThrow(
      ScopeViolation,
    );
  });

  it("goes through when it names the scope's organization, and answers only its rows", async () => {
    const { organizationId } = here;
    const teams = await scope.db.team.findMany({ where: { organizationId }, include: { assignments: true } });
    expect(teams.map((team) => team.name).sort()).toEqual(["here sub-team", "here team"]);
    const found = await scope.db.person.findUnique({
      where: { organizationId_id: { organizationId, id: here.personId } },
      include: { deals: { include: { stageEntries: true } }, memberships: { include: { user: true } } },
    });
    expect(found?.deals[0]?.stageEntries).toHaveLength(1);
    expect(found?.memberships[0]?.user.name).toBe("here user");
  });

  it("may keep another organization's id in a JSON cell, which is nobody's key", async () => {
    const cells = { organizationId: there.organizationId };
    const where = { organizationId_importId_rowNumber: { ...of(), importId: here.importId, rowNumber: 1 } };
    const row = await scope.db.importRow.update({ where, data: { cells } });
    expect(row.cells).toEqual(cells);
  });

  it("creates nested rows that inherit the organization", async () => {
    const funnel = await scope.db.funnel.create({
      data: {
        ...of(),
        id: crypto.randomUUID(),
        name: "nested",
        slug: "nested",
        stages: { create: [{ id: crypto.randomUUID(), position: 1, name: "s", slug: "s" }] },
      },
      include: { stages: true },
    });
    expect(funnel.stages[0]?.organizationId).toBe(here.organizationId);
  });
});

describe("Raw SQL of a scope", () => {
  const idRow = z.object({ id: z.string() });

  it("is refused without organization_id, with another's, or with it in a comment only", async () => {
    const refused = [
      sql`SELECT id FROM team`,
      sql`SELECT id FROM team WHERE organization_id = ${there.organizationId}::uuid`,
      sql`SELECT id FROM team WHERE organization_id IS NOT NULL AND id = ${here.organizationId}::uuid`,
      sql`SELECT id FROM team -- organization_id = ${here.organizationId}`,
      sql`DELETE FROM activity`,
      sql`INSERT INTO team (organization_id, id, name)
          VALUES (${here.organizationId}::uuid, ${there.teamId}::uuid, 'a'), (${there.organizationId}::uuid, ${here.teamId}::uuid, 'b')`,
    ];
    for (const statement of refused) {
      await expect(queryRows(scope, statement, idRow)).rejects.toThrow(UnboundSql);
      await expect(async () => executeSql(scope, statement)).rejects.toThrow(UnboundSql);
    }
  });

  it("answers rows checked by their schema, whole numbers as numbers", async () => {
    const rows = await queryRows(
      scope,
      sql`SELECT d.name, count(*) AS entries, max(d.value_minor) AS "valueMinor"
          FROM deal d JOIN stage_entry e ON e.organization_id = d.organization_id AND e.deal_id = d.id
          WHERE d.organization_id = ${here.organizationId}::uuid GROUP BY d.name`,
      z.object({ name: z.string(), entries: z.number(), valueMinor: z.number() }),
    );
    expect(rows).toEqual([{ name: "here deal", entries: 1, valueMinor: 1_200_000 }]);
  });

  it("throws on a row that is not what its schema says, and on a number no longer exact", async () => {
    const { organizationId } = here;
    const wrong = sql`SELECT name FROM team WHERE organization_id = ${organizationId}::uuid`;
    await expect(queryRows(scope, wrong, z.object({ name: z.number() }))).rejects.toThrow(
      /not what its schema says/,
    );
    const huge = sql`SELECT 9007199254740993::bigint AS n FROM team WHERE organization_id = ${organizationId}::uuid`;
    await expect(queryRows(scope, huge, z.object({ n: z.number() }))).rejects.toThrow(RangeError);
  });

  it("adds a row by VALUES whose first column and value are the organization", async () => {
    const id = crypto.randomUUID();
    const touched = await executeSql(
      scope,
      sql`INSERT INTO holiday (organization_id, id, country, day, name)
          VALUES (${here.organizationId}::uuid, ${id}::uuid, 'US', ${"2026-12-25"}::date, ${"Christmas"})`,
    );
    expect(touched).toBe(1);
    const row = await test.client.holiday.findFirstOrThrow({ where: { id } });
    expect(row).toMatchObject({ organizationId: here.organizationId, day: day("2026-12-25") });
  });
});

describe("The system's client", () => {
  it("reads global tables and the look-ups at sign-in", async () => {
    const db = await systemDb();
    const found = await db.membership.findMany({
      where: { userId: here.userId },
      select: { organization: { select: { name: true } } },
    });
    expect(found).toEqual([{ organization: { name: "here company" } }]);
  });

  // biome-ignore lint/suspicious/noExplicitAny: planted queries that the types forbid
  const planted: Record<string, (db: any) => Promise<unknown>> = {
    "a tenant table": (db) => db.person.findMany(),
    "a tenant table through a look-up": (db) => db.organization.findMany({ include: { persons: true } }),
    "a tenant table through a filter": (db) => db.membership.findMany({ where: { person: { name: "x" } } }),
    "a change of a look-up": (db) => db.organization.updateMany({ data: { name: "taken" } }),
    "a change of a look-up through a user": (db) =>
      db.user.update({ where: { id: here.userId }, data: { memberships: { deleteMany: {} } } }),
    "raw SQL": (db) => db.$queryRaw(sql`SELECT 1`),
  };
  for (const [name, run] of Object.entries(planted)) {
    it(`is refused ${name}`, async () => {
      await expect(run(await systemDb())).rejects.toThrow(ScopeViolation);
    });
  }
});

function of() {
  return { organizationId: here.organizationId };
}
