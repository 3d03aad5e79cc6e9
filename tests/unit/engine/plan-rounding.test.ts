import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largestRemainder, needUnits, roundFromTodayOn, spreadOverPeriod } from "@/lib/engine/rounding";
import { PROPERTY_RUNS } from "@/tests/support/properties";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const runs = { numRuns: PROPERTY_RUNS };

describe("rounding", () => {
  test("largest remainder floors all and gives the rest to the largest fractions, earlier first", () => {
    expect(largestRemainder([50, 30, 20], 9)).toEqual([4, 3, 2]);
    expect(largestRemainder([1, 1, 1], 2)).toEqual([1, 1, 0]);
    expect(largestRemainder([0, 0], 0)).toEqual([0, 0]);
    expect(() => largestRemainder([0, 0], 1)).toThrow(RangeError);
    expect(() => largestRemainder([1], 1.5)).toThrow(RangeError);
  });

  test("parts add up and stay within one of their share", () => {
    const shares = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(shares, fc.nat(1_000_000), (parts, total) => {
        fc.pre(sum(parts) > 1e-6);
        const units = largestRemainder(parts, total);
        expect(sum(units)).toBe(total);
        units.forEach((value, index) => {
          expect(Math.abs(value - (parts[index]! / sum(parts)) * total)).toBeLessThan(1 + 1e-6);
        });
      }),
      runs,
    );
  });

  test("days of a period add up to the need, and more is never less on an even day", () => {
    const perDay = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(perDay, perDay, fc.integer({ min: 1, max: 70 }), (left, right, days) => {
        const [less, more] = [Math.min(left, right), Math.max(left, right)];
        const few = spreadOverPeriod(Array(days).fill(less));
        const many = spreadOverPeriod(Array(days).fill(more));
        expect(sum(few)).toBe(needUnits(sum(Array(days).fill(less))));
        few.forEach((value, day) => {
          expect(Math.abs(value - less)).toBeLessThan(1 + 1e-8);
          expect(many[day]).toBeGreaterThanOrEqual(value);
        });
      }),
      runs,
    );
  });

  test("half a unit a day is every other day, and no week takes more than its part", () => {
    const month = spreadOverPeriod(Array(20).fill(0.5));
    expect(sum(month)).toBe(10);
    for (let week = 0; week < 4; week++) expect([2, 3]).toContain(sum(month.slice(week * 5, week * 5 + 5)));
  });

  test("from today on every running total covers its real value", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { maxLength: 60 }), (real) => {
        const units = roundFromTodayOn(real);
        let running = 0;
        let given = 0;
        units.forEach((value, day) => {
          running += real[day]!;
          given += value;
          expect(given).toBe(needUnits(running));
          expect(Math.abs(value - real[day]!)).toBeLessThan(1 + 1e-8);
        });
      }),
      runs,
    );
  });
});
