import { describe, expect, it } from "vitest";
import { draftActivities, draftCounts } from "@/lib/ingest/draft-activities";
import { draftPeople } from "@/lib/ingest/draft-people";
import { draftStageEntries } from "@/lib/ingest/draft-stage-entries";
import { acceptedMapping, contextOf, tableOf } from "./text-file";

const typeOf = (word: string) => ({ call: "call", conversation: "conversation" })[word.toLowerCase()] ?? null;

describe("people with quotas", () => {
  function people(text: string) {
    const table = tableOf(text);
    return draftPeople(table, acceptedMapping(table), contextOf(), 1);
  }

  it("gives each quota its period and exact minor units; counts stay counts", () => {
    const { drafts, rejections } = people(
      "name,email,team,period,measure,quota\nMaya Chen,MAYA@example.com,Mid-market,2026-Q4,money,300000\nTom,,,2026-11,stage:held,40\nIda,,,,,\n",
    );
    expect(rejections).toEqual([]);
    expect(
      drafts.map(({ name, email, quota }) => ({
        name,
        email,
        amount: quota?.amount,
        kind: quota?.period.kind,
      })),
    ).toEqual([
      { name: "Maya Chen", email: "maya@example.com", amount: 30_000_000, kind: "quarter" },
      { name: "Tom", email: null, amount: 40, kind: "month" },
      { name: "Ida", email: null, amount: undefined, kind: undefined },
    ]);
  });

  it("rejects a quota without or with an unreadable period, below zero, or told twice", () => {
    const { rejections } = people(
      "name,period,quota\nA,,5\nB,sometime,5\nC,2026-Q4,-5\nD,2026-Q4,5\nd,2026-Q4,6\nE,2026-Q4,0\n",
    );
    expect(rejections.map(({ row, repair }) => [row, repair])).toEqual([
      [2, "missing-period"],
      [3, "bad-period"],
      [4, "negative-amount"],
      [6, "repeated-id"],
    ]);
  });
});

describe("activities and counts", () => {
  it("name a row without an id by its content, so that the same file gives the same ids", () => {
    const table = tableOf(
      "date,person,type,outcome,seconds\n2026-11-23,Ana,Call,connected,1:35\n2026-11-23,Ana,Call,connected,1:35\n",
    );
    const mapping = acceptedMapping(table);
    const once = draftActivities(table, mapping, contextOf(), typeOf).drafts;
    const twice = draftActivities(table, mapping, contextOf(), typeOf).drafts;
    expect(once).toEqual(twice);
    expect(new Set(once.map(({ externalId }) => externalId)).size).toBe(2);
    expect(once[0]).toMatchObject({
      day: "2026-11-23",
      type: "call",
      quantity: 1,
      seconds: 95,
      outcome: "connected",
    });
  });

  it("reject unknown types, days to come and odd counts", () => {
    const table = tableOf(
      "date,person,type,count\n2026-11-23,Ana,Fax,1\n2026-11-25,Ana,Call,1\n2026-11-23,Ana,Call,1.5\n2026-11-23,Ana,Call,3\n,Ana,Call,1\n2026-11-23,Ana,Call,3\n",
    );
    const { drafts, rejections } = draftCounts(table, acceptedMapping(table), contextOf(), typeOf);
    expect(drafts.map(({ row, quantity }) => [row, quantity])).toEqual([[5, 3]]);
    expect(rejections.map(({ row, repair }) => [row, repair])).toEqual([
      [2, "unknown-type"],
      [3, "future-day"],
      [4, "bad-count"],
      [6, "missing-day"],
      [7, "repeated-id"],
    ]);
  });

  it("leave out what is planned and not done", () => {
    const table = tableOf(
      "Activity - Type,Activity - Done,Activity - Marked as done time,Activity - Assigned to user\nCall,Done,2026-11-20 10:00,Ana\nCall,To do,,Ana\n",
    );
    const { drafts, leftOut } = draftActivities(table, acceptedMapping(table), contextOf(), typeOf);
    expect({ drafts: drafts.length, leftOut }).toEqual({ drafts: 1, leftOut: 1 });
  });
});

describe("stage entries", () => {
  it("leave out rows in which the stage did not change, and keep losses apart", () => {
    const funnel = [
      { key: "p", name: "Proposal", category: "working" as const },
      { key: "w", name: "Closed Won", category: "won" as const },
    ];
    const table = tableOf(
      "Opportunity ID,From Stage,To Stage,Last Modified\n1,Demo,Proposal,11/02/2026\n1,Proposal,proposal,11/13/2026\n1,Proposal,Closed Lost,11/20/2026\n",
    );
    const mapping = acceptedMapping(table, { stages: [{ value: "Closed Lost", becomes: "lost" }] });
    const { drafts, leftOut } = draftStageEntries(table, mapping, funnel, contextOf());
    expect(leftOut).toBe(1);
    expect(drafts).toMatchObject([
      { record: "1", stage: "p", day: "2026-11-02", person: null },
      { record: "1", stage: "lost", day: "2026-11-20" },
    ]);
  });
});
