import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entriesForConfidence, entriesForYield, productOfBetas, volumesForWins } from "@/lib/engine/chain";
import { needUnits } from "@/lib/engine/rounding";
import { PROPERTY_RUNS } from "@/tests/support/properties";

const runs = { numRuns: PROPERTY_RUNS };

describe("the chain", () => {
  test("14 wins through 40, 50, 35 and 10 % ask 35, 70, 200 and 2,000", () => {
    expect(volumesForWins([0.1, 0.35, 0.5, 0.4], 14).map(needUnits)).toEqual([2000, 200, 70, 35]);
  });

  test("57 wins at 57 % ask 100 and not 101", () => {
    expect(57 / 0.57).toBeGreaterThan(100);
    expect(volumesForWins([0.57], 57).map(needUnits)).toEqual([100]);
  });

  test("15 wins through the rates of method d2 ask 50, 100, 833 and 13,889", () => {
    expect(volumesForWins([0.06, 0.12, 0.5, 0.3], 15).map(Math.round)).toEqual([13889, 833, 100, 50]);
  });

  test("refuses a rate of zero instead of dividing by it", () => {
    expect(() => volumesForWins([0.1, 0], 3)).toThrow(RangeError);
    expect(() => volumesForWins([1e-200, 1e-200], 3)).toThrow(RangeError);
  });

  // Method d3, computed with R: k = 6.
  test.each([
    [0.5, 18, 42, 19],
    [0.8, 18, 42, 27],
    [0.5, 6, 14, 19],
    [0.8, 6, 14, 30],
  ])("6 wins with confidence %d and Beta(%d, %d) ask %d entries", (confidence, alpha, beta, entries) => {
    expect(entriesForConfidence({ wins: 6, confidence, alpha, beta })).toBe(entries);
  });

  test("a rate known for certain asks 25 at 80 %", () => {
    expect(entriesForConfidence({ wins: 6, confidence: 0.8, alpha: 3e7, beta: 7e7 })).toBe(25);
  });

  test("the entries reach the confidence and one fewer would not", () => {
    const inputs = fc.record({
      wins: fc.integer({ min: 1, max: 30 }),
      confidence: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      alpha: fc.double({ min: 0.8, max: 200, noNaN: true }),
      beta: fc.double({ min: 0.8, max: 200, noNaN: true }),
    });
    fc.assert(
      fc.property(inputs, (input) => {
        const entries = entriesForConfidence(input);
        expect(reached(entries, input)).toBeGreaterThanOrEqual(input.confidence - 1e-9);
        if (entries > input.wins) expect(reached(entries - 1, input)).toBeLessThan(input.confidence + 1e-9);
      }),
      runs,
    );
  });

  test("a product of Betas keeps mean and variance (Fan 1991)", () => {
    const first = { alpha: 18, beta: 42 };
    const second = { alpha: 6, beta: 14 };
    const { alpha, beta } = productOfBetas([first, second]);
    const mean = (a: number, b: number) => a / (a + b);
    const square = (a: number, b: number) => (a * (a + 1)) / ((a + b) * (a + b + 1));
    expect(mean(alpha, beta)).toBeCloseTo(mean(18, 42) * mean(6, 14), 12);
    expect(square(alpha, beta)).toBeCloseTo(square(18, 42) * square(6, 14), 12);
    expect(productOfBetas([first]).alpha).toBeCloseTo(18, 9);
  });

  test("one step that may bring several needs more than one that brings at most one", () => {
    const share = entriesForConfidence({ wins: 6, confidence: 0.8, alpha: 18, beta: 42 });
    const several = entriesForYield({ wins: 6, confidence: 0.8, mean: 0.3, cv2: 42 / (18 * 61) });
    expect(several).toBeGreaterThanOrEqual(share);
    expect(several).toBeLessThan(2 * share);
  });
});

/** P(at least `wins` of `entries`), summed the plain way with products, independent of the engine's logarithms. */
function reached(
  entries: number,
  { wins, alpha, beta }: { wins: number; alpha: number; beta: number },
): number {
  let term = 1;
  for (let i = 0; i < entries; i++) term *= (beta + i) / (alpha + beta + i);
  let below = 0;
  for (let passed = 0; passed < wins; passed++) {
    below += term;
    term *= ((entries - passed) / (passed + 1)) * ((alpha + passed) / (beta + entries - passed - 1));
  }
  return 1 - below;
}
