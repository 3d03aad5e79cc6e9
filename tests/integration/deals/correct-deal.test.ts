import { describe, expect, it, vi } from "vitest";
import { findBrokenAuditEntry } from "@/lib/data/audit";
import { clearImportedHistory } from "@/lib/data/imported-history";
import { LOST } from "@/lib/forms/correct-deal";
import { dealView } from "@/lib/usecases/deal-view";
import { ensureDay } from "@/lib/usecases/ensure-day";
import { correcting } from "@/tests/integration/deals/correcting";
import { testDatabase } from "@/tests/support/database/test-database";
import { day, today } from "@/tests/support/factories/moments";
import { revalidated } from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/support/next-request")).nextCache);
vi.stubEnv("APP_TODAY", today);

const test = testDatabase();
const { here, signIn, recordOf, correct, stored } = correcting(test);
const scope = () => test.scopeFor(here());

const attained = async () => {
  const rows = await test.client.result.findMany({
    where: {
      organizationId: here().organizationId,
      personId: here().rep.personId,
      day: { gte: day("2026-10-01") },
    },
  });
  return rows.reduce((sum, row) => sum + Math.round(Number(row.amountMinor) * row.share), 0);
};

const passesOf = async (dealId: string) => {
  const rows = await test.client.stagePass.findMany({
    where: { organizationId: here().organizationId, dealId },
    include: { stage: true },
    orderBy: { stage: { position: "asc" } },
  });
  const text = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  return rows.map((row) => [
    row.stage.name,
    text(row.reachedOn),
    text(row.passedOn),
    row.passed,
    row.inferred,
  ]);
};

const outlook = () =>
  test.client.outlook.findFirstOrThrow({
    where: { organizationId: here().organizationId, personId: here().rep.personId },
  });
const targets = () =>
  test.client.dayTarget.findMany({ where: { organizationId: here().organizationId, day: day(today) } });

describe("A correction", () => {
  it("moves the ledger and the outlook, and leaves what was asked of the day as it was", async () => {
    await ensureDay(await scope(), today);
    const [asked, before] = [await targets(), await outlook()];
    expect(asked).toHaveLength(1);
    expect((before.plan as { ok: boolean }).ok).toBe(true);

    expect(await correct(here().open, { stageId: here().won, occurredOn: "2026-11-20" })).toMatchObject({
      status: "done",
      sentence: "Saved, and kept in its history.",
    });
    expect(await attained()).toBe(2_400_000);
    const after = await outlook();
    expect(after.dataVersion).toBe(before.dataVersion + 1);
    const closed = (row: typeof after) => (row.inputs as { closedMinor: number }).closedMinor;
    expect([closed(before), closed(after)]).toEqual([1_200_000, 2_400_000]);
    expect(after.plan).not.toEqual(before.plan);
    expect(await targets()).toEqual(asked);
    expect(revalidated).toContain("/today");
    expect(await findBrokenAuditEntry(await scope())).toBeNull();
  });

  it("counts a skipped stage as passed, and marks it inferred", async () => {
    await correct(here().open, { stageId: here().won, occurredOn: "2026-11-20" });
    expect(await passesOf(here().open)).toEqual([
      ["Meeting", "2026-10-05", "2026-11-20", true, false],
      ["Proposal", "2026-11-20", "2026-11-20", true, true],
      ["Won", "2026-11-20", null, false, false],
    ]);
    const { entries, results } = await recordOf(here().open);
    expect(entries.map(({ stageId, enteredOn, leftOn }) => [stageId, enteredOn, leftOn])).toEqual([
      [here().meeting, "2026-10-05", "2026-11-20"],
      [here().won, "2026-11-20", null],
    ]);
    expect(results).toMatchObject([
      { personId: here().rep.personId, day: "2026-11-20", kind: "booked", amountMinor: 1_200_000, share: 1 },
    ]);
  });

  it("keeps both clocks: the day given, and now, with what it was and is", async () => {
    await correct(here().open, { value: "15,000.50", occurredOn: "2026-11-03", reason: "New offer" });
    const [change] = await test.client.dealChange.findMany({
      where: { organizationId: here().organizationId, dealId: here().open },
    });
    expect(change).toMatchObject({
      field: "value",
      oldValue: "1200000",
      newValue: "1500050",
      occurredOn: day("2026-11-03"),
      membershipId: here().rep.membershipId,
      reason: "New offer",
    });
    expect(change?.recordedAt.toISOString()).toMatch(/^2026-11-22T10:/);
    const view = await dealView(await scope(), here().open, today);
    expect(view?.events[0]).toMatchObject({
      day: "2026-11-03",
      words: "Value: $15,000.50, before $12,000 (New offer)",
      by: "here rep",
    });
    expect(await attained()).toBe(1_200_000);
  });

  it("adjusts a won record by the difference and never rewrites the line that stands", async () => {
    await correct(here().wonDeal, { value: "10000" });
    const lines = async () =>
      (await recordOf(here().wonDeal)).results.map(({ day: on, kind, amountMinor }) => [
        on,
        kind,
        amountMinor,
      ]);
    expect(await lines()).toEqual([
      ["2026-11-10", "booked", 1_200_000],
      [today, "credit-note", -200_000],
    ]);
    await correct(here().wonDeal, { value: "13000", occurredOn: "2026-11-12" });
    expect(await lines()).toEqual([
      ["2026-11-10", "booked", 1_200_000],
      ["2026-11-12", "credit-note", 300_000],
      [today, "credit-note", -200_000],
    ]);
    expect(await attained()).toBe(1_300_000);
  });

  it("takes back by everybody's share what is no longer won, and its passage with it", async () => {
    const of = { organizationId: here().organizationId };
    const [own] = await test.client.result.findMany({ where: { ...of, dealId: here().wonDeal } });
    if (own === undefined) throw new Error("the win has no result");
    const key = { organizationId_id: { organizationId: here().organizationId, id: own.id } };
    await test.client.result.update({ where: key, data: { share: 0.7 } });
    const shared = { ...own, id: crypto.randomUUID(), personId: here().manager.personId, share: 0.3 };
    await test.client.result.create({ data: shared });

    await correct(here().wonDeal, { stageId: here().proposal });
    const { status, wonOn, results, entries } = await recordOf(here().wonDeal);
    expect([status, wonOn]).toEqual(["open", null]);
    const back = results.filter(({ kind }) => kind === "credit-note");
    expect(
      back.map(({ personId, amountMinor, share, day: on }) => [personId, amountMinor, share, on]).sort(),
    ).toEqual(
      [
        [here().rep.personId, -1_200_000, 0.7, today],
        [here().manager.personId, -1_200_000, 0.3, today],
      ].sort(),
    );
    expect(await attained()).toBe(0);
    expect(entries.map(({ stageId, leftOn }) => [stageId, leftOn])).toEqual([
      [here().meeting, "2026-10-20"],
      [here().proposal, null],
    ]);
    expect(await passesOf(here().wonDeal)).toEqual([
      ["Meeting", "2026-10-06", "2026-10-20", true, false],
      ["Proposal", "2026-10-20", null, false, false],
    ]);
  });

  it("moves a win to another day in the ledger, the visits and the passages", async () => {
    await correct(here().wonDeal, { closedOn: "2026-10-15" });
    const { results, wonOn } = await recordOf(here().wonDeal);
    expect(wonOn).toBe("2026-10-15");
    const sums = new Map<string, number>();
    for (const { day: on, amountMinor } of results) sums.set(on, (sums.get(on) ?? 0) + amountMinor);
    expect(Object.fromEntries(sums)).toEqual({ "2026-10-15": 1_200_000, "2026-11-10": 0 });
    // A proposal dated after the win had been reached by then.
    expect(await passesOf(here().wonDeal)).toEqual([
      ["Meeting", "2026-10-06", "2026-10-15", true, false],
      ["Proposal", "2026-10-15", "2026-10-15", true, false],
      ["Won", "2026-10-15", null, false, false],
    ]);
  });

  it("loses a record at the stage it stood in, and takes the loss back", async () => {
    await correct(here().open, { stageId: LOST, occurredOn: "2026-11-18" });
    expect(await recordOf(here().open)).toMatchObject({
      status: "lost",
      lostOn: "2026-11-18",
      stageId: here().meeting,
    });
    const pass = { organizationId: here().organizationId, dealId: here().open };
    expect(await test.client.stagePass.findMany({ where: pass })).toMatchObject([
      { lostOn: day("2026-11-18") },
    ]);
    await correct(here().open, { stageId: here().meeting });
    expect(await recordOf(here().open)).toMatchObject({ status: "open", lostOn: null });
    expect(await test.client.stagePass.findMany({ where: pass })).toMatchObject([
      { lostOn: null, passed: false, reachedOn: day("2026-10-05") },
    ]);
  });

  it("gives a record to somebody else and leaves what was done with whoever did it", async () => {
    await signIn("manager");
    await correct(here().wonDeal, { personId: here().coach.personId });
    const { personId, results, entries } = await recordOf(here().wonDeal);
    expect(personId).toBe(here().coach.personId);
    expect(results.map((result) => result.personId)).toEqual([here().rep.personId]);
    expect(new Set(entries.map((entry) => entry.personId))).toEqual(new Set([here().rep.personId]));
  });

  it("gives way, with all it added to the ledger, to a new file of the record's source", async () => {
    const { organizationId } = here();
    const source = { organizationId, id: crypto.randomUUID(), name: "CRM" };
    await test.client.importSource.create({ data: source });
    const imported = { data: { importSourceId: source.id } };
    await test.client.deal.updateMany({ where: { organizationId, id: here().wonDeal }, ...imported });
    await test.client.result.updateMany({ where: { organizationId, dealId: here().wonDeal }, ...imported });
    await correct(here().wonDeal, { value: "10000" });
    expect((await recordOf(here().wonDeal)).results).toHaveLength(2);
    await clearImportedHistory(await scope(), source.id, [here().wonDeal]);
    expect((await recordOf(here().wonDeal)).results).toEqual([]);
  });

  it("raises nothing when nothing is different", async () => {
    const before = await stored(here().open);
    expect(await correct(here().open, {})).toMatchObject({
      status: "done",
      sentence: "Nothing was different.",
    });
    expect(await stored(here().open)).toEqual({ ...before, audit: before.audit + 1 });
  });
});
