import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatLikelihood,
  formatLikelihoodPercent,
  formatOdds,
  likelihoodStep,
} from "@/lib/format/likelihood";

describe("likelihood in words", () => {
  test.each([
    [0.9, "very likely, about 9 in 10"],
    [0.857, "very likely, about 6 in 7"],
    [0.75, "likely, about 3 in 4"],
    [0.66, "likely, about 2 in 3"],
    [0.5, "as likely as not, about 1 in 2"],
    [0.46, "as likely as not, about 1 in 2"],
    [0.55, "as likely as not, about 1 in 2"],
    [0.34, "less likely than not, about 1 in 3"],
    [0.2, "unlikely, about 1 in 5"],
    [0.05, "unlikely, about 1 in 20"],
    [0.01, "under 1 in 20"],
    [0, "under 1 in 20"],
    [1, "over 19 in 20"],
  ])("%d reads %s", (probability, words) => {
    expect(formatLikelihood(probability)).toBe(words);
  });

  test("a half step goes up, as by hand", () => {
    expect(likelihoodStep(0.575)).toBe(60);
    expect(likelihoodStep(0.825)).toBe(85);
    expect(likelihoodStep(0.574)).toBe(55);
  });

  test("certainty is never claimed", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        const percent = formatLikelihoodPercent(probability, "en-GB");
        expect(percent).not.toBe("0%");
        expect(percent).not.toBe("100%");
        expect(formatOdds(probability)).toMatch(/^(about|under|over) \d+ in \d+$/);
      }),
    );
  });

  test("odds lie within five points of their step", () => {
    for (let step = 5; step <= 95; step += 5) {
      const [of, within] = formatOdds(step / 100)
        .match(/\d+/g)!
        .map(Number);
      expect(Math.abs((of! / within!) * 100 - step)).toBeLessThanOrEqual(5);
    }
  });

  test("a likelihood outside 0 to 1 is refused", () => {
    expect(() => formatLikelihood(1.01)).toThrow(RangeError);
    expect(() => formatLikelihood(Number.NaN)).toThrow(RangeError);
  });
});

test("pairs show the bare figure in steps of five", () => {
  expect([0.5, 0.66, 0.02, 0.99].map((p) => formatLikelihoodPercent(p, "en-GB"))).toEqual([
    "50%",
    "65%",
    "under 5%",
    "over 95%",
  ]);
});
