// Long because one import told from upload to undo, each step resting on the one before.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { changeImport, getImport } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";
import { beginImport, commitImport } from "@/lib/usecases/commit-import";
import { readAnswers } from "@/lib/usecases/importing/answers";
import type { ImportReport } from "@/lib/usecases/importing/report";
import { previewImport } from "@/lib/usecases/preview-import";
import { stageImport } from "@/lib/usecases/stage-import";
import { describeWithData } from "@/tests/support/data-folder";
import { testDatabase } from "@/tests/support/database/test-database";
import { organizationRow } from "@/tests/support/factories/organization";

const test = testDatabase();
const clock = { today: "2018-01-02", now: new Date("2018-01-02T10:00:00Z") };

async function newOrganization(): Promise<Scope> {
  const row = organizationRow();
  await test.client.organization.create({ data: row });
  return test.scopeFor(row.organizationId as string);
}

async function staged(scope: Scope, text: string | Uint8Array, fileName = "file.csv"): Promise<string> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const answer = await stageImport(scope, { fileName, bytes, sentBytes: bytes.length }, clock.now);
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.id;
}

async function imported(scope: Scope, id: string, at = clock): Promise<ImportReport> {
  const preview = await previewImport(scope, id, at.today);
  if (!preview.ok) throw new Error(preview.sentence);
  const begun = await beginImport(scope, id);
  if (!begun.ok) throw new Error(begun.sentence);
  const report = await commitImport(scope, id, at);
  const verdicts = ({ created, updated, unchanged, rejected }: ImportReport) => [
    created,
    updated,
    unchanged,
    rejected,
  ];
  expect(verdicts(report)).toEqual(verdicts(preview.report));
  return report;
}

const bring = async (scope: Scope, text: string, at = clock) =>
  imported(scope, await staged(scope, text), at);

describeWithData("crm", "the public CRM table", (folder) => {
  let scope: Scope;
  let bytes: Uint8Array;
  const of = () => ({ organizationId: scope.organizationId });

  beforeAll(async () => {
    scope = await newOrganization();
    bytes = await readFile(path.join(folder, "crm_sales_pipeline.csv"));
  });

  it("is previewed without writing anything: 8,800 records to create, 30 new people, GTXPro offered as GTX Pro", async () => {
    const id = await staged(scope, bytes, "crm_sales_pipeline.csv");
    const preview = await previewImport(scope, id, clock.today);
    if (!preview.ok) throw new Error(preview.sentence);
    expect(preview.report).toMatchObject({
      read: 8800,
      created: 8800,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      people: 30,
      newPeople: 30,
      won: 4238,
      lost: 2473,
      open: 2089,
      wonMinor: 1_000_553_400,
    });
    expect(preview.report.steps).toEqual([
      { from: "Outreach", to: "Prospecting", known: false },
      { from: "Prospecting", to: "Engaging", known: false },
      { from: "Engaging", to: "Won", known: true },
    ]);
    const answers = readAnswers((await getImport(scope, id))?.mapping);
    expect(answers?.products).toEqual([{ value: "GTXPro", keep: "GTX Pro" }]);
    expect(await test.client.deal.count({ where: of() })).toBe(0);
    expect(await test.client.person.count({ where: of() })).toBe(0);
    expect(await test.client.funnel.count({ where: of() })).toBe(0);
  });

  it("is imported: 8,800 records, 4,238 won with their results, 2,473 lost, 30 people, one product for two spellings", async () => {
    const report = await imported(scope, await staged(scope, bytes, "crm_sales_pipeline.csv"));
    expect(report).toMatchObject({ created: 8800, rejected: 0 });
    const deals = await test.client.deal.groupBy({ by: ["status"], where: of(), _count: true });
    expect(Object.fromEntries(deals.map(({ status, _count }) => [status, _count]))).toEqual({
      won: 4238,
      lost: 2473,
      open: 2089,
    });
    const results = await test.client.result.aggregate({
      where: of(),
      _count: true,
      _sum: { amountMinor: true },
    });
    expect(results).toEqual({ _count: 4238, _sum: { amountMinor: 1_000_553_400n } });
    expect(await test.client.person.count({ where: of() })).toBe(30);
    const products = await test.client.product.findMany({
      where: of(),
      include: { mergedInto: true, _count: { select: { deals: true } } },
    });
    const gtx = products.filter(
      ({ name }) => name.startsWith("GTX") && name.endsWith("Pro") && !name.includes("Plus"),
    );
    expect(
      gtx.map(({ name, mergedInto, _count }) => [name, mergedInto?.name ?? null, _count.deals]).sort(),
    ).toEqual([
      ["GTX Pro", null, 1480],
      ["GTXPro", "GTX Pro", 0],
    ]);
    expect(products.filter(({ mergedIntoId }) => mergedIntoId === null)).toHaveLength(7);
  });

  it("charges no loss to Prospecting: only Engaging → Won is counted", async () => {
    const stages = await test.client.stage.findMany({ where: of(), orderBy: { position: "asc" } });
    expect(stages.map(({ name, category }) => [name, category])).toEqual([
      ["Prospecting", "working"],
      ["Engaging", "working"],
      ["Won", "won"],
    ]);
    const count = (name: string, where: object) =>
      test.client.stagePass.count({
        where: { ...of(), stageId: stages.find((stage) => stage.name === name)?.id ?? "", ...where },
      });
    expect(await count("Prospecting", {})).toBe(0);
    expect(await count("Engaging", {})).toBe(8300);
    expect(await count("Engaging", { passed: true })).toBe(4238);
    expect(await count("Engaging", { lostOn: { not: null } })).toBe(2473);
    expect(await count("Won", {})).toBe(4238);
    expect(await test.client.stageEntry.count({ where: of() })).toBe(8300 + 4238);
    expect(await test.client.deal.count({ where: { ...of(), historyKnown: true } })).toBe(0);
  });

  it("imported again changes nothing", async () => {
    const before = await test.client.deal.aggregate({
      where: of(),
      _sum: { version: true },
      _max: { recordedAt: true },
    });
    const later = { today: "2018-01-05", now: new Date("2018-01-05T10:00:00Z") };
    const report = await imported(scope, await staged(scope, bytes, "again.csv"), later);
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 8800, rejected: 0, newPeople: 0 });
    expect(
      await test.client.deal.aggregate({ where: of(), _sum: { version: true }, _max: { recordedAt: true } }),
    ).toEqual(before);
    expect(await test.client.dealChange.count({ where: of() })).toBe(0);
    expect(await test.client.result.count({ where: of() })).toBe(4238);
    expect(await test.client.person.count({ where: of() })).toBe(30);
    expect(await test.client.funnel.count({ where: of() })).toBe(1);
  });

  it("gives each person a plan once quotas are imported, with the table's own rate", async () => {
    const people = await test.client.person.findMany({ where: of() });
    const rows = people.map(({ name }) => `${name},2018-Q1,500000`).join("\n");
    const report = await bring(scope, `name,period,quota\n${rows}\n`);
    expect(report).toMatchObject({ read: 30, created: 0, updated: 30, rejected: 0 });
    const targets = await test.client.dayTarget.findMany({ where: of() });
    expect(targets).toHaveLength(30);
    const ok = targets.filter(({ plan }) => (plan as { ok: boolean }).ok);
    expect(ok.length).toBe(30);
    // the same file again leaves quotas and the day already asked alone
    expect(await bring(scope, `name,period,quota\n${rows}\n`)).toMatchObject({ updated: 0, unchanged: 30 });
    expect(await test.client.quotaChange.count({ where: of() })).toBe(30);
    expect(await test.client.dayTarget.findMany({ where: of() })).toEqual(targets);
  });
});

const head = "id,owner,stage,created,entered Proposal,close date,value\n";

describe("a file of deals", () => {
  it("changes what changed, keeps what it was, and leaves the rest alone", async () => {
    const scope = await newOrganization();
    const where = { organizationId: scope.organizationId };
    await bring(
      scope,
      `${head}D-1,Ana,Proposal,2017-10-01,2017-11-01,,100\nD-2,Ana,Proposal,2017-10-02,2017-11-02,,200\n`,
    );
    const again = `${head}D-1,Ana,Won,2017-10-01,2017-11-01,2017-12-15,150\nD-2,Ana,Proposal,2017-10-02,2017-11-02,,200\nD-3,Bo,Proposal,2017-12-01,2017-12-20,,300\n`;
    const report = await bring(scope, again);
    expect(report).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    const deal = await test.client.deal.findFirstOrThrow({
      where: { ...where, externalId: "D-1" },
      include: { results: true, dealChanges: true, stageEntries: true },
    });
    expect(deal).toMatchObject({ status: "won", valueMinor: 15_000n, version: 2 });
    expect(deal.results.map(({ amountMinor, day }) => [amountMinor, day.toISOString().slice(0, 10)])).toEqual(
      [[15_000n, "2017-12-15"]],
    );
    expect(
      deal.dealChanges.map(({ field, oldValue, newValue }) => [field, oldValue, newValue]).sort(),
    ).toEqual([
      ["stage", expect.any(String), expect.any(String)],
      ["status", "open", "won"],
      ["value", "10000", "15000"],
    ]);
    expect(deal.stageEntries).toHaveLength(2);
  });

  it("takes a win back that the next file no longer has, with its result", async () => {
    const scope = await newOrganization();
    const where = { organizationId: scope.organizationId };
    await bring(scope, `${head}D-1,Ana,Won,2017-10-01,2017-11-01,2017-12-15,150\n`);
    await bring(scope, `${head}D-1,Ana,Proposal,2017-10-01,2017-11-01,,150\n`);
    expect(await test.client.result.count({ where })).toBe(0);
    expect(await test.client.stagePass.count({ where: { ...where, passed: true } })).toBe(0);
  });

  it("keeps rows back whose person was left out, and makes nobody of them", async () => {
    const scope = await newOrganization();
    const id = await staged(
      scope,
      `${head}D-1,Ana,Won,2017-10-01,,2017-12-15,150\nD-2,Bo,Won,2017-10-01,,2017-12-15,150\n`,
    );
    const answers = readAnswers((await getImport(scope, id))?.mapping);
    if (answers === null) throw new Error("no answers");
    const people = answers.people.map((answer) =>
      answer.name === "Bo" ? { ...answer, becomes: "leave" as const } : answer,
    );
    await changeImport(scope, id, ["staged"], { mapping: { ...answers, people } });
    expect(await imported(scope, id)).toMatchObject({
      created: 1,
      rejected: 1,
      groups: [{ repair: "unknown-person", rows: [3] }],
    });
    const names = await test.client.person.findMany({
      where: { organizationId: scope.organizationId },
      select: { name: true },
    });
    expect(names).toEqual([{ name: "Ana" }]);
  });

  it("goes on where it stopped, and ends with exact counts", async () => {
    const scope = await newOrganization();
    const where = { organizationId: scope.organizationId };
    const rows = Array.from({ length: 2500 }, (_, n) => `D-${n},Ana,Won,2017-10-01,,2017-12-15,1`).join("\n");
    const id = await staged(scope, `${head}${rows}\n`);
    expect((await previewImport(scope, id, clock.today)).ok).toBe(true);
    await beginImport(scope, id);
    // The third piece fails as a lost connection would: the first two are stored, the third is not.
    const poisoned = await test.client.result.create({
      data: {
        ...where,
        id: crypto.randomUUID(),
        personId: await somebody(where.organizationId),
        funnelId: await someFunnel(where.organizationId),
        day: new Date("2017-01-01"),
        amountMinor: 1n,
        externalId: "D-2400",
        importSourceId: await sourceOf(scope),
        recordedAt: clock.now,
      },
    });
    await expect(commitImport(scope, id, clock)).rejects.toThrow();
    expect(await test.client.deal.count({ where })).toBe(2000);
    expect(await getImport(scope, id)).toMatchObject({
      status: "committing",
      progress: 2001,
      counts: { created: 2000 },
    });
    await test.client.result.delete({ where: { organizationId_id: { ...where, id: poisoned.id } } });
    expect(await commitImport(scope, id, clock)).toMatchObject({ created: 2500, updated: 0, rejected: 0 });
    expect(await test.client.deal.count({ where })).toBe(2500);
    expect(await test.client.result.count({ where })).toBe(2500);
  });

  it("begins once: a second press is told so", async () => {
    const scope = await newOrganization();
    const id = await staged(scope, `${head}D-1,Ana,Won,2017-10-01,,2017-12-15,150\n`);
    expect(await beginImport(scope, id)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("no preview yet"),
    });
    await imported(scope, id);
    expect(await beginImport(scope, id)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("imported already"),
    });
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["", /file is empty/],
    ["colour,size\nred,4\n", /fit none of the five kinds/],
    ['id,owner,stage\nD-1,"Ana,Won\n', /Row 2 opens a quotation mark/],
  ])("%j is kept as refused, with its sentence and without rows", async (text, sentence) => {
    const scope = await newOrganization();
    const bytes = new TextEncoder().encode(text);
    const answer = await stageImport(scope, { fileName: "../../etc/pass\u0000wd.csv", bytes }, clock.now);
    expect(answer).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) });
    expect(await getImport(scope, answer.id)).toMatchObject({
      status: "failed",
      rows: 0,
      fileName: "passwd.csv",
    });
    expect(await previewImport(scope, answer.id, clock.today)).toMatchObject({ ok: false });
  });

  it("of another organization is not there", async () => {
    const id = await staged(await newOrganization(), `${head}D-1,Ana,Won,2017-10-01,,2017-12-15,150\n`);
    const other = await newOrganization();
    expect(await previewImport(other, id, clock.today)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("no longer there"),
    });
    expect(await beginImport(other, id)).toMatchObject({ ok: false });
  });
});

async function somebody(organizationId: string): Promise<string> {
  const id = crypto.randomUUID();
  await test.client.person.create({ data: { organizationId, id, name: "Somebody", recordedAt: clock.now } });
  return id;
}

async function someFunnel(organizationId: string): Promise<string> {
  const id = crypto.randomUUID();
  await test.client.funnel.create({ data: { organizationId, id, name: "Other", slug: "other" } });
  return id;
}

async function sourceOf(scope: Scope): Promise<string> {
  const { organizationId } = scope;
  const id = crypto.randomUUID();
  await test.client.importSource.create({ data: { organizationId, id, name: "Own files" } });
  return id;
}
