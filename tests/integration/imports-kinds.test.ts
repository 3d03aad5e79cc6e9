import { describe, expect, it } from "vitest";
import type { Scope } from "@/lib/data/scope";
import { beginImport, commitImport } from "@/lib/usecases/commit-import";
import type { ImportReport } from "@/lib/usecases/importing/report";
import { previewImport } from "@/lib/usecases/preview-import";
import { rejectedRows } from "@/lib/usecases/rejected-rows";
import { stageImport } from "@/lib/usecases/stage-import";
import { testDatabase } from "@/tests/support/database/test-database";
import { organizationRow } from "@/tests/support/factories/organization";

const test = testDatabase();
const clock = { today: "2026-11-24", now: new Date("2026-11-24T10:00:00Z") };

async function newOrganization(): Promise<Scope> {
  const row = organizationRow();
  await test.client.organization.create({ data: row });
  return test.scopeFor(row.organizationId as string);
}

async function bring(scope: Scope, text: string): Promise<ImportReport & { id: string }> {
  const staged = await stageImport(
    scope,
    { fileName: "f.csv", bytes: new TextEncoder().encode(text) },
    clock.now,
  );
  if (!staged.ok) throw new Error(staged.sentence);
  const preview = await previewImport(scope, staged.id, clock.today);
  if (!preview.ok) throw new Error(preview.sentence);
  await beginImport(scope, staged.id);
  const report = await commitImport(scope, staged.id, clock);
  const { created, updated, unchanged, rejected } = preview.report;
  expect(report).toMatchObject({ created, updated, unchanged, rejected });
  return { ...report, id: staged.id };
}

const deals =
  "id,owner,stage,created,close date,value\nD-1,Ana,Proposal,2026-09-01,,100\nD-2,Bo,Won,2026-09-02,2026-10-30,200\n";

describe("people with quotas", () => {
  it("become people with a team, a position and a quota in a period of the calendar; again, nothing changes", async () => {
    const scope = await newOrganization();
    const where = { organizationId: scope.organizationId };
    await bring(scope, deals);
    const file =
      "name,email,team,position,started,period,quota\n" +
      "ana,ANA@example.com,North,AE,2024-03-01,2026-Q4,300000\n" +
      "Ida Ray,ida@example.com,North,AE,2026-10-01,2026-Q4,100000\n";
    expect(await bring(scope, file)).toMatchObject({ created: 1, updated: 1, rejected: 0 });
    const people = await test.client.person.findMany({
      where,
      orderBy: { name: "asc" },
      include: {
        assignments: { include: { team: true } },
        personPositions: true,
        quotas: { include: { period: true } },
      },
    });
    expect(
      people.map(({ name, email, assignments, personPositions, quotas }) => [
        name,
        email,
        assignments[0]?.team.name,
        personPositions[0]?.position,
        quotas[0]?.amountMinor,
        quotas[0]?.period.label,
      ]),
    ).toEqual([
      ["Ana", "ana@example.com", "North", "AE", 30_000_000n, "Q4 2026"],
      ["Bo", null, undefined, undefined, undefined, undefined],
      ["Ida Ray", "ida@example.com", "North", "AE", 10_000_000n, "Q4 2026"],
    ]);
    expect(await bring(scope, file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await test.client.quotaChange.count({ where })).toBe(2);
    expect(await test.client.assignment.count({ where })).toBe(2);
  });

  it("keeps back a quota of a funnel nobody knows, and gives the row to mend", async () => {
    const scope = await newOrganization();
    await bring(scope, deals);
    const report = await bring(scope, "name,funnel,period,quota\nAna,=Partner,2026-Q4,5\nBo,,2026-Q4,5\n");
    expect(report).toMatchObject({
      updated: 1,
      rejected: 1,
      groups: [{ repair: "unknown-funnel", rows: [2] }],
    });
    const csv = await rejectedRows(scope, report.id);
    expect(csv).toContain("Ana,'=Partner,2026-Q4,5,2,");
    expect(await rejectedRows(await newOrganization(), report.id)).toBeNull();
  });
});

describe("activities and counts", () => {
  async function withTypes(): Promise<Scope> {
    const scope = await newOrganization();
    const { organizationId } = scope;
    await bring(scope, deals);
    const funnel = await test.client.funnel.findFirstOrThrow({ where: { organizationId } });
    const type = (name: string, channel: string, position: number) => ({
      organizationId,
      id: crypto.randomUUID(),
      funnelId: funnel.id,
      name,
      slug: name.toLowerCase(),
      channel,
      position,
    });
    await test.client.activityType.createMany({
      data: [type("Call", "call", 1), type("Conversation", "counter", 2)],
    });
    return scope;
  }

  const days = (scope: Scope) =>
    test.client.activityDay
      .findMany({
        where: { organizationId: scope.organizationId },
        include: { activityType: true },
        orderBy: [{ day: "asc" }, { outcome: "asc" }],
      })
      .then((rows) =>
        rows.map((row) => [
          row.day.toISOString().slice(0, 10),
          row.activityType.name,
          row.outcome,
          row.quantity,
        ]),
      );

  it("are counted once, kept in the roll-up, tied to their records, and moved when the file moves them", async () => {
    const scope = await withTypes();
    const where = { organizationId: scope.organizationId };
    const file =
      "external id,date,person,type,outcome,seconds,deal\nC-1,2026-11-20,Ana,calls,connected,1:35,D-1\nC-2,2026-11-20,Ana,Call,,,\n";
    expect(await bring(scope, file)).toMatchObject({ created: 2, rejected: 0 });
    expect(await bring(scope, file)).toMatchObject({ created: 0, unchanged: 2 });
    expect(await days(scope)).toEqual([
      ["2026-11-20", "Call", "", 1],
      ["2026-11-20", "Call", "connected", 1],
    ]);
    expect(
      await test.client.activity.count({ where: { ...where, dealId: { not: null }, seconds: 95 } }),
    ).toBe(1);
    expect(await bring(scope, file.replace("C-2,2026-11-20", "C-2,2026-11-23"))).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
    expect(await days(scope)).toEqual([
      ["2026-11-20", "Call", "connected", 1],
      ["2026-11-23", "Call", "", 1],
    ]);
  });

  it("a later count of the same day, person and type takes the place of the earlier", async () => {
    const scope = await withTypes();
    const file =
      "date,person,type,count\n2026-11-20,Ana,conversation,6\n2026-11-20,Bo,conversation,2\n2026-11-20,Bo,fax,2\n";
    expect(await bring(scope, file)).toMatchObject({
      created: 2,
      rejected: 1,
      groups: [{ repair: "unknown-type" }],
    });
    expect(await bring(scope, file.replace("Ana,conversation,6", "Ana,conversation,7"))).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
    expect((await days(scope)).map(([, , , quantity]) => quantity).sort()).toEqual([2, 7]);
  });
});

describe("stage entries", () => {
  it("replace a record's history, credit whoever owned it, and keep back records nobody knows", async () => {
    const scope = await newOrganization();
    const where = { organizationId: scope.organizationId };
    await bring(scope, deals);
    const file =
      "deal,stage,entered,left,owner\nD-1,Proposal,2026-09-15,,Bo\nD-2,Proposal,2026-09-10,,\nD-2,Won,2026-10-30,,\nD-9,Proposal,2026-09-10,,\n";
    expect(await bring(scope, file)).toMatchObject({
      created: 0,
      updated: 3,
      rejected: 1,
      groups: [{ repair: "unknown-record", count: 1, rows: [5] }],
    });
    const entries = await test.client.stageEntry.findMany({
      where,
      include: { stage: true, person: true, deal: true },
      orderBy: [{ deal: { externalId: "asc" } }, { enteredOn: "asc" }],
    });
    expect(
      entries.map(({ deal, stage, person, enteredOn, leftOn }) => [
        deal.externalId,
        stage.name,
        person.name,
        enteredOn.toISOString().slice(0, 10),
        leftOn?.toISOString().slice(0, 10),
      ]),
    ).toEqual([
      ["D-1", "Proposal", "Bo", "2026-09-15", undefined],
      ["D-2", "Proposal", "Bo", "2026-09-10", "2026-10-30"],
      ["D-2", "Won", "Bo", "2026-10-30", undefined],
    ]);
    expect(await test.client.deal.count({ where: { ...where, historyKnown: true } })).toBe(2);
    expect(await test.client.stagePass.count({ where: { ...where, passed: true } })).toBe(1);
    expect(await test.client.result.count({ where })).toBe(1);
    expect(await bring(scope, file)).toMatchObject({ updated: 0, unchanged: 3, rejected: 1 });
  });
});
