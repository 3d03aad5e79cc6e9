import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betaCdf,
  betaQuantile,
  betaUpperTail,
  gammaCdf,
  gammaQuantile,
  gammaUpperTail,
  normalCdf,
  normalQuantile,
} from "@/lib/engine/distributions";
import { digamma, logitMoments, tetragamma, trigamma } from "@/lib/engine/polygamma";
import { betaParameters } from "@/tests/support/properties";

function expectRelative(actual: number, expected: number, tolerance: number) {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(tolerance);
}

describe("beta", () => {
  // R 4.2.2: qbeta(.95,.2,30) and so on.
  it.each([
    [0.95, 0.2, 30, 0.034213136457529103],
    [0.1, 6, 240, 0.012913876140301959],
    [0.975, 800, 500, 0.641647810994191],
    [0.9, 0.02, 3, 0.0011669],
  ])("quantile %f of Beta(%f, %f) is R's", (p, alpha, beta, expected) => {
    expectRelative(betaQuantile(p, alpha, beta), expected, expected === 0.0011669 ? 1e-4 : 1e-13);
  });

  it.each([
    [0.2, 15, 70, 0.7291230651204296],
    [0.6, 800, 500, 0.1273587235353313],
  ])("cdf at %f of Beta(%f, %f) is R's", (x, alpha, beta, expected) => {
    expectRelative(betaCdf(x, alpha, beta), expected, 1e-12);
  });

  it("is the even distribution for 1 and 1, and ends where it must", () => {
    expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    expect([betaCdf(-1, 2, 3), betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaCdf(7, 2, 3)]).toEqual([0, 0, 1, 1]);
    expect([betaUpperTail(0, 2, 3), betaUpperTail(1, 2, 3)]).toEqual([1, 0]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  });

  it("undoes itself", () => {
    fc.assert(
      fc.property(
        betaParameters,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        ({ alpha, beta }, p) => {
          const x = betaQuantile(p, alpha, beta);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1);
          // Near the ends a double cannot tell x from its neighbour, so p cannot come back exactly.
          if (x > 1e-200 && x < 1 - 1e-9) expect(betaCdf(x, alpha, beta)).toBeCloseTo(p, 9);
        },
      ),
    );
  });
});

describe("gamma", () => {
  it("is the exponential for shape 1", () => {
    expect(gammaCdf(3, 1, 1)).toBeCloseTo(1 - Math.exp(-3), 14);
    expect(gammaUpperTail(3, 1, 2)).toBeCloseTo(Math.exp(-6), 14);
    expect(gammaQuantile(0.5, 1, 2)).toBeCloseTo(Math.LN2 / 2, 14);
    expect([gammaCdf(0, 2, 1), gammaUpperTail(-1, 2, 1), gammaQuantile(0, 2, 1)]).toEqual([0, 1, 0]);
  });

  // mpmath, 40 digits. The library alone is off by 1e-6 here, and by 2 % in the cdf at shape 1,000.
  it.each([
    [0.5, 1e5, 1, 99999.6666668642],
    [0.999, 1e5, 2, 50490.03389597961],
  ])("quantile %f at shape %f is right to the last digits", (p, shape, rate, expected) => {
    expectRelative(gammaQuantile(p, shape, rate), expected, 1e-13);
  });

  it("keeps its digits at large shapes", () => {
    // P(X <= s) = 1/2 + 1/(3 √(2πs)) + O(s^-3/2): at s = 1,000 and 100,000.
    expect(gammaCdf(1000, 1000, 1)).toBeCloseTo(0.5 + 1 / (3 * Math.sqrt(2000 * Math.PI)), 6);
    expect(gammaCdf(1e5, 1e5, 1)).toBeCloseTo(0.5 + 1 / (3 * Math.sqrt(2e5 * Math.PI)), 9);
    // scipy.special.gammaincc(1000, 1003.16…)
    expect(gammaCdf(1010, 1000, 1) + gammaUpperTail(1010, 1000, 1)).toBeCloseTo(1, 14);
  });

  it("undoes itself from tiny to huge shapes, across the change of routine", () => {
    const shape = fc.oneof(
      fc.double({ min: 0.5, max: 400, noNaN: true }),
      fc.double({ min: 400, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(shape, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (s, p) => {
        expect(gammaCdf(gammaQuantile(p, s, 3), s, 3)).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe("normal", () => {
  it("knows the usual points", () => {
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 14);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14);
  });

  // scipy.stats.norm.ppf; the library is off by 1e-5 at 1e-14 and -Infinity below 1e-20.
  it.each([
    [1e-14, -7.65062809293527],
    [1e-20, -9.262340089798409],
    [1e-100, -21.273453560965322],
    [1e-300, -37.0470962993612],
    [5e-324, -38.467405617144344],
  ])("reaches %f", (p, expected) => {
    expectRelative(normalQuantile(p), expected, 1e-14);
  });

  it("does not jump where the tail's own expansion takes over", () => {
    const gap = normalQuantile(1e-6 * (1 + 1e-9)) - normalQuantile(1e-6 * (1 - 1e-9));
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(1e-9);
  });
});

describe("derivatives of log-gamma", () => {
  it("have their known values at 1", () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 14); // -γ
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 14);
    expect(tetragamma(1)).toBeCloseTo(-2.4041138063191885, 13); // -2 ζ(3)
  });

  it("give a symmetric rate no lean and no skew", () => {
    expect(logitMoments(7, 7)).toMatchObject({ mean: 0, third: 0 });
  });
});

describe("what no caller should send", () => {
  const faults: [string, () => number][] = [
    ["beta without a shape", () => betaCdf(0.5, 0, 1)],
    ["beta at NaN", () => betaCdf(Number.NaN, 1, 1)],
    ["a negative beta shape", () => betaQuantile(0.5, 1, -1)],
    ["a chance above 1", () => betaQuantile(1.01, 1, 1)],
    ["the upper end of a gamma", () => gammaQuantile(1, 2, 1)],
    ["a gamma with an infinite rate", () => gammaCdf(1, 1, Number.POSITIVE_INFINITY)],
    ["the ends of the normal", () => normalQuantile(0)],
    ["a normal at NaN", () => normalQuantile(Number.NaN)],
  ];
  it.each(faults)("%s is refused", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});
