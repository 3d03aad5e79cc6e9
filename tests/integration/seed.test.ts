import { describe, expect, it } from "vitest";
import { verifyPassword } from "@/lib/access/password";
import { ensureSamples } from "@/prisma/seed";
import { insertRows, type TableName, WRITING_ORDER } from "@/prisma/seed/insert-rows";
import type { CompanyRows, DealRow, StageEntryRow, StagePassRow } from "@/prisma/seed/rows";
import { SAMPLE_SETTING, sampleCompanies } from "@/prisma/seed/sample-companies";
import { sampleScope } from "@/prisma/seed/sample-state";
import { topUpSamples } from "@/prisma/seed/top-up";
import { SAMPLE_PASSWORD, seedSamples } from "@/prisma/seed/write";
import { type TestDatabase, testDatabase } from "@/tests/support/database/test-database";

const SET_UP_ON = "2026-11-18";
const LATER = "2026-12-02";

const companiesOn = (today: string) => sampleCompanies(today, SET_UP_ON).companies;
const rowsOf = (companies: CompanyRows[], table: TableName) =>
  companies.reduce((sum, company) => sum + company[table].length, 0);

/** Rows of every table of the stories, as the database counts them. */
async function counted(test: TestDatabase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of WRITING_ORDER) {
    const model = test.client[table] as unknown as { count(): Promise<number> };
    counts[table] = await model.count();
  }
  return counts;
}

const told = (companies: CompanyRows[]) =>
  Object.fromEntries(WRITING_ORDER.map((table) => [table, rowsOf(companies, table)]));

/** Counts can agree where contents do not: the tables that topping up changes are compared field by field. */
async function expectSameRecords(test: TestDatabase, companies: CompanyRows[]): Promise<void> {
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  const expected = (table: "deal" | "stageEntry" | "stagePass", text: (row: never) => string) =>
    companies.flatMap((company) => (company[table] as never[]).map(text)).sort();
  const deals = await test.client.deal.findMany();
  expect(
    deals
      .map((row) => [row.id, row.status, row.stageId, row.personId, day(row.wonOn), day(row.lostOn)].join())
      .sort(),
  ).toEqual(
    expected("deal", (row: DealRow) =>
      [row.id, row.status, row.stageId, row.personId, row.wonOn, row.lostOn].join(),
    ),
  );
  const entries = await test.client.stageEntry.findMany();
  expect(entries.map((row) => [row.id, row.personId, day(row.leftOn)].join()).sort()).toEqual(
    expected("stageEntry", (row: StageEntryRow) => [row.id, row.personId, row.leftOn].join()),
  );
  const passes = await test.client.stagePass.findMany();
  expect(
    passes
      .map((row) => [row.dealId, row.stageId, row.passed, day(row.passedOn), day(row.lostOn)].join())
      .sort(),
  ).toEqual(
    expected("stagePass", (row: StagePassRow) =>
      [row.dealId, row.stageId, row.passed, row.passedOn, row.lostOn].join(),
    ),
  );
}

/** Seeding is tens of thousands of rows, and two cores may have other tests to run meanwhile. */
const PATIENCE = 240_000;

describe("an empty database", () => {
  const test = testDatabase();

  it(
    "is filled with both companies, row for row",
    async () => {
      const seeded = await seedSamples(SET_UP_ON);
      expect(seeded.ok).toBe(true);
      const expected = told(companiesOn(SET_UP_ON));
      expect(expected.deal).toBeGreaterThan(5000);
      expect(await counted(test)).toEqual(expected);
      if (seeded.ok) expect(seeded.rows).toMatchObject({ ...expected, organization: 2, user: 5 });
    },
    PATIENCE,
  );

  it("keeps days, instants, money and absences of a value as the story told them", async () => {
    const [larkfield] = companiesOn(SET_UP_ON);
    const won = larkfield!.deal.find((deal) => deal.status === "won")!;
    const stored = await test.client.deal.findFirstOrThrow({ where: { id: won.id } });
    expect(stored).toMatchObject({
      wonOn: new Date(`${won.wonOn}T00:00:00.000Z`),
      lostOn: null,
      valueMinor: BigInt(won.valueMinor!),
      recordedAt: new Date(won.recordedAt),
      historyKnown: true,
      version: 1,
    });
    const maya = larkfield!.activity.at(-1)!;
    expect(await test.client.activity.findFirstOrThrow({ where: { id: maya.id } })).toMatchObject({
      day: new Date(`${maya.day}T00:00:00.000Z`),
      at: new Date(maya.at),
      quantity: maya.quantity,
      idempotencyKey: null,
    });
  });

  it("lets the four sign in, and the admin see both companies", async () => {
    const users = await test.client.user.findMany({ include: { memberships: true } });
    const roles = new Map(users.map((user) => [user.email, user.memberships.map((row) => row.role)]));
    expect(roles.get("rep@larkfield.example")).toEqual(["rep"]);
    expect(roles.get("coach@larkfield.example")).toEqual(["coach"]);
    expect(roles.get("manager@larkfield.example")).toEqual(["manager"]);
    expect(roles.get("admin@larkfield.example")).toEqual(["admin", "admin"]);
    for (const user of users) {
      const signsIn = user.email !== "karl.jensen@larkfield.example";
      expect(await verifyPassword(user.passwordHash, SAMPLE_PASSWORD), user.email).toBe(signsIn);
    }
  });

  it("is refused the samples a second time, in a sentence that says what to do", async () => {
    const before = await counted(test);
    const again = await seedSamples(LATER);
    expect(again).toMatchObject({ ok: false });
    if (!again.ok) expect(again.sentence).toMatch(/already holds .*BACKSOLVE_DATA/);
    expect(await counted(test)).toEqual(before);
  });

  it(
    "lives on to a later yesterday, and keeps what people did in the meantime",
    async () => {
      const [before, after] = [companiesOn(SET_UP_ON)[0]!, companiesOn(LATER)[0]!];
      const { organizationId } = before.organization[0]!;
      const moved = after.deal.filter(
        (deal) =>
          deal.status === "won" && before.deal.some((old) => old.id === deal.id && old.status === "open"),
      );
      const [corrected, other] = moved;
      await test.client.deal.updateMany({
        where: { organizationId, id: corrected!.id },
        data: { name: "Corrected by hand", version: 2 },
      });
      const logged = after.activity.find((row) => row.day === "2026-11-20")!;
      const day = new Date("2026-11-20T00:00:00.000Z");
      const { personId, activityTypeId } = logged;
      const cell = { organizationId, personId, activityTypeId, day, quantity: 3 };
      await test.client.activity.create({
        data: { ...cell, id: organizationId, at: day, recordedAt: day, idempotencyKey: "tapped" },
      });
      await test.client.activityDay.create({ data: cell });

      const topped = await topUpSamples(LATER);
      expect(topped.map(({ from, to }) => ({ from, to }))).toEqual([
        { from: SET_UP_ON, to: "2026-12-01" },
        { from: SET_UP_ON, to: "2026-12-01" },
      ]);

      const find = (id: string) => test.client.deal.findFirstOrThrow({ where: { organizationId, id } });
      expect(await find(corrected!.id)).toMatchObject({
        name: "Corrected by hand",
        status: "open",
        wonOn: null,
      });
      expect(await test.client.result.count({ where: { organizationId, dealId: corrected!.id } })).toBe(0);
      expect(await find(other!.id)).toMatchObject({ status: "won", stageId: other!.stageId });
      expect(
        await test.client.result.count({ where: { organizationId, dealId: other!.id } }),
      ).toBeGreaterThan(0);
      const onThatDay = await test.client.activity.findMany({ where: { organizationId, personId, day } });
      expect(onThatDay.map((row) => row.idempotencyKey)).toEqual(["tapped"]);

      const expected = told(companiesOn(LATER));
      const now = await counted(test);
      expect(now.deal).toBe(expected.deal);
      expect(now.quota).toBe(expected.quota);
      expect(now.activity! < expected.activity! && now.activity! > expected.activity! - 12).toBe(true);
      const organization = await test.client.organization.findFirstOrThrow({ where: { organizationId } });
      expect(organization.dataVersion).toBe(1);
    },
    PATIENCE,
  );

  it("rolls up what it holds, whoever wrote it", async () => {
    const [raw, rolledUp] = await Promise.all([
      test.client.activity.groupBy({
        by: ["organizationId", "personId", "day", "activityTypeId", "outcome"],
        _sum: { quantity: true },
      }),
      test.client.activityDay.findMany(),
    ]);
    const key = (row: { personId: string; day: Date; activityTypeId: string; outcome: string }) =>
      `${row.personId} ${row.day.toISOString()} ${row.activityTypeId} ${row.outcome}`;
    const sums = new Map(raw.map((row) => [key(row), row._sum.quantity ?? 0]));
    expect(rolledUp.length).toBe(sums.size);
    expect(rolledUp.filter((cell) => sums.get(key(cell)) !== cell.quantity)).toEqual([]);
  });

  it("does nothing when it already reaches yesterday", async () => {
    const before = await counted(test);
    expect(await topUpSamples(LATER)).toEqual([]);
    expect(await ensureSamples("2026-11-25")).toEqual({ did: "topped-up", companies: [] });
    expect(await counted(test)).toEqual(before);
  });
});

describe("a seeding that was interrupted", () => {
  const test = testDatabase();

  it(
    "is finished by the next start",
    async () => {
      const sample = sampleCompanies(SET_UP_ON);
      await test.client.user.createMany({
        data: sample.users.map(({ hasPassword: _, createdAt, ...user }) => ({
          ...user,
          createdAt: new Date(createdAt),
        })),
      });
      for (const [index, company] of sample.companies.entries()) {
        const scope = await sampleScope(company.organization[0]!.organizationId);
        await insertRows(scope, "organization", company.organization);
        const [setting] = company.setting;
        await insertRows(scope, "setting", [{ ...setting!, value: { ...setting!.value, isWhole: false } }]);
        if (index > 0) continue;
        const written = WRITING_ORDER.slice(0, WRITING_ORDER.indexOf("deal"));
        for (const table of written) await insertRows(scope, table, company[table]);
        await insertRows(scope, "deal", company.deal.slice(0, 500));
      }
      const ready = await ensureSamples(LATER);
      expect(ready).toMatchObject({
        did: "topped-up",
        companies: [{ to: "2026-12-01" }, { to: "2026-12-01" }],
      });
      expect(await counted(test)).toEqual(told(companiesOn(LATER)));
      await expectSameRecords(test, companiesOn(LATER));
      const states = await test.client.setting.findMany({ where: { key: SAMPLE_SETTING } });
      expect(states.map((state) => state.value)).toEqual([
        { setUpOn: SET_UP_ON, historyThrough: "2026-12-01", isWhole: true },
        { setUpOn: SET_UP_ON, historyThrough: "2026-12-01", isWhole: true },
      ]);
    },
    PATIENCE,
  );
});

describe("a database with companies of its own", () => {
  const test = testDatabase();

  it("is neither seeded nor topped up", async () => {
    const { here } = await test.twoOrganizations();
    const before = await counted(test);
    const seeded = await seedSamples(LATER);
    expect(seeded.ok).toBe(false);
    await test.client.organization.updateMany({
      where: { organizationId: here.organizationId },
      // a flag alone does not make a company one of ours
      data: { isSample: true, slug: "larkfield" },
    });
    expect(await ensureSamples(LATER)).toEqual({ did: "topped-up", companies: [] });
    expect(await counted(test)).toEqual(before);
  });
});
