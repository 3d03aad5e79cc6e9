import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { passesOfDeal } from "@/lib/ingest/deal-passes";
import { draftDeals } from "@/lib/ingest/draft-deals";
import { countValues } from "@/lib/ingest/names";
import { type FileTable, readTable } from "@/lib/ingest/read-table";
import { spellingVariants } from "@/lib/ingest/spelling-variants";
import { funnelFromStages, stagesInFile } from "@/lib/ingest/suggest-stages";
import { describeWithData } from "@/tests/support/data-folder";
import { acceptedMapping, contextOf, suggestionFor } from "./text-file";

function crmTable(folder: string): FileTable {
  const bytes = readFileSync(path.join(folder, "crm_sales_pipeline.csv"));
  const read = readTable(bytes, bytes.length);
  if (!read.ok) throw new Error(read.sentence);
  return read.table;
}

describeWithData("crm", "the public CRM table", (folder) => {
  const table = crmTable(folder);
  const column = (heading: string) => {
    const index = table.headings.indexOf(heading);
    return table.rows.map(({ cells }) => cells[index] ?? "");
  };

  it("has 8,800 rows, 30 people and no open question about its columns", () => {
    expect(table.rows).toHaveLength(8800);
    expect(countValues(column("sales_agent"))).toHaveLength(30);
    const suggestion = suggestionFor(table);
    expect(suggestion).toMatchObject({
      kind: "deals",
      source: "opportunity-table",
      dateOrder: "iso",
      decimal: "point",
    });
    expect(suggestion.columns.map(({ field, recognised }) => [field, recognised])).toEqual([
      ["externalId", "heading"],
      ["owner", "heading"],
      ["product", "heading"],
      ["account", "heading"],
      ["stage", "heading"],
      ["entered:Engaging", "values"],
      ["closeOn", "heading"],
      ["value", "heading"],
    ]);
  });

  it("offers GTX Pro for GTXPro and nothing else", () => {
    expect(spellingVariants(countValues(column("product")), [])).toEqual([
      { key: "gtxpro", keep: "GTX Pro", spellings: [{ value: "GTXPro", count: 1480 }], why: "words" },
    ]);
  });

  it("offers the funnel Prospecting, Engaging, Won and says which step it cannot tell", () => {
    const funnel = funnelFromStages(stagesInFile(table, suggestionFor(table).columns));
    expect(funnel.map(({ name }) => name)).toEqual(["Prospecting", "Engaging", "Won"]);
    const { drafts, rejections, flags, steps } = draftDeals(
      table,
      acceptedMapping(table),
      funnel,
      contextOf(),
    );
    expect(rejections).toEqual([]);
    expect(drafts).toHaveLength(8800);
    const count = (status: string) => drafts.filter(({ outcome }) => outcome.status === status).length;
    expect({ won: count("won"), lost: count("lost"), open: count("open") }).toEqual({
      won: 4238,
      lost: 2473,
      open: 2089,
    });
    expect(steps.steps).toEqual([
      { from: "prospecting", to: "engaging", known: false },
      { from: "engaging", to: "won", known: true },
    ]);
    expect(flags.map(({ flag, rows }) => [flag, rows.length])).toEqual([["no-day", 500]]);
    const wonMinor = drafts.reduce(
      (sum, { outcome, valueMinor }) => sum + (outcome.status === "won" ? (valueMinor ?? 0) : 0),
      0,
    );
    expect(wonMinor).toBe(1_000_553_400);

    // Engaging → Won is the only step that is counted: 8,300 entered, 4,238 passed, 2,473 lost there.
    const passes = drafts.flatMap((draft) => passesOfDeal(draft, funnel, steps));
    const engaging = passes.filter(({ stage }) => stage === "engaging");
    expect(passes.filter(({ stage }) => stage === "prospecting")).toEqual([]);
    expect(engaging).toHaveLength(8300);
    expect(engaging.filter(({ passed }) => passed)).toHaveLength(4238);
    expect(engaging.filter(({ lostOn }) => lostOn !== null)).toHaveLength(2473);
    expect(engaging.filter(({ inferred }) => inferred)).toEqual([]);
  });

  it("charges no loss to a step when the funnel has one the file cannot tell", () => {
    const funnel = funnelFromStages([
      ...stagesInFile(table, suggestionFor(table).columns),
      { value: "Proposal", count: 0 },
    ]);
    const { drafts, steps } = draftDeals(table, acceptedMapping(table), funnel, contextOf());
    expect(funnel.map(({ name }) => name)).toEqual(["Prospecting", "Engaging", "Proposal", "Won"]);
    expect(steps.steps.every(({ known }) => !known)).toBe(true);
    const lost = drafts.filter(({ outcome }) => outcome.status === "lost");
    expect(lost).toHaveLength(2473);
    expect(lost.every(({ outcome }) => outcome.status === "lost" && outcome.at === null)).toBe(true);
    expect(lost.flatMap((draft) => passesOfDeal(draft, funnel, steps))).toEqual([]);
  });
});
