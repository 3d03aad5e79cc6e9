// Long because the worked examples of method a stand together with their sums.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  conversionsByPerson,
  curveOfPasses,
  halfLifeDays,
  stageConversions,
  teamConversion,
} from "@/lib/engine/conversion";
import { dayNumber } from "@/lib/engine/days";
import { recordPasses, type StagePass, type StageRecord } from "@/lib/engine/passes";
import { seededRandom } from "@/tests/support/properties";

const STAGES = ["call", "meeting", "offer", "won"];
const TODAY = { today: "2026-11-22" };
const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const visits = (...pairs: [string, string][]): StageRecord => ({
  entries: pairs.map(([stage, on]) => ({ stage, day: on })),
});

describe("days", () => {
  it("count from 1970, through leap days", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(dayNumber("2024-03-01") - dayNumber("2024-02-28")).toBe(2);
    expect(dayNumber("1900-03-01") - dayNumber("1900-02-28")).toBe(1);
  });

  it("agree with the calendar of the platform on every day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 60_000 }), (number) => {
        expect(dayNumber(day(number))).toBe(number);
      }),
    );
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1", "", "tomorrow"])(
    "%s is none",
    (text) => {
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );
});

describe("what a record says about each step", () => {
  it("counts a skipped stage as passed, and says nothing about its time", () => {
    const record = visits(["call", "2026-01-05"], ["offer", "2026-02-01"]);
    const { steps, inferredEntries } = recordPasses(STAGES, record, TODAY);
    expect(steps).toEqual([
      { enteredOn: "2026-01-05", passedOn: "2026-02-01", inferred: true },
      { enteredOn: "2026-02-01", passedOn: "2026-02-01", inferred: true },
      { enteredOn: "2026-02-01" },
    ]);
    expect(inferredEntries).toBe(1);
  });

  it("starts the clock at the first visit and counts a re-entry once", () => {
    const record = visits(
      ["meeting", "2026-03-01"],
      ["call", "2026-01-05"],
      ["meeting", "2026-02-01"],
      ["call", "2026-02-10"],
    );
    const { steps, reEntries, outOfOrder } = recordPasses(STAGES, record, TODAY);
    expect(steps).toEqual([
      { enteredOn: "2026-01-05", passedOn: "2026-02-01" },
      { enteredOn: "2026-02-01" },
      undefined,
    ]);
    expect(reEntries).toBe(2);
    expect(outOfOrder).toBe(false);
  });

  it("takes the later stage's date where a stage is dated after it, and flags the record", () => {
    const record = visits(["call", "2026-02-20"], ["meeting", "2026-02-01"]);
    const { steps, outOfOrder } = recordPasses(STAGES, record, TODAY);
    expect(steps[0]).toEqual({ enteredOn: "2026-02-01", passedOn: "2026-02-01" });
    expect(outOfOrder).toBe(true);
  });

  it("is lost where it stood, unless it came back", () => {
    const stood = { ...visits(["call", "2026-01-05"], ["meeting", "2026-02-01"]), lostOn: "2026-02-20" };
    expect(recordPasses(STAGES, stood, TODAY).steps[1]).toEqual({
      enteredOn: "2026-02-01",
      lostOn: "2026-02-20",
    });
    const back = { ...stood, entries: [...stood.entries, { stage: "meeting", day: "2026-04-01" }] };
    expect(recordPasses(STAGES, back, TODAY).steps[1]).toEqual({ enteredOn: "2026-02-01" });
  });

  it("knows only what has happened by today", () => {
    const record = {
      ...visits(["call", "2026-01-05"], ["meeting", "2026-03-01"], ["won", "2026-05-01"]),
      lostOn: "2026-06-01",
    };
    expect(recordPasses(STAGES, record, { today: "2026-02-01" }).steps).toEqual([
      { enteredOn: "2026-01-05" },
      undefined,
      undefined,
    ]);
    expect(recordPasses(STAGES, record, { today: "2026-01-04" }).steps).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("never charges a loss at an unknown stage to the first step", () => {
    const overwritten = {
      ...visits(["call", "2026-01-05"]),
      lostOn: "2026-02-01",
      historyUnknown: true,
    };
    expect(recordPasses(STAGES, overwritten, TODAY).steps).toEqual([undefined, undefined, undefined]);
    // From the first day to the win, both known, it counts.
    expect(recordPasses(["call", "won"], overwritten, TODAY).steps[0]!.lostOn).toBe("2026-02-01");
  });

  it("refuses stages nobody knows and days that do not exist", () => {
    expect(() => recordPasses(STAGES, visits(["lunch", "2026-01-05"]), TODAY)).toThrow(RangeError);
    expect(() => recordPasses(STAGES, visits(["call", "2026-02-30"]), TODAY)).toThrow(RangeError);
    expect(() => recordPasses(["call"], visits(), TODAY)).toThrow(RangeError);
    expect(() => recordPasses(["call", "call"], visits(), TODAY)).toThrow(RangeError);
  });
});

describe("stage conversions", () => {
  it("weigh young entries by the share of their time that has passed", () => {
    // Advanced after 10 and 30 days. G: after 10 days 2/5 × 1/… — by hand:
    // stays 10 adv, 30 adv, 12 lost, open for 20 and 5 days.
    // Day 10: 4 at risk (the 5-day one is gone), C1 = 1/4. Day 12: 3 at risk, S = 3/4 → 1/2. Day 30: 1 at risk, C1 = 3/4.
    // G(10) = 1/3, G(30) = 1. Ages today: 100, 100, 100 → 1 each, 20 → 1/3, 5 → 0: 3 + 1/3 trials, 2 passed.
    const today = dayNumber(TODAY.today);
    const entered = (age: number) => ["call", day(today - age)] as [string, string];
    const records = [
      visits(entered(100), ["won", day(today - 90)]),
      visits(entered(100), ["won", day(today - 70)]),
      { ...visits(entered(100)), lostOn: day(today - 88) },
      visits(entered(20)),
      visits(entered(5)),
    ];
    expect(stageConversions(["call", "won"], records, TODAY)).toEqual([
      {
        from: "call",
        to: "won",
        entered: 5,
        advanced: 2,
        lost: 1,
        open: 2,
        effectiveTrials: expect.closeTo(10 / 3, 12),
        rate: expect.closeTo(0.6, 12),
      },
    ]);
  });

  it("are plain shares where everything has had its time", () => {
    const records = [
      visits(
        ["call", "2025-01-05"],
        ["meeting", "2025-01-15"],
        ["offer", "2025-02-01"],
        ["won", "2025-03-01"],
      ),
      visits(["call", "2025-01-05"], ["offer", "2025-02-01"]),
      { ...visits(["call", "2025-01-05"], ["meeting", "2025-01-12"]), lostOn: "2025-03-01" },
      { ...visits(["call", "2025-01-06"]), lostOn: "2025-01-20" },
    ];
    const steps = stageConversions(STAGES, records, TODAY);
    expect(steps.map(({ entered, advanced, lost, open }) => [entered, advanced, lost, open])).toEqual([
      [4, 3, 1, 0],
      [3, 2, 1, 0],
      [2, 1, 0, 1],
    ]);
    [3 / 4, 2 / 3, 1 / 2].forEach((rate, i) => {
      expect(steps[i]!.rate).toBeCloseTo(rate, 12);
    });
  });

  it("of no record are no trial and no rate", () => {
    for (const step of stageConversions(STAGES, [], TODAY)) {
      expect(step).toMatchObject({ entered: 0, effectiveTrials: 0, rate: 0 });
    }
  });

  const stageDay = fc.record({
    stage: fc.constantFrom(...STAGES),
    day: fc.integer({ min: 20_000, max: 20_900 }).map(day),
  });
  const record: fc.Arbitrary<StageRecord> = fc.oneof(
    fc.record({ entries: fc.array(stageDay, { maxLength: 6 }) }),
    fc.record({
      entries: fc.array(stageDay, { maxLength: 6 }),
      lostOn: fc.integer({ min: 20_000, max: 20_900 }).map(day),
    }),
  );

  it("add up and stay finite for any records, in any order", () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 40 }),
        fc.integer({ min: 20_000, max: 20_950 }),
        (records, on) => {
          const options = { today: day(on) };
          const steps = stageConversions(STAGES, records, options);
          const reversed = stageConversions(STAGES, [...records].reverse(), options);
          steps.forEach((step, i) => {
            expect(step.entered).toBe(step.advanced + step.lost + step.open);
            if (i > 0) expect(step.entered).toBe(steps[i - 1]!.advanced);
            expect(step.effectiveTrials).toBeGreaterThanOrEqual(step.advanced);
            expect(step.effectiveTrials).toBeLessThanOrEqual(step.entered + 1e-9);
            expect(step.rate).toBeGreaterThanOrEqual(0);
            expect(step.rate).toBeLessThanOrEqual(1);
            expect(reversed[i]!.rate).toBeCloseTo(step.rate, 10);
          });
        },
      ),
    );
  });

  it("count a stage as passed whether or not it was recorded", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 20 }), (pairs) => {
        const at = (position: number) => ({ stage: STAGES[position]!, day: day(20_000 + 10 * position) });
        const full = pairs.map(([furthest]) => ({
          entries: STAGES.slice(0, furthest + 1).map((_, position) => at(position)),
        }));
        const gappy = pairs.map(([furthest, skipped]) => ({
          entries: STAGES.slice(0, furthest + 1)
            .map((_, position) => at(position))
            .filter(({ stage }) => stage !== STAGES[skipped] || skipped === furthest),
        }));
        const plain = (records: StageRecord[]) =>
          stageConversions(STAGES, records, { today: day(20_500) }).map((step) => [
            step.entered,
            step.advanced,
            step.lost,
          ]);
        expect(plain(gappy)).toEqual(plain(full));
      }),
    );
  });
});

describe("counts per person", () => {
  it("decay by the age of the entry: rate .4708, n 2.628 at a half-life of 60 days", () => {
    // Method a6, worked: ages 10, 30, 60, 90, 150, outcomes 0 1 0 1 1; everything mature.
    const today = dayNumber(TODAY.today);
    const passes: StagePass[] = [
      [10, 0],
      [30, 1],
      [60, 0],
      [90, 1],
      [150, 1],
    ].map(([age, passed]) =>
      passed === 1
        ? { enteredOn: day(today - age!), passedOn: day(today - age!), personId: "ada" }
        : { enteredOn: day(today - age!), lostOn: day(today - age!), personId: "ada" },
    );
    const own = conversionsByPerson(passes, [{ days: 0, share: 1 }], { ...TODAY, halfLifeDays: 60 }).get(
      "ada",
    )!;
    expect(own.rate).toBeCloseTo(0.4708, 4);
    expect(own.effectiveTrials).toBeCloseTo(2.628, 3);
    expect(own).toMatchObject({ entered: 5, advanced: 3, lost: 2, open: 0 });
  });

  it("are kept apart, weighed by credit, and add up to the team", () => {
    const passes: StagePass[] = [
      { enteredOn: "2026-01-01", passedOn: "2026-01-11", personId: "ada", weight: 0.5 },
      { enteredOn: "2026-01-01", personId: "ada" },
      { enteredOn: "2026-01-01", passedOn: "2026-01-03", personId: "bo" },
      { enteredOn: "2026-11-20", personId: "bo" },
    ];
    const curve = [{ days: 10, share: 1 }];
    const counts = conversionsByPerson(passes, curve, TODAY);
    expect(counts.get("ada")).toMatchObject({ successes: 0.5, effectiveTrials: 1.5, rate: 1 / 3 });
    expect(counts.get("bo")).toMatchObject({ entered: 2, successes: 1, effectiveTrials: 1, open: 1 });
    expect(teamConversion(passes, curve, TODAY)).toMatchObject({
      entered: 4,
      successes: 1.5,
      effectiveTrials: 2.5,
    });
  });

  it("take the time a step needs from real visits only", () => {
    const passes: StagePass[] = [
      { enteredOn: "2026-01-01", passedOn: "2026-01-21" },
      { enteredOn: "2026-01-01", passedOn: "2026-01-01", inferred: true },
    ];
    expect(curveOfPasses(passes, TODAY)).toEqual([{ days: 20, share: 1 }]);
    // Nothing else known: the day by which it had passed is better than nothing.
    expect(curveOfPasses(passes.slice(1), TODAY)).toEqual([{ days: 0, share: 1 }]);
  });

  it("never hold more successes than trials, however quick the person", () => {
    const quick: StagePass[] = [{ enteredOn: "2026-11-21", passedOn: "2026-11-22", personId: "ada" }];
    const slowTeam = [{ days: 30, share: 1 }];
    expect(conversionsByPerson(quick, slowTeam, TODAY).get("ada")).toMatchObject({
      successes: 1,
      effectiveTrials: 1,
      rate: 1,
    });
  });

  it("leave out what was entered before the stage was recorded", () => {
    const passes: StagePass[] = [
      { enteredOn: "2025-01-01" },
      { enteredOn: "2026-02-01", passedOn: "2026-02-03" },
    ];
    const since = { ...TODAY, recordedSince: "2026-01-01" };
    const counts = teamConversion(passes, curveOfPasses(passes, since), since);
    expect(counts).toMatchObject({ entered: 1, advanced: 1, effectiveTrials: 1 });
  });

  it("refuse an end before the beginning and weights below nothing", () => {
    const backward = [{ enteredOn: "2026-02-01", passedOn: "2026-01-01" }];
    expect(() => teamConversion(backward, [], TODAY)).toThrow(RangeError);
    expect(() => teamConversion([{ enteredOn: "2026-02-01", weight: -1 }], [], TODAY)).toThrow(RangeError);
    expect(() => teamConversion([], [], { ...TODAY, halfLifeDays: 0 })).toThrow(RangeError);
  });

  it("decay with the longest of 180 days, two cycles and sixty entries, at most 730", () => {
    expect(halfLifeDays({ cycleDays: 20, entriesPerDay: 3 })).toBe(180);
    expect(halfLifeDays({ cycleDays: 150, entriesPerDay: 3 })).toBe(300);
    expect(halfLifeDays({ cycleDays: 20, entriesPerDay: 0.2 })).toBe(300);
    expect(halfLifeDays({ cycleDays: 20, entriesPerDay: 0 })).toBe(730);
  });
});

describe("a team that grows", () => {
  /** Entries double every 45 days; 30 % advance, median after 30 days; the others are lost, median after 40. */
  function growingTeam(seed: number): StageRecord[] {
    const random = seededRandom(seed);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const records: StageRecord[] = [];
    const today = dayNumber(TODAY.today);
    for (let age = 240; age >= 0; age--) {
      const entries = Math.round(40 * 2 ** (-age / 45));
      for (let i = 0; i < entries; i++) {
        const wins = random() < 0.3;
        const lag = Math.round((wins ? 30 : 40) * Math.exp(0.6 * normal()));
        const entry: [string, string] = ["call", day(today - age)];
        const end = day(today - age + lag);
        records.push(wins ? visits(entry, ["won", end]) : { ...visits(entry), lostOn: end });
      }
    }
    return records;
  }

  it("shows its true 30 % when matured, and looks far worse when divided plainly", () => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const rates = seeds.map((seed) => stageConversions(["call", "won"], growingTeam(seed), TODAY)[0]!);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    // About 2,600 entries a team: standard error of one matured rate about .012, of the mean of eight .004.
    expect(Math.abs(mean(rates.map((step) => step.rate)) - 0.3)).toBeLessThan(0.015);
    expect(mean(rates.map((step) => step.advanced / step.entered))).toBeLessThan(0.22);
    // Counting decided ones only is no cure either: here wins come first and it flatters.
    expect(mean(rates.map((step) => step.advanced / (step.advanced + step.lost)))).toBeGreaterThan(0.31);
  });
});
