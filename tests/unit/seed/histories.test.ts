import { describe, expect, it, vi } from "vitest";
import { dayNumber } from "@/lib/engine/days";
import { weekdayOf } from "@/prisma/seed/day-arithmetic";
import type { CompanyRows } from "@/prisma/seed/rows";
import { sampleCompanies } from "@/prisma/seed/sample-companies";
import { companiesOn, DAYS, everyCompany, groupBy, sum } from "@/tests/unit/seed/sampled";

// Making eighteen months of rows takes a second on an idle core, and many on two busy ones.
vi.setConfig({ testTimeout: 120_000 });

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const cellKey = (cell: { personId: string; day: string; activityTypeId: string; outcome: string }) =>
  `${cell.personId} ${cell.day} ${cell.activityTypeId} ${cell.outcome}`;

describe("a sample company's history", () => {
  it("is the same at every run", () => {
    const [once, again] = [sampleCompanies("2026-11-24"), sampleCompanies("2026-11-24")];
    expect(once.companies[0]?.deal.length).toBeGreaterThan(1000);
    // as text: comparing sixty thousand rows one by one takes longer than making them
    expect(JSON.stringify(once) === JSON.stringify(again)).toBe(true);
  });

  it("has ids of version 7, each once in its table", () => {
    for (const { rows } of everyCompany()) {
      for (const [table, entries] of Object.entries(rows)) {
        const ids = (entries as object[]).flatMap((row) => ("id" in row ? [String(row.id)] : []));
        expect(
          ids.every((id) => ID.test(id)),
          table,
        ).toBe(true);
        expect(new Set(ids).size, table).toBe(ids.length);
      }
    }
  });

  it("ends the day before today, and reaches it", () => {
    for (const { today, rows } of everyCompany()) {
      const days = [
        ...rows.activity.map((row) => row.day),
        ...rows.stageEntry.map((row) => row.enteredOn),
        ...rows.result.map((row) => row.day),
        ...rows.deal.flatMap((row) => [row.createdOn, row.wonOn, row.lostOn]).filter((day) => day !== null),
      ].sort();
      expect(days.at(-1)! < today).toBe(true);
      // New Year's Day and a weekend may lie between the last working day and today
      expect(dayNumber(today) - dayNumber(days.at(-1)!)).toBeLessThanOrEqual(5);
      expect(dayNumber(today) - dayNumber(days[0]!)).toBeGreaterThan(540);
    }
  });

  it("has nobody at work at weekends, on holidays or on days off", () => {
    for (const { rows } of everyCompany()) {
      const holidays = new Set(rows.holiday.map((holiday) => holiday.day));
      const worked = [
        ...rows.activity.map(({ personId, day }) => ({ personId, day })),
        ...rows.stageEntry.map(({ personId, enteredOn }) => ({ personId, day: enteredOn })),
      ];
      const odd = worked.filter(({ personId, day }) => {
        const weekday = weekdayOf(dayNumber(day));
        const away = rows.timeOff.some(
          (off) => off.personId === personId && off.fromDay <= day && day <= off.toDay,
        );
        return weekday === 0 || weekday === 6 || holidays.has(day) || away;
      });
      expect(odd).toEqual([]);
    }
  });

  it("rolls its activities up exactly", () => {
    for (const { rows } of everyCompany()) {
      const rolledUp = new Map(rows.activityDay.map((cell) => [cellKey(cell), cell.quantity]));
      const counted = new Map<string, number>();
      for (const row of rows.activity)
        counted.set(cellKey(row), (counted.get(cellKey(row)) ?? 0) + row.quantity);
      expect(counted).toEqual(rolledUp);
      expect(Math.min(...counted.values())).toBeGreaterThan(0);
    }
  });

  it("takes every record forward in time, and counts its passages from its visits", () => {
    for (const { rows } of everyCompany()) {
      const position = new Map(rows.stage.map((stage) => [stage.id, stage.position]));
      const visitsOf = groupBy(rows.stageEntry, (entry) => entry.dealId);
      const passesOf = groupBy(rows.stagePass, (pass) => pass.dealId);
      const wrong = rows.deal.filter((deal) => {
        const visits = visitsOf.get(deal.id) ?? [];
        const passes = passesOf.get(deal.id) ?? [];
        const furthest = Math.max(...visits.map((visit) => position.get(visit.stageId)!));
        const visitsInOrder = visits.every((visit, index) => {
          const next = visits[index + 1];
          return visit.leftOn === (next?.enteredOn ?? null) && (!next || next.enteredOn > visit.enteredOn);
        });
        const passesFollow = passes.every((pass, index) => {
          const first = visits.find((visit) => visit.stageId === pass.stageId);
          return (
            position.get(pass.stageId) === index + 2 &&
            pass.reachedOn === (first?.enteredOn ?? null) &&
            pass.inferred === (first === undefined) &&
            pass.passed === position.get(pass.stageId)! < furthest &&
            (first === undefined || pass.personId === first.personId)
          );
        });
        const endsFit = visits[0]?.enteredOn === deal.createdOn && visits.at(-1)?.stageId === deal.stageId;
        return !(visitsInOrder && passesFollow && endsFit && passes.length === furthest - 1);
      });
      expect(rows.deal.length).toBeGreaterThan(1000);
      expect(wrong).toEqual([]);
    }
  });

  it("books every win once, in the shares of those who had a part", () => {
    for (const { rows } of everyCompany()) {
      const booked = groupBy(
        rows.result.filter((row) => row.measure === "money" && row.kind === "booked"),
        (row) => row.dealId,
      );
      const won = rows.deal.filter((deal) => deal.status === "won");
      expect(won.length).toBeGreaterThan(50);
      expect([...booked.keys()].sort()).toEqual(won.map((deal) => deal.id).sort());
      for (const deal of won) {
        const results = booked.get(deal.id)!;
        expect(sum(results.map((row) => row.share))).toBeCloseTo(1, 10);
        for (const row of results) {
          expect(row.day).toBe(deal.wonOn);
          expect(row.amountMinor).toBeLessThanOrEqual(deal.valueMinor ?? row.amountMinor);
          expect(row.amountMinor).toBeGreaterThan(0);
        }
      }
    }
  });

  it("has lost, skipped, revisited and re-opened records, and most of them neither", () => {
    const [rows] = companiesOn("2026-11-24");
    const shareOf = (count: number) => count / rows.deal.length;
    const revisited = groupBy(rows.stageEntry, (entry) => `${entry.dealId} ${entry.stageId}`);
    const twice = [...revisited.values()].filter((visits) => visits.length > 1).length;
    expect(shareOf(rows.deal.filter((deal) => deal.status === "lost").length)).toBeGreaterThan(0.6);
    expect(rows.deal.every((deal) => (deal.status === "lost") === (deal.lostOn !== null))).toBe(true);
    for (const few of [rows.stagePass.filter((pass) => pass.inferred).length, twice]) {
      expect(shareOf(few)).toBeGreaterThan(0.005);
      expect(shareOf(few)).toBeLessThan(0.04);
    }
    expect(rows.dealChange.filter((change) => change.field === "status").length).toBeGreaterThan(5);
  });

  it("stays small enough to be written while somebody waits", () => {
    for (const today of DAYS) {
      const companies = companiesOn(today);
      const rowsOf = (table: keyof CompanyRows) => sum(companies.map((rows) => rows[table].length));
      expect(rowsOf("activity")).toBeLessThan(60_000);
      expect(rowsOf("deal")).toBeLessThan(8_000);
    }
  });
});

describe("a history asked for later", () => {
  const setUpOn = "2026-08-19";
  const [before, after] = [sampleCompanies("2026-09-25", setUpOn), sampleCompanies("2026-12-10", setUpOn)];
  const pairs = before.companies.map((rows, index) => [rows, after.companies[index]!] as const);
  const until = "2026-09-25";

  it("begins with the one asked for before, day for day", () => {
    for (const [first, second] of pairs) {
      expect(second.activity.filter((row) => row.day < until)).toEqual(first.activity);
      expect(second.activityDay.filter((row) => row.day < until)).toEqual(first.activityDay);
      expect(second.result.filter((row) => row.day < until).sort(byId)).toEqual([...first.result].sort(byId));
      const entries = second.stageEntry.filter((row) => row.enteredOn < until);
      const asKnown = entries.map((row) => ({
        ...row,
        leftOn: row.leftOn !== null && row.leftOn < until ? row.leftOn : null,
      }));
      expect(asKnown).toEqual(first.stageEntry);
      expect(second.dealChange.filter((row) => row.occurredOn < until)).toEqual(first.dealChange);
    }
  });

  it("keeps people, funnels, quotas and goals as they were and only adds to them", () => {
    for (const [first, second] of pairs) {
      for (const table of [
        "organization",
        "person",
        "membership",
        "stage",
        "activityType",
        "quota",
        "goal",
      ] as const) {
        expect(second[table].slice(0, first[table].length), table).toEqual(first[table]);
      }
      expect(second.quota.length).toBeGreaterThan(first.quota.length);
    }
  });

  it("only ever closes what was open", () => {
    for (const [first, second] of pairs) {
      const later = new Map(second.deal.map((deal) => [deal.id, deal]));
      for (const deal of first.deal) {
        const now = later.get(deal.id);
        expect(now?.name).toBe(deal.name);
        if (deal.status === "won") expect(now).toEqual(deal);
      }
      expect(second.deal.length).toBeGreaterThan(first.deal.length);
    }
  });

  it("is refused for a day before the company was set up", () => {
    expect(() => sampleCompanies("2026-08-18", setUpOn)).toThrow(RangeError);
  });
});

function byId(a: { id: string }, b: { id: string }): number {
  return a.id.localeCompare(b.id);
}
