import { describe, expect, test } from "vitest";
import { likelihoodOf, statusOf, usualPipeline } from "@/lib/engine/status";

describe("status and likelihood", () => {
  test("steps of 5 %, never 0 or 100, with odds", () => {
    expect(likelihoodOf(0)).toMatchObject({ shown: 0.05, word: "very-unlikely", odds: { of: 1, in: 20 } });
    expect(likelihoodOf(1)).toMatchObject({ exact: 0.98, shown: 0.95, odds: { of: 19, in: 20 } });
    expect(likelihoodOf(0.512)).toMatchObject({
      shown: 0.5,
      word: "as-likely-as-not",
      odds: { of: 1, in: 2 },
    });
    expect(likelihoodOf(0.67)).toMatchObject({ shown: 0.65, word: "likely", odds: { of: 2, in: 3 } });
    for (let percent = 0; percent <= 100; percent++) {
      const { exact, shown, odds } = likelihoodOf(percent / 100);
      expect(Math.abs(shown - exact)).toBeLessThan(0.0301);
      expect(Math.abs(odds.of / odds.in - shown)).toBeLessThan(0.051);
    }
  });

  test("bands apply to the figure shown; met, learning and out of reach come first", () => {
    const base = { quotaMet: false, ownEvidence: 0.8, outOfReach: false };
    const at = (probability: number) => statusOf({ ...base, likelihood: likelihoodOf(probability) });
    expect([0.83, 0.81, 0.48, 0.47, 0.18, 0.17].map(at)).toEqual([
      "ahead",
      "on-pace",
      "on-pace",
      "behind",
      "behind",
      "at-risk",
    ]);
    expect(statusOf({ ...base, outOfReach: true, likelihood: likelihoodOf(0.6) })).toBe("at-risk");
    expect(statusOf({ ...base, ownEvidence: 0.29, likelihood: likelihoodOf(0.9) })).toBe("learning");
    expect(statusOf({ ...base, quotaMet: true, ownEvidence: 0, likelihood: likelihoodOf(0.1) })).toBe(
      "quota-met",
    );
    const bands = { ahead: 0.9, onPace: 0.6, behind: 0.3, quiet: 0.7, quietPipeline: 0.8 };
    expect(statusOf({ ...base, likelihood: likelihoodOf(0.5), bands })).toBe("behind");
  });

  test("the usual pipeline starts at half of the next quota and moves to history", () => {
    expect(usualPipeline({ heldMinor: 0, usualShare: null, periods: 0 }, 320_000)).toBe(160_000);
    expect(usualPipeline({ heldMinor: 0, usualShare: 0.8, periods: 4 }, 100_000)).toBeCloseTo(65_000, 6);
  });
});
