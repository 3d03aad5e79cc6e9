import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topQuarterRate } from "@/lib/engine/benchmark";
import { chanceBelow } from "@/lib/engine/beta-comparison";
import { logGamma } from "@/lib/engine/distributions";
import {
  benjaminiHochberg,
  compoundedGain,
  expectedShortfall,
  probabilityBelow,
  probabilityBelowFixed,
  probabilityOfRealGap,
  statedGaps,
} from "@/lib/engine/gaps";
import { fitPrior, poolRate } from "@/lib/engine/pooling";
import { betaParameters, seededRandom } from "@/tests/support/properties";

describe("a rate against a fixed benchmark of 8 %", () => {
  // Method f: same gap, different certainty, is what the label says.
  it.each([
    [5, 95, 0.905, 0.0314],
    [50, 950, 0.9999, 0.03],
    [9, 91, 0.396, 0.0066],
  ])("Beta(%i, %i) lies below with %f and falls short by %f", (alpha, beta, chance, shortfall) => {
    expect(probabilityBelowFixed({ alpha, beta }, 0.08)).toBeCloseTo(chance, 3);
    expect(expectedShortfall({ alpha, beta }, 0.08)).toBeCloseTo(shortfall, 4);
  });

  it("falls short by what the integral of (b - p)+ says", () => {
    const own = { alpha: 3, beta: 17 };
    const logB = logGamma(3) + logGamma(17) - logGamma(20);
    let integral = 0;
    const cells = 20_000;
    for (let i = 0; i < cells; i++) {
      const p = (0.2 * (i + 0.5)) / cells;
      integral += (0.2 - p) * Math.exp(2 * Math.log(p) + 16 * Math.log1p(-p) - logB) * (0.2 / cells);
    }
    expect(expectedShortfall(own, 0.2)).toBeCloseTo(integral, 7);
  });

  it("is a real gap only when it exceeds a tenth of the benchmark", () => {
    const own = { alpha: 50, beta: 950 };
    expect(probabilityOfRealGap(own, 0.08)).toBeCloseTo(probabilityBelowFixed(own, 0.072), 14);
    expect(probabilityOfRealGap(own, 0.08, 0)).toBe(probabilityBelowFixed(own, 0.08));
  });
});

describe("one uncertain rate against another", () => {
  it("is a matter of integrals: Beta(1,1) below Beta(2,1) with ∫ x · 2x dx = 2/3", () => {
    expect(probabilityBelow({ alpha: 1, beta: 1 }, { alpha: 2, beta: 1 })).toBeCloseTo(2 / 3, 9);
  });

  // scipy: quad of beta.cdf(beta.ppf(u)) on [0, 1].
  it.each([
    [5, 15, 9.5, 20.3, 0.7121656904511],
    [30, 70, 45, 60, 0.97294071606769],
    [0.2, 0.3, 0.4, 5, 0.3183955502],
    [3000, 7000, 3, 6, 1 - 0.448213485409962],
    [21, 400, 30, 300, 0.9866425007911],
  ])("Beta(%f, %f) below Beta(%f, %f): %f", (a, b, c, d, expected) => {
    const chance = probabilityBelow({ alpha: a, beta: b }, { alpha: c, beta: d });
    expect(Math.abs(chance - expected)).toBeLessThan(5e-4);
  });

  it("is exact by quadrature, to eight digits, where the shapes are small", () => {
    // scipy as above; the last by symmetry.
    expect(chanceBelow({ alpha: 5, beta: 15 }, { alpha: 9.5, beta: 20.3 })).toBeCloseTo(0.7121656904511, 8);
    expect(chanceBelow({ alpha: 0.2, beta: 0.3 }, { alpha: 0.4, beta: 5 })).toBeCloseTo(0.31839555, 6);
    expect(chanceBelow({ alpha: 30, beta: 70 }, { alpha: 45, beta: 60 })).toBeCloseTo(0.97294071606769, 8);
    expect(chanceBelow({ alpha: 0.05, beta: 0.05 }, { alpha: 0.05, beta: 0.05 })).toBeCloseTo(0.5, 6);
  });

  it("has an opposite that completes it, and is even among equals", () => {
    fc.assert(
      fc.property(betaParameters, betaParameters, (own, other) => {
        const chance = probabilityBelow(own, other);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(Math.abs(chance + probabilityBelow(other, own) - 1)).toBeLessThan(1e-3);
        expect(Math.abs(probabilityBelow(own, own) - 0.5)).toBeLessThan(1e-3);
      }),
    );
  });

  it("does not jump where the normal approximation takes over", () => {
    const at = (beta: number) => probabilityBelow({ alpha: 25, beta }, { alpha: 40, beta: 45 });
    expect(Math.abs(at(20.000001) - at(19.999999))).toBeLessThan(5e-4);
  });
});

describe("many comparisons", () => {
  it("are adjusted as R's p.adjust does", () => {
    // .5·4/4, .04·4/3, min(.03·4/2, that), .01·4/1
    expect(benjaminiHochberg([0.01, 0.04, 0.03, 0.5])).toEqual([
      0.04,
      expect.closeTo(0.16 / 3, 14),
      expect.closeTo(0.16 / 3, 14),
      0.5,
    ]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it("never adjust downward, keep the ranking and stay chances", () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { maxLength: 40 }), (pValues) => {
        const adjusted = benjaminiHochberg(pValues);
        adjusted.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(pValues[i]! - 1e-15);
          expect(value).toBeLessThanOrEqual(1);
          for (let j = 0; j < i; j++) {
            if (pValues[j]! < pValues[i]!) expect(adjusted[j]!).toBeLessThanOrEqual(value);
          }
        });
      }),
    );
  });

  it("state the largest set whose mean doubt is a tenth: (.02 + .15) / 2 = .085", () => {
    expect(statedGaps([0.02, 0.5, 0.15])).toEqual([true, false, true]);
    expect(statedGaps([0.2, 0.3])).toEqual([false, false]);
    expect(statedGaps([0.09, 0.09, 0.09])).toEqual([true, true, true]);
    expect(statedGaps([])).toEqual([]);
  });
});

describe("compounding", () => {
  it("10 % at 3, 4 and 5 steps: 33.1, 46.4 and 61.1 %", () => {
    expect(compoundedGain(0.1, 3)).toBeCloseTo(0.331, 12);
    expect(compoundedGain(0.1, 4)).toBeCloseTo(0.4641, 12);
    expect(compoundedGain(0.1, 5)).toBeCloseTo(0.61051, 12);
    expect([compoundedGain(0.1, 0), compoundedGain(-1, 3), compoundedGain(0, 9)]).toEqual([0, -1, 0]);
  });
});

describe("the benchmark", () => {
  it("is the top quarter weighed by trials: (.3·50 + .2·10) / 60", () => {
    const rest = [0.1, 0.11, 0.12, 0.13, 0.14, 0.15].map((mean) => ({ mean, trials: 30 }));
    const top = [
      { mean: 0.2, trials: 10 },
      { mean: 0.3, trials: 50 },
    ];
    expect(topQuarterRate([...rest, ...top])).toBeCloseTo(17 / 60, 12);
    expect(topQuarterRate([])).toBeNull();
    expect(topQuarterRate([{ mean: 0.4, trials: 0 }])).toBeNull();
  });

  it("is not fooled by luck: twelve equal people at 20 %, 50 trials each", () => {
    const random = seededRandom(3);
    let best = 0;
    let benchmark = 0;
    const teams = 400;
    for (let team = 0; team < teams; team++) {
      const people = Array.from({ length: 12 }, () => {
        let successes = 0;
        for (let i = 0; i < 50; i++) if (random() < 0.2) successes++;
        return { successes, trials: 50 };
      });
      const prior = fitPrior(people);
      best += Math.max(...people.map(({ successes }) => successes / 50)) / teams;
      benchmark +=
        topQuarterRate(people.map((own) => ({ mean: poolRate(own, prior).mean, trials: 50 })))! / teams;
    }
    expect(best).toBeCloseTo(0.295, 2); // method b7
    expect(benchmark).toBeLessThan(0.235);
    expect(benchmark).toBeGreaterThan(0.2);
  });
});

describe("what no caller should send", () => {
  it.each([
    ["a rate without width", () => probabilityBelow({ alpha: 0, beta: 1 }, { alpha: 1, beta: 1 })],
    ["NaN", () => probabilityBelow({ alpha: 1, beta: 1 }, { alpha: Number.NaN, beta: 1 })],
    ["a benchmark of 8 instead of 8 %", () => expectedShortfall({ alpha: 1, beta: 1 }, 8)],
    ["a p-value above one", () => benjaminiHochberg([0.2, 1.2])],
    ["a chance below nought", () => statedGaps([-0.1])],
    ["half a step", () => compoundedGain(0.1, 1.5)],
    ["a gain below total loss", () => compoundedGain(-1.1, 2)],
    ["a gain beyond numbers", () => compoundedGain(1e300, 9)],
  ])("%s is refused", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});
