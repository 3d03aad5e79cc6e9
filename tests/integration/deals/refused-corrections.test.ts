import { describe, expect, it, vi } from "vitest";
import { LOST } from "@/lib/forms/correct-deal";
import { dealView } from "@/lib/usecases/deal-view";
import { correcting } from "@/tests/integration/deals/correcting";
import { testDatabase } from "@/tests/support/database/test-database";
import { today } from "@/tests/support/factories/moments";
import { insertSalesTeam } from "@/tests/support/factories/sales-team";
import { revalidated } from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/support/next-request")).nextCache);
vi.stubEnv("APP_TODAY", today);

const test = testDatabase();
const { here, signIn, recordOf, correct, stored } = correcting(test);

describe("A second editor", () => {
  it("is told what changed, keeps what was typed, and may save again", async () => {
    const { version } = await recordOf(here().open);
    await signIn("manager");
    await correct(here().open, { value: "9000" });
    await signIn("rep");
    const before = await stored(here().open);
    const state = await correct(here().open, { version: String(version), name: "Harbour office, floor 2" });
    expect(state).toMatchObject({
      status: "refused",
      sentence: expect.stringContaining(
        "here manager changed this record while you had it open. Value: $9,000, before $12,000.",
      ),
      typed: { name: "Harbour office, floor 2" },
      fields: { version: expect.any(String) },
    });
    expect(await stored(here().open)).toEqual(before);
    expect(revalidated).toContain(`/deals/${here().open}`);
    expect(await correct(here().open, { name: "Harbour office, floor 2" })).toMatchObject({ status: "done" });
  });
});

describe("What is refused leaves everything as it was", () => {
  it.each([
    ["a negative amount", { value: "-5" }, "value", "never below zero"],
    ["an absurd amount", { value: "99999999999999999" }, "value", "too large"],
    ["an amount that is none", { value: "a lot" }, "value", "Please write an amount"],
    ["an amount of two meanings", { value: "52.000" }, "value", "read in two ways"],
    ["no name", { name: " " }, "name", "Please write a name"],
    ["a day that does not exist", { createdOn: "2026-02-30" }, "createdOn", "day of the calendar"],
    ["a creation that has not come", { createdOn: "2026-11-23" }, "createdOn", "not created after today"],
    ["a creation after a visit", { createdOn: "2026-10-25" }, "createdOn", "had been created by then"],
    ["a close before the creation", { closedOn: "2026-10-01" }, "closedOn", "cannot have been won before"],
    ["a close that has not come", { closedOn: "2026-12-01" }, "closedOn", "has not come yet"],
    ["a win without its day", { closedOn: "" }, "closedOn", "the day it was won"],
    [
      "a day before the record",
      { stageId: LOST, occurredOn: "2026-10-01" },
      "occurredOn",
      "cannot have been lost before",
    ],
    ["a stage of nobody", { stageId: crypto.randomUUID() }, "stageId", "choose a stage"],
    ["a stage that is no id", { stageId: "proposal" }, "stageId", "choose a stage"],
    ["a colleague, by a rep", { personId: crypto.randomUUID() }, "personId", "Only a manager"],
  ])("%s", async (_what, typed, field, sentence) => {
    const before = await stored(here().wonDeal);
    const state = await correct(here().wonDeal, typed);
    expect(state).toMatchObject({
      status: "refused",
      fields: { [field]: expect.stringContaining(sentence) },
    });
    expect(state).toMatchObject({ typed });
    expect(await stored(here().wonDeal)).toEqual(before);
  });

  it("another's record, by a rep", async () => {
    const before = await stored(here().others);
    expect(await correct(here().others, { name: "Mine now" })).toMatchObject({
      status: "refused",
      sentence: "This record is not among those you may correct. Nothing was changed.",
    });
    expect(await stored(here().others)).toEqual(before);
  });

  it("any record, by a coach", async () => {
    await signIn("coach");
    expect(await correct(here().open, { name: "Coached" })).toMatchObject({ status: "refused" });
    expect((await recordOf(here().open)).name).toBe("Harbour office");
  });

  it("a record of another organization, by its admin", async () => {
    const there = await insertSalesTeam(test.client, "there");
    await signIn("admin", there);
    const before = await stored(here().open);
    expect(await correct(here().open, { name: "Taken" })).toMatchObject({ status: "refused" });
    expect(await stored(here().open)).toEqual(before);
    expect(await dealView(await test.scopeFor(there), here().open, today)).toBeNull();
  });
});
