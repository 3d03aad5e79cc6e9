import { describe, expect, it } from "vitest";
import { passesOfDeal } from "@/lib/ingest/deal-passes";
import { draftDeals } from "@/lib/ingest/draft-deals";
import type { FunnelStage } from "@/lib/ingest/mapping";
import { rejectedCsv } from "@/lib/ingest/rejected-csv";
import { groupByRepair, rejectionSentence } from "@/lib/ingest/rejection";
import { acceptedMapping, contextOf, tableOf } from "./text-file";

const set: FunnelStage = { key: "set", name: "Meeting set", category: "working" };
const held: FunnelStage = { key: "held", name: "Meeting held", category: "working" };
const proposal: FunnelStage = { key: "proposal", name: "Proposal", category: "working" };
const won: FunnelStage = { key: "won", name: "Won", category: "won" };
const funnel = [set, held, proposal, won];

function draftsOf(text: string, stages = funnel, context = contextOf()) {
  const table = tableOf(text);
  const mapping = acceptedMapping(table);
  return { table, mapping, ...draftDeals(table, mapping, stages, context) };
}

const history = "id,owner,stage,value,close date,entered Meeting set,entered Meeting held,entered Proposal\n";

describe("a file with stage history", () => {
  it("gives entries that end where the next begins, and passes from them", () => {
    const { drafts, steps } = draftsOf(
      `${history}D-1,Ana,Won,100,2026-04-01,2026-01-05,2026-01-12,2026-02-02\n`,
    );
    const [draft] = drafts;
    expect(draft?.entries).toEqual([
      { stage: "set", enteredOn: "2026-01-05", leftOn: "2026-01-12" },
      { stage: "held", enteredOn: "2026-01-12", leftOn: "2026-02-02" },
      { stage: "proposal", enteredOn: "2026-02-02", leftOn: "2026-04-01" },
      { stage: "won", enteredOn: "2026-04-01", leftOn: null },
    ]);
    expect(draft?.outcome).toEqual({ status: "won", on: "2026-04-01" });
    expect(draft?.valueMinor).toBe(10_000);
    if (!draft) throw new Error("no draft");
    expect(passesOfDeal(draft, funnel, steps).map(({ stage, passed }) => [stage, passed])).toEqual([
      ["set", true],
      ["held", true],
      ["proposal", true],
      ["won", false],
    ]);
  });

  it("counts a skipped stage as passed, without a day of its own", () => {
    const { drafts, steps } = draftsOf(`${history}D-1,Ana,Proposal,,,2026-01-05,,2026-02-02\n`);
    const passes = drafts[0] ? passesOfDeal(drafts[0], funnel, steps) : [];
    expect(passes).toEqual([
      {
        stage: "set",
        reachedOn: "2026-01-05",
        passedOn: "2026-02-02",
        lostOn: null,
        passed: true,
        inferred: false,
      },
      {
        stage: "held",
        reachedOn: "2026-02-02",
        passedOn: "2026-02-02",
        lostOn: null,
        passed: true,
        inferred: true,
      },
      {
        stage: "proposal",
        reachedOn: "2026-02-02",
        passedOn: null,
        lostOn: null,
        passed: false,
        inferred: false,
      },
    ]);
  });

  it("charges a loss to the stage it was lost in", () => {
    const { drafts, steps } = draftsOf(`${history}D-1,Ana,Lost,,2026-03-01,2026-01-05,2026-01-12,\n`);
    expect(drafts[0]?.outcome).toEqual({ status: "lost", on: "2026-03-01", at: "held" });
    const passes = drafts[0] ? passesOfDeal(drafts[0], funnel, steps) : [];
    expect(passes.map(({ stage, passed, lostOn }) => [stage, passed, lostOn])).toEqual([
      ["set", true, null],
      ["held", false, "2026-03-01"],
    ]);
  });

  it("lets the earlier day count where a stage is dated after a later one, and says so", () => {
    const { drafts, flags } = draftsOf(`${history}D-1,Ana,Proposal,,,2026-03-05,2026-01-12,2026-02-02\n`);
    expect(drafts[0]?.entries.map(({ enteredOn }) => enteredOn)).toEqual([
      "2026-01-12",
      "2026-01-12",
      "2026-02-02",
    ]);
    expect(flags).toEqual([{ flag: "day-order", rows: [2] }]);
  });
});

describe("a file without stage history", () => {
  const plain = "id,owner,stage,created,close date,value\n";

  it("loses a record at an unknown stage when later stages could have existed", () => {
    const { drafts, steps } = draftsOf(`${plain}D-1,Ana,Lost,2026-01-05,2026-03-01,0\n`);
    expect(drafts[0]?.outcome).toEqual({ status: "lost", on: "2026-03-01", at: null });
    expect(drafts[0] && passesOfDeal(drafts[0], funnel, steps)).toEqual([]);
    expect(steps.steps).toEqual([
      { from: "set", to: "held", known: false },
      { from: "held", to: "proposal", known: false },
      { from: "proposal", to: "won", known: false },
    ]);
  });

  it("loses it at its stage when no later one could have existed", () => {
    const { drafts, steps } = draftsOf(`${plain}D-1,Ana,Lost,2026-01-05,2026-03-01,0\n`, [set, won]);
    expect(drafts[0]?.outcome).toEqual({ status: "lost", on: "2026-03-01", at: "set" });
    expect(steps.steps).toEqual([{ from: "set", to: "won", known: true }]);
  });

  it("keeps the stage a lost record still names beside its status", () => {
    const { drafts } = draftsOf(
      "id,owner,stage,status,created,lost date\nD-1,Ana,Proposal,lost,2026-01-05,2026-03-01\n",
    );
    expect(drafts[0]?.outcome).toEqual({ status: "lost", on: "2026-03-01", at: "proposal" });
    expect(drafts[0]?.stage).toBe("proposal");
  });

  it("keeps a record without any day under the newest day of the file, and says so", () => {
    const { drafts, flags } = draftsOf(
      `${plain}D-1,Ana,Meeting set,,,\nD-2,Bo,Won,2026-01-05,2026-03-01,5\nD-3,Bo,Proposal,2026-02-01,2026-12-18,5\n`,
    );
    expect(drafts[0]).toMatchObject({
      createdOn: "2026-03-01",
      stage: "set",
      entries: [],
      outcome: { status: "open" },
    });
    expect(drafts[2]).toMatchObject({ expectedCloseOn: "2026-12-18", outcome: { status: "open" } });
    expect(flags).toEqual([{ flag: "no-day", rows: [2] }]);
  });
});

describe("rows that cannot be taken", () => {
  const head = "id,owner,stage,value,close date\n";

  it.each([
    ["D-2,,Won,5,2026-01-02", "missing-person"],
    ["D-2,Nobody,Won,5,2026-01-02", "unknown-person"],
    [",Ana,Won,5,2026-01-02", "missing-id"],
    ["D-1,Ana,Won,5,2026-01-02", "repeated-id"],
    ["D-2,Ana,,5,2026-01-02", "missing-stage"],
    ["D-2,Ana,Limbo,5,2026-01-02", "unknown-stage"],
    ["D-2,Ana,Won,-5,2026-01-02", "negative-amount"],
    ["D-2,Ana,Won,five,2026-01-02", "bad-amount"],
    ["D-2,Ana,Won,99999999999999999999,2026-01-02", "absurd-amount"],
    ["D-2,Ana,Won,5,31/31/2026", "bad-day"],
    ["D-2,Ana,Won,5,2026-11-25", "future-day"],
    ["D-2,Ana,Won,5,", "missing-day"],
    ["D-2,Ana,Won,5,2026-01-02,extra", "too-many-cells"],
  ])("%s: %s, and the others go on", (line, repair) => {
    const person = (name: string) => (name === "Nobody" ? null : name);
    const { drafts, rejections } = draftsOf(
      `${head}D-1,Ana,Won,5,2026-01-02\n${line}\nD-3,Ana,Won,5,2026-01-02\n`,
      funnel,
      contextOf({ person }),
    );
    expect(rejections.map(({ row, repair: mend }) => [row, mend])).toEqual([[3, repair]]);
    expect(drafts.map(({ externalId }) => externalId)).toEqual(["D-1", "D-3"]);
  });

  it("are grouped by what would mend them, with their rows and examples", () => {
    const { rejections } = draftsOf(
      `${head}D-1,Ana,Won,x,2026-01-02\nD-2,Ana,Limbo,5,\nD-3,Ana,Won,y,2026-01-02\n`,
    );
    expect(groupByRepair(rejections)).toEqual([
      {
        repair: "bad-amount",
        sentence: "2 rows with an amount that is not a number. Write it as 300000 or 300,000.00.",
        rows: [2, 4],
        examples: ["x", "y"],
      },
      {
        repair: "unknown-stage",
        sentence: "1 row with a stage that has no answer yet. Say which step it is.",
        rows: [3],
        examples: ["Limbo"],
      },
    ]);
  });

  it("come back as a file to mend that reads again, formulas escaped", () => {
    const { table, rejections } = draftsOf(`${head}=1+1,Ana,Limbo,5,2026-01-02\nD-2,Ana,Won,5,2026-01-02\n`);
    const [cells, sentence] = [table.rows[0]?.cells ?? [], rejections.map(rejectionSentence)[0] ?? ""];
    const csv = rejectedCsv(table.headings, [{ row: 2, cells, sentence }]);
    expect(sentence).toBe("stage: “Limbo”. Kept back: a stage that has no answer yet. Say which step it is.");
    expect(csv).toContain("'=1+1,Ana,Limbo,5,2026-01-02,2,");
    const again = tableOf(csv.replace("Limbo", "Won"));
    expect(draftDeals(again, acceptedMapping(again), funnel, contextOf()).drafts).toHaveLength(1);
  });
});

describe("money", () => {
  const head = "id,owner,stage,value,currency,close date\n";

  it("in another currency is converted at the rate of its day, or kept back", () => {
    const rateOn = (currency: string, day: string) =>
      currency === "JPY" && day === "2026-01-02" ? 0.0065 : null;
    const { drafts, rejections, flags } = draftsOf(
      `${head}D-1,Ana,Won,1000000,JPY,2026-01-02\nD-2,Ana,Won,5,GBP,2026-01-02\nD-3,Ana,Won,5,POUNDS,2026-01-02\n`,
      funnel,
      contextOf({ rateOn }),
    );
    // 1,000,000 yen × 0.0065 = 6,500.00 dollars
    expect(drafts.map(({ valueMinor }) => valueMinor)).toEqual([650_000]);
    expect(rejections.map(({ repair }) => repair)).toEqual(["other-currency", "bad-currency"]);
    expect(flags).toEqual([{ flag: "converted", rows: [2] }]);
  });

  it("in German files is read with its comma", () => {
    const { drafts } = draftsOf("id;owner;stage;value;close date\nD-1;Ana;Won;1.234,56;24.11.2026\n");
    expect(drafts[0]).toMatchObject({ valueMinor: 123_456, outcome: { on: "2026-11-24" } });
  });
});
