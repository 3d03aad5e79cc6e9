import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianInPlace, quantileOfSorted } from "@/lib/engine/quantile";
import { poolMeans, winsoriseKeepingTotal } from "@/lib/engine/value";
import { fitYieldPrior, poolYield, yieldPosterior, yieldPriorOf } from "@/lib/engine/yield";
import { seededRandom } from "@/tests/support/properties";

const groups = fc.array(fc.array(fc.nat(100_000), { maxLength: 12 }), { minLength: 1, maxLength: 10 });
const total = (values: readonly (readonly number[])[]) =>
  values.flat().reduce((sum, value) => sum + value, 0);

describe("mean value per win", () => {
  it("is shrunk by what chance explains: [10, 14], [20, 24] and a newcomer", () => {
    // s² = (8 + 8) / 2 = 8; MSB = 2·(5² + 5²) / 1 = 100; n0 = 4 - 8/4 = 2; τ² = (100 - 8) / 2 = 46.
    // K = 2 / (2 + 8/46) = .92; m = 17; 17 ∓ .92·5 = 12.4 and 21.6.
    const [low, high, newcomer] = poolMeans([[10, 14], [20, 24], []]);
    expect(low).toEqual({ mean: expect.closeTo(12.4, 12), ownShare: expect.closeTo(0.92, 12) });
    expect(high).toEqual({ mean: expect.closeTo(21.6, 12), ownShare: expect.closeTo(0.92, 12) });
    expect(newcomer).toEqual({ mean: expect.closeTo(17, 12), ownShare: 0 });
  });

  it("is everybody's where people differ by no more than chance", () => {
    // Group means 12 and 12: nothing between them.
    expect(
      poolMeans([
        [10, 14],
        [8, 16],
      ]).map(({ mean, ownShare }) => [mean, ownShare]),
    ).toEqual([
      [12, 0],
      [12, 0],
    ]);
    // One value each cannot tell a person from luck: (10 + 90) / 2.
    expect(poolMeans([[10], [90]]).map(({ mean }) => mean)).toEqual([50, 50]);
  });

  it("is one's own when alone", () => {
    expect(poolMeans([[10, 20]])).toEqual([{ mean: 15, ownShare: 1 }]);
    expect(poolMeans([])).toEqual([]);
  });

  it("lies between the own and the overall mean, for anybody, in any order", () => {
    fc.assert(
      fc.property(groups, fc.boolean(), (people, heavyTails) => {
        fc.pre(total(people) > 0);
        const pooled = poolMeans(people, { heavyTails });
        const reversed = poolMeans([...people].reverse(), { heavyTails }).reverse();
        const newcomer = poolMeans([...people, []], { heavyTails }).at(-1)!.mean;
        const values = heavyTails ? winsoriseKeepingTotal(people) : people;
        pooled.forEach(({ mean, ownShare }, i) => {
          expect(reversed[i]!.mean).toBeCloseTo(mean, 5);
          expect(ownShare).toBeGreaterThanOrEqual(0);
          expect(ownShare).toBeLessThanOrEqual(1);
          const own = values[i]!.length === 0 ? newcomer : total([values[i]!]) / values[i]!.length;
          expect(mean).toBeGreaterThanOrEqual(Math.min(own, newcomer) - 1e-6);
          expect(mean).toBeLessThanOrEqual(Math.max(own, newcomer) + 1e-6);
        });
      }),
    );
  });

  it("refuses negative values and a team without any", () => {
    expect(() => poolMeans([[5, -1]])).toThrow(RangeError);
    expect(() => poolMeans([[Number.NaN]])).toThrow(RangeError);
    expect(() => poolMeans([[], []])).toThrow(RangeError);
  });
});

describe("one huge win", () => {
  it("no longer makes its owner's mean, and the team's total stays", () => {
    const usual = Array.from({ length: 20 }, (_, i) =>
      Array.from({ length: 10 }, (_, j) => 90 + ((i + j) % 21)),
    );
    const people = [...usual, [...usual[0]!, 10_000]];
    const cut = winsoriseKeepingTotal(people);
    expect(total(cut)).toBeCloseTo(total(people), 6);
    // 211 values: the 99th percentile is the third largest, 110; the rest is scaled by 31,0xx / 21,1xx.
    expect(Math.max(...cut.flat())).toBeLessThan(200);
    const plain = poolMeans(people).at(-1)!.mean;
    const tamed = poolMeans(people, { heavyTails: true }).at(-1)!.mean;
    expect(tamed).toBeLessThan(plain);
  });

  it("keeps the total for any team, and nothing negative appears", () => {
    fc.assert(
      fc.property(groups, (people) => {
        const cut = winsoriseKeepingTotal(people);
        expect(cut.map((own) => own.length)).toEqual(people.map((own) => own.length));
        expect(Math.abs(total(cut) - total(people))).toBeLessThan(1e-9 * (1 + total(people)));
        expect(cut.flat().every((value) => value >= 0)).toBe(true);
      }),
    );
  });
});

describe("quantiles of samples", () => {
  it("are R's type 7", () => {
    // quantile(c(1, 2, 3, 10), .9) = 3 + .7 · 7
    expect(quantileOfSorted([1, 2, 3, 10], 0.9)).toBeCloseTo(7.9, 12);
    expect(quantileOfSorted([4], 0.3)).toBe(4);
    expect(() => quantileOfSorted([], 0.5)).toThrow(RangeError);
  });

  it("find by selection the median that sorting finds", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 }), (values) => {
        const sorted = Float64Array.from(values).sort();
        expect(medianInPlace(Float64Array.from(values), values.length)).toBe(quantileOfSorted(sorted, 0.5));
      }),
    );
  });
});

describe("counted yields", () => {
  const evidence = fc.oneof(
    fc.record({ outcomes: fc.nat(60), exposure: fc.integer({ min: 1, max: 800 }) }),
    fc.constant({ outcomes: 0, exposure: 0 }),
  );

  it("are updated by counting: (3 + 9) / (50 + 100) = .08, own share 100 / 150", () => {
    const rate = poolYield({ outcomes: 9, exposure: 100 }, yieldPriorOf(0.06, 50));
    expect(rate.mean).toBeCloseTo(0.08, 14);
    expect(rate.ownShare).toBeCloseTo(2 / 3, 14);
    expect(rate.lower).toBeLessThan(0.08);
    expect(rate.upper).toBeGreaterThan(0.08);
    expect(yieldPosterior({ outcomes: 9, exposure: 100 }, yieldPriorOf(0.06, 50))).toEqual({
      shape: 12,
      rate: 150,
    });
  });

  it("find the people they were made from: Gamma(6, 100), 3,000 people with 200 calls", () => {
    const random = seededRandom(5);
    const exponential = () => -Math.log(1 - random());
    const people = Array.from({ length: 3000 }, () => {
      let yieldPerCall = 0;
      for (let i = 0; i < 6; i++) yieldPerCall += exponential() / 100;
      let outcomes = 0;
      for (let calls = exponential() / yieldPerCall; calls < 200; calls += exponential() / yieldPerCall)
        outcomes++;
      return { outcomes, exposure: 200 };
    });
    const prior = fitYieldPrior(people);
    expect(Math.abs(prior.mean - 0.06)).toBeLessThan(0.002);
    expect(prior.strength).toBeGreaterThan(88);
    expect(prior.strength).toBeLessThan(113);
  });

  it("give a person without history the prior mean, and finite numbers to everybody", () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 20 }), (people) => {
        const prior = fitYieldPrior(people, { fallback: { mean: 0.1, strength: 20 } });
        expect(poolYield({ outcomes: 0, exposure: 0 }, prior).mean).toBe(prior.mean);
        for (const own of people) {
          const { mean, lower, upper } = poolYield(own, prior);
          expect(mean).toBeGreaterThan(0);
          expect(mean).toBeLessThan(Number.POSITIVE_INFINITY);
          expect(lower).toBeLessThanOrEqual(upper);
        }
      }),
    );
  });

  it("let people of one mind leave the team's yield at last: strength stays near their exposure", () => {
    // Without the uniform-shrinkage prior the likelihood rises to the limit of 5,000.
    const alike = Array.from({ length: 8 }, () => ({ outcomes: 6, exposure: 100 }));
    const { mean, strength } = fitYieldPrior(alike);
    expect(mean).toBeCloseTo(0.06, 2);
    expect(strength).toBeGreaterThan(100);
    expect(strength).toBeLessThan(2000);
  });

  it("take the team's own mean at strength 20 when it is small: 5 of 40", () => {
    const few = [
      { outcomes: 2, exposure: 10 },
      { outcomes: 3, exposure: 30 },
    ];
    expect(fitYieldPrior(few)).toMatchObject({ mean: expect.closeTo(0.125, 12), strength: 20 });
    expect(fitYieldPrior(few, { fallback: { mean: 0.3, strength: 15 } })).toMatchObject({ strength: 15 });
  });

  it("refuse outcomes of nothing, negatives, and nothing at all", () => {
    const prior = yieldPriorOf(0.1, 20);
    expect(() => poolYield({ outcomes: 1, exposure: 0 }, prior)).toThrow(RangeError);
    expect(() => poolYield({ outcomes: -1, exposure: 5 }, prior)).toThrow(RangeError);
    expect(() => fitYieldPrior([{ outcomes: 0, exposure: Number.NaN }])).toThrow(RangeError);
    expect(() => fitYieldPrior([])).toThrow(RangeError);
  });
});
