import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rhythmAndPush } from "@/lib/engine/plan";
import { PROPERTY_RUNS } from "@/tests/support/properties";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const runs = { numRuns: PROPERTY_RUNS };

describe("rhythm and push", () => {
  const chance = [
    ...Array(3).fill(0.48),
    ...Array(5).fill(0.36),
    ...Array(5).fill(0.24),
    ...Array(5).fill(0.12),
  ];
  const mayas = { need: 22_800 / 152.064, rhythmPerDay: 27, landingChance: [...chance, ...Array(8).fill(0)] };

  test("Maya: 3.91 and 30.91 today", () => {
    const { push, total } = rhythmAndPush(mayas);
    expect(push[0]).toBeCloseTo((22_800 / 152.064 - 136.08) * (0.48 / 1.6992), 10);
    expect(total[0]).toBeCloseTo(27 + push[0]!, 12);
    expect(push.at(-1)).toBe(0);
  });

  test("the push lands exactly what the rhythm leaves", () => {
    const days = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 70 });
    const amount = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(days, amount, amount, (landingChance, need, rhythmPerDay) => {
        const { push, total } = rhythmAndPush({ need, rhythmPerDay, landingChance });
        const rhythmLands = sum(landingChance.map((value) => value * rhythmPerDay));
        const landed = sum(push.map((value, day) => value * landingChance[day]!));
        const canLand = sum(landingChance) / landingChance.length >= 0.05;
        const left = Math.max(0, need - rhythmLands);
        expect(Math.abs(landed - (canLand ? left : 0))).toBeLessThanOrEqual(2e-9 * Math.max(1, need));
        push.forEach((value, day) => {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(total[day]).toBe(rhythmPerDay + value);
        });
      }),
      runs,
    );
  });

  test("a steady state asks the rhythm alone", () => {
    const days = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(days, fc.double({ min: 0, max: 500, noNaN: true }), (landingChance, rhythmPerDay) => {
        const need = sum(landingChance.map((value) => value * rhythmPerDay));
        expect(sum(rhythmAndPush({ need, rhythmPerDay, landingChance }).push)).toBe(0);
      }),
      runs,
    );
  });

  test("refuses chances beyond 1 and figures that are none", () => {
    expect(() => rhythmAndPush({ ...mayas, landingChance: [1.1] })).toThrow(RangeError);
    expect(() => rhythmAndPush({ ...mayas, need: Number.NaN })).toThrow(RangeError);
    expect(() => rhythmAndPush({ ...mayas, rhythmPerDay: -1 })).toThrow(RangeError);
    expect(rhythmAndPush({ need: 5, rhythmPerDay: 1, landingChance: [] })).toEqual({ push: [], total: [] });
  });
});
