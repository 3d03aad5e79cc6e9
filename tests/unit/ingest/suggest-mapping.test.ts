import { describe, expect, it } from "vitest";
import { fieldOfHeading } from "@/lib/ingest/field-of-heading";
import { importKinds } from "@/lib/ingest/fields";
import { normaliseHeading } from "@/lib/ingest/headings";
import { missingFields, suggestMapping } from "@/lib/ingest/suggest-mapping";
import { funnelFromStages, stagesInFile, suggestStages } from "@/lib/ingest/suggest-stages";
import { templateCsv } from "@/lib/ingest/templates";
import { suggestionFor, tableOf } from "./text-file";

function fieldsOf(text: string) {
  return Object.fromEntries(
    suggestionFor(tableOf(text)).columns.map(({ heading, field }) => [heading, field]),
  );
}

describe("headings of known products", () => {
  it("recognises HubSpot deals with their stage history", () => {
    const text =
      'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Close Date,Create Date,Deal owner,Is Closed Won,"Date entered ""Contract sent (New business)"""\n' +
      "8841,Hallam,Contract sent,New business,52000,USD,,2026-09-28 14:02,Maya Chen,false,2026-11-15 16:40\n";
    expect(suggestionFor(tableOf(text))).toMatchObject({
      kind: "deals",
      source: "hubspot",
      label: "HubSpot, deals",
    });
    expect(fieldsOf(text)).toEqual({
      "Record ID": "externalId",
      "Deal Name": "name",
      "Deal Stage": "stage",
      Pipeline: "funnel",
      Amount: "value",
      Currency: "currency",
      "Close Date": "closeOn",
      "Create Date": "createdOn",
      "Deal owner": "owner",
      "Is Closed Won": "won",
      'Date entered "Contract sent (New business)"': "entered:Contract sent",
    });
  });

  it.each([
    [
      "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Owner,Deal - Deal created,Deal - Won time,Deal - Lost time",
      "pipedrive",
      "deals",
    ],
    [
      "Activity - Type,Activity - Due date,Activity - Done,Activity - Marked as done time,Activity - Assigned to user",
      "pipedrive",
      "activities",
    ],
    [
      "Opportunity Name,Opportunity ID,Opportunity Owner,Stage,Amount,Close Date,Created Date,Probability (%)",
      "salesforce",
      "deals",
    ],
    ["Opportunity ID,From Stage,To Stage,Last Modified", "salesforce", "stage-entries"],
    ["Subject,Type,Date,Assigned,Call Duration", "salesforce", "activities"],
    ["QuotaOwnerId,StartDate,QuotaAmount", "salesforce", "people"],
    ["id,candidate,jobOrder,status,dateAdded,sendingUser", "bullhorn", "deals"],
    ["jobSubmission,status,dateAdded,modifyingUser", "bullhorn", "stage-entries"],
    ["action,commentingPerson,dateAdded", "bullhorn", "activities"],
    ["application_id,stage,applied_at,rejected_at,status,recruiter_name", "greenhouse", "deals"],
    ["Activity Type,Activity date,Activity assigned to,Call outcome,Call duration", "hubspot", "activities"],
    [
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
      "opportunity-table",
      "deals",
    ],
  ])("%s is %s, %s", (headings, source, kind) => {
    const cells = headings
      .split(",")
      .map(() => "x")
      .join(",");
    const suggestion = suggestionFor(tableOf(`${headings}\n${cells}\n`));
    expect({ source: suggestion.source, kind: suggestion.kind }).toEqual({ source, kind });
    expect(missingFields(suggestion.kind, suggestion.columns)).toEqual([]);
  });

  it.each(importKinds)("reads our own template of %s without a question", (kind) => {
    const suggestion = suggestionFor(tableOf(templateCsv(kind)));
    expect(suggestion.kind).toBe(kind);
    expect(suggestion.columns.filter(({ recognised }) => recognised === "answer")).toEqual([]);
    expect(missingFields(kind, suggestion.columns)).toEqual([]);
  });

  it("does not count case, spaces, underscores, hyphens and the byte order mark", () => {
    for (const heading of ["Deal - Won time", "deal_won_time", "\ufeffDEAL  WON-TIME", "Deal – Won time:"]) {
      expect(normaliseHeading(heading)).toBe("deal won time");
    }
  });

  it("never takes the account owner for the person", () => {
    expect(fieldsOf("Opportunity ID,Account Owner,Stage,Opportunity Owner\n1,Ana,Won,Bo\n")).toMatchObject({
      "Account Owner": null,
      "Opportunity Owner": "owner",
    });
    const known = { people: ["Ana"] };
    const suggestion = suggestionFor(
      tableOf("Opportunity ID,Account Owner (old),Stage\n1,Ana,Won\n2,Ana,Won\n"),
      known,
    );
    expect(suggestion.columns[1]?.field).toBeNull();
  });

  it("is not misled by headings that are names of object properties", () => {
    for (const heading of ["__proto__", "constructor", "hasOwnProperty", "toString"]) {
      for (const kind of importKinds) expect(fieldOfHeading(heading, kind, null)).toBeNull();
    }
  });
});

describe("columns without a known heading", () => {
  it("are recognised by their values: people, stages, and days that belong to a stage", () => {
    const table = tableOf(
      "id,who,where stands,engage_date\n1,ana CHEN,Engaging,2026-01-02\n2,Bo Ek,Won,2026-01-03\n",
    );
    const { columns } = suggestionFor(table, { people: ["Ana Chen", "Bo Ek"], stages: ["Engaging", "Won"] });
    expect(columns.map(({ field, recognised }) => [field, recognised])).toEqual([
      ["externalId", "heading"],
      ["owner", "values"],
      ["stage", "values"],
      ["entered:Engaging", "values"],
    ]);
  });

  it("wait for an answer otherwise and are left out until then", () => {
    const { columns } = suggestionFor(tableOf("id,owner,stage,shoe size\n1,Ana,Won,42\n"));
    expect(columns[3]).toMatchObject({ field: null, recognised: "answer" });
  });

  it("ask what a close date means when open records have one too", () => {
    const { columns } = suggestionFor(
      tableOf(
        "id,owner,stage,close date\n1,Ana,Won,2026-01-02\n2,Bo,Proposal,2026-12-18\n3,Cy,Demo,2026-12-19\n",
      ),
    );
    expect(columns[3]).toMatchObject({ field: "closeOn", recognised: "answer" });
    expect(columns[3]?.question?.sentence).toBe(
      "1 closed deal has this date, and so have 2 open ones. Is it the day a deal was closed, or the day someone hopes for?",
    );
  });

  it("give the second of two equal headings no field of its own", () => {
    const { columns } = suggestionFor(tableOf("id,owner,stage,owner\n1,Ana,Won,Bo\n"));
    expect(columns.map(({ field }) => field)).toEqual(["externalId", "owner", "stage", null]);
  });
});

describe("files that fit nothing", () => {
  it("are refused with the columns that were found", () => {
    const suggested = suggestMapping(tableOf("colour,size\nred,4\n"), {
      people: [],
      stages: [],
      currency: "USD",
    });
    expect(suggested).toMatchObject({ ok: false });
    expect((suggested as { sentence: string }).sentence).toMatch(
      /^The columns \(colour, size\) fit none of the five kinds/,
    );
  });

  it("are refused with what is lacking when the kind was named", () => {
    const suggested = suggestMapping(
      tableOf("colour,size\nred,4\n"),
      { people: [], stages: [], currency: "USD" },
      "counts",
    );
    expect((suggested as { sentence: string }).sentence).toMatch(
      /None of the columns a file of counts needs/,
    );
  });
});

describe("stages of the file", () => {
  const funnel = [
    { key: "s1", name: "Meeting set", category: "working" as const },
    { key: "s2", name: "Proposal", category: "working" as const },
    { key: "s3", name: "Won", category: "won" as const },
  ];

  it("become the funnel's by name, won and lost by the word, and are asked otherwise", () => {
    const values = ["meeting-set", "Closed won", "Closed lost", "Presentation scheduled"].map((value) => ({
      value,
      count: 1,
    }));
    expect(suggestStages(values, funnel).map(({ becomes }) => becomes)).toEqual([
      { stage: "s1" },
      { stage: "s3" },
      "lost",
      null,
    ]);
  });

  it("keep the answer of the last file of this source while the stage exists", () => {
    const values = [{ value: "Presentation scheduled", count: 1 }];
    const answered = (stage: string) => [{ value: "presentation scheduled", becomes: { stage } }];
    expect(suggestStages(values, funnel, answered("s2"))[0]?.becomes).toEqual({ stage: "s2" });
    expect(suggestStages(values, funnel, answered("gone"))[0]?.becomes).toBeNull();
  });

  it("make a funnel in the usual order of such words, won last and lost no step", () => {
    const values = [
      "Closed Won",
      "Negotiation",
      "Closed Lost",
      "Discovery",
      "Proposal",
      "Prospecting",
      "Odd one",
    ];
    const made = funnelFromStages(values.map((value) => ({ value, count: 1 })));
    expect(made.map(({ name }) => name)).toEqual([
      "Prospecting",
      "Discovery",
      "Proposal",
      "Negotiation",
      "Odd one",
      "Closed Won",
    ]);
    expect(made.at(-1)).toEqual({ key: "closed-won", name: "Closed Won", category: "won" });
  });

  it("include those that only an entered column names", () => {
    const table = tableOf("id,owner,stage,entered Proposal\n1,Ana,Won,2026-01-02\n");
    expect(stagesInFile(table, suggestionFor(table).columns)).toEqual([
      { value: "Won", count: 1 },
      { value: "Proposal", count: 0 },
    ]);
  });
});
