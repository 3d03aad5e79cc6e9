// Long because the worked examples of method b stand together with their sums.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaBinomial, largestBetaBinomial, logLikelihood } from "@/lib/engine/beta-binomial";
import { countTable, logRisingFactorials, risingSlopes } from "@/lib/engine/count-table";
import { logGamma } from "@/lib/engine/distributions";
import { INDUSTRY_RATES, industryFallback } from "@/lib/engine/industry";
import {
  fitPrior,
  fitPriorColumns,
  poolColumns,
  poolRate,
  priorOf,
  quickRange,
  STRENGTH_LIMITS,
} from "@/lib/engine/pooling";
import { evidence, seededRandom, wholeEvidence } from "@/tests/support/properties";

// Method b2, worked: six people, chi² 22.1 on 5 degrees of freedom.
const SIX = [
  { successes: 4, trials: 10 },
  { successes: 30, trials: 60 },
  { successes: 18, trials: 50 },
  { successes: 55, trials: 90 },
  { successes: 2, trials: 12 },
  { successes: 21, trials: 70 },
];
const columns = (people: typeof SIX) =>
  [
    Float64Array.from(people, (own) => own.successes),
    Float64Array.from(people, (own) => own.trials),
  ] as const;

describe("the worked example of six people", () => {
  it("has its maximum likelihood at Beta(7.54, 10.70)", () => {
    const { mean, strength } = largestBetaBinomial(betaBinomial(...columns(SIX)), {
      least: 0.1,
      most: 1e6,
      shrinkage: false,
    });
    expect(mean * strength).toBeCloseTo(7.54, 2);
    expect((1 - mean) * strength).toBeCloseTo(10.7, 2);
  });

  it("is fitted to Beta(9.99, 14.01), median trials (50 + 60) / 2 = 55", () => {
    const prior = fitPrior(SIX);
    expect(prior.alpha).toBeCloseTo(9.99, 2);
    expect(prior.beta).toBeCloseTo(14.01, 2);
    expect(prior.mean).toBeCloseTo(0.416, 3);
    expect(prior.strength).toBeCloseTo(24.0, 1);
    expect(betaBinomial(...columns(SIX)).medianTrials).toBe(55);
  });

  it("stands on a top: no neighbour in mean or strength is more likely", () => {
    const model = betaBinomial(...columns(SIX));
    const height = (mean: number, strength: number) =>
      logLikelihood(model, mean * strength, (1 - mean) * strength) +
      Math.log(55 * strength) -
      2 * Math.log(55 + strength);
    const { mean, strength } = fitPrior(SIX);
    const top = height(mean, strength);
    for (const [m, s] of [
      [0.001, 0],
      [-0.001, 0],
      [0, 0.2],
      [0, -0.2],
    ] as const) {
      expect(height(mean + m, strength + s)).toBeLessThan(top);
    }
  });

  it("shrinks everybody by what they bring: R = n / (n + 24.0)", () => {
    const prior = fitPrior(SIX);
    const rates = SIX.map((own) => poolRate(own, prior));
    const means = [0.411, 0.476, 0.378, 0.57, 0.333, 0.33];
    const shares = [0.29, 0.71, 0.68, 0.79, 0.33, 0.74];
    rates.forEach((rate, i) => {
      expect(rate.mean).toBeCloseTo(means[i]!, 3);
      expect(rate.ownShare).toBeCloseTo(shares[i]!, 2);
    });
    expect(rates[4]).toMatchObject({ lower: expect.closeTo(0.235, 3), upper: expect.closeTo(0.435, 3) });
    // scipy: beta.ppf([.1, .9], 64.99, 49.01) = .5105, .6291 (the method's text rounds the lower end up).
    expect(rates[3]).toMatchObject({ lower: expect.closeTo(0.5105, 3), upper: expect.closeTo(0.629, 3) });
  });

  it("gives a newcomer .416 [.290, .546], the spread of people and not of the team's mean", () => {
    const newcomer = poolRate({ successes: 0, trials: 0 }, fitPrior(SIX));
    expect(newcomer.mean).toBeCloseTo(0.416, 3);
    expect(newcomer.lower).toBeCloseTo(0.29, 3);
    expect(newcomer.upper).toBeCloseTo(0.546, 3);
    expect(newcomer.ownShare).toBe(0);
  });
});

describe("rising factorials on count tables", () => {
  it("count what exceeds each number: 3 and 1 give 2, 1, 1", () => {
    expect(Array.from(countTable([3, 1]).weight)).toEqual([2, 1, 1]);
    // ln(2 · 3 · 4) + ln 2
    expect(logRisingFactorials(countTable([3, 1]), 2)).toBeCloseTo(Math.log(24) + Math.log(2), 13);
  });

  it("lie linearly between whole counts: 2.25 is a quarter of the way from 2 to 3", () => {
    const at = (count: number) => logRisingFactorials(countTable([count]), 1.7);
    expect(at(2.25)).toBeCloseTo(0.75 * at(2) + 0.25 * at(3), 13);
    // Also where cells are wider than one.
    expect(at(50_000.5)).toBeCloseTo((at(50_000) + at(50_001)) / 2, 6);
  });

  it("agree with differences of log-gamma at moderate strength", () => {
    fc.assert(
      fc.property(
        fc.array(wholeEvidence, { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0.3, max: 300, noNaN: true }),
        fc.double({ min: 0.3, max: 300, noNaN: true }),
        (people, alpha, beta) => {
          const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);
          const byLogGamma = people.reduce(
            (sum, { successes: k, trials: n }) =>
              sum + logBeta(k + alpha, n - k + beta) - logBeta(alpha, beta),
            0,
          );
          const value = logLikelihood(betaBinomial(...columns(people)), alpha, beta);
          expect(Math.abs(value - byLogGamma)).toBeLessThan(1e-8 * (1 + Math.abs(byLogGamma)));
        },
      ),
    );
  });

  it("stay within a millionth beyond the exact cells, at a million dials", () => {
    const table = countTable([1_000_000]);
    const exact = logGamma(1_000_000 + 40) - logGamma(40);
    expect(Math.abs(logRisingFactorials(table, 40) / exact - 1)).toBeLessThan(1e-6);
    expect(table.cells).toBeLessThan(12_000);
  });

  it("know their slopes", () => {
    const table = countTable([5, 2.5, 7000]);
    const slopes = new Float64Array(2);
    risingSlopes(table, 3, slopes);
    const step = 1e-4;
    const [above, at, below] = [3 + step, 3, 3 - step].map((x) => logRisingFactorials(table, x));
    expect(slopes[0]).toBeCloseTo((above! - below!) / (2 * step), 5);
    expect(slopes[1]).toBeCloseTo((above! - 2 * at! + below!) / step ** 2, 2);
  });
});

describe("a fitted prior", () => {
  it("answers with finite numbers and a strength between 2 and 5,000 for any valid evidence", () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 30 }), (people) => {
        const prior = fitPrior(people);
        expect(prior.mean).toBeGreaterThan(0);
        expect(prior.mean).toBeLessThan(1);
        expect(prior.strength).toBeGreaterThanOrEqual(STRENGTH_LIMITS.least - 1e-9);
        expect(prior.strength).toBeLessThanOrEqual(STRENGTH_LIMITS.most + 1e-6);
        for (const own of people) {
          const { mean, lower, upper, ownShare } = poolRate(own, prior);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(upper);
          expect(mean).toBeGreaterThan(0);
          expect(mean).toBeLessThan(1);
          expect(ownShare).toBeGreaterThanOrEqual(0);
          expect(ownShare).toBeLessThan(1);
        }
      }),
    );
  });

  it("gives a person without history exactly the prior mean", () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 12 }), (people) => {
        const prior = fitPrior(people);
        expect(poolRate({ successes: 0, trials: 0 }, prior).mean).toBe(prior.mean);
      }),
    );
  });

  it("does not depend on the order of people, nor on people without trials", () => {
    fc.assert(
      fc.property(
        fc
          .array(wholeEvidence, { minLength: 5, maxLength: 25 })
          .chain((people) =>
            fc.tuple(
              fc.constant(people),
              fc.shuffledSubarray(people, { minLength: people.length, maxLength: people.length }),
            ),
          ),
        ([people, shuffled]) => {
          const nobody = { successes: 0, trials: 0 };
          expect(fitPrior([nobody, ...shuffled, nobody])).toEqual(fitPrior(people));
        },
      ),
    );
  });

  it("pulls a rate towards the team, never past it", () => {
    fc.assert(
      fc.property(fc.array(wholeEvidence, { minLength: 5, maxLength: 12 }), (people) => {
        const prior = fitPrior(people);
        for (const own of people.filter((person) => person.trials > 0)) {
          const raw = own.successes / own.trials;
          const { mean } = poolRate(own, prior);
          expect(mean).toBeGreaterThanOrEqual(Math.min(raw, prior.mean) - 1e-12);
          expect(mean).toBeLessThanOrEqual(Math.max(raw, prior.mean) + 1e-12);
        }
      }),
    );
  });

  it("finds the people it was made from: Beta(6, 14), 4,000 people with 50 trials", () => {
    const random = seededRandom(11);
    const gammaDraw = (shape: number) => {
      let sum = 0;
      for (let i = 0; i < shape; i++) sum -= Math.log(1 - random());
      return sum;
    };
    const people = Array.from({ length: 4000 }, () => {
      const [a, b] = [gammaDraw(6), gammaDraw(14)];
      let successes = 0;
      for (let i = 0; i < 50; i++) if (random() < a / (a + b)) successes++;
      return { successes, trials: 50 };
    });
    const { mean, strength } = fitPrior(people);
    expect(Math.abs(mean - 0.3)).toBeLessThan(0.006); // 3 standard errors of .102 / √4000 with sampling noise
    expect(strength).toBeGreaterThan(18);
    expect(strength).toBeLessThan(22);
  });

  it("lets people of one mind leave the team's rate at last: strength stays finite", () => {
    const alike = Array.from({ length: 8 }, () => ({ successes: 10, trials: 50 }));
    const { mean, strength } = fitPrior(alike);
    expect(mean).toBeCloseTo(0.2, 2);
    expect(strength).toBeGreaterThan(50);
    expect(strength).toBeLessThanOrEqual(5000);
  });
});

describe("a team too small to be its own guide", () => {
  const four = SIX.slice(0, 4);
  it("takes the industry's figure at strength 20", () => {
    const prior = fitPrior([{ successes: 1, trials: 30 }], { fallback: industryFallback("offer-to-accept") });
    expect(prior).toMatchObject({ mean: 0.82, strength: 20 });
  });

  it("takes its own mean from 200 trials on: 107 of 210", () => {
    const prior = fitPrior(four, { fallback: industryFallback("offer-to-accept") });
    expect(prior.mean).toBeCloseTo(107 / 210, 12);
    expect(prior.strength).toBeCloseTo(20, 12);
  });

  it("keeps off 0 and 1 where nobody, or everybody, passed: (0 + ½) / (9 + 1)", () => {
    expect(fitPrior([{ successes: 0, trials: 9 }]).mean).toBeCloseTo(0.05, 12);
    expect(fitPrior([{ successes: 9, trials: 9 }]).mean).toBeCloseTo(0.95, 12);
    const nobodyOfSeven = fitPrior(Array.from({ length: 7 }, () => ({ successes: 0, trials: 3 })));
    expect(nobodyOfSeven.mean).toBeCloseTo(0.5 / 22, 6);
  });

  it("assumes nothing without a trial", () => {
    expect(fitPrior([])).toMatchObject({ alpha: 1, beta: 1 });
  });

  it("has only ordered fractions to fall back on, each with its source", () => {
    for (const rate of Object.values(INDUSTRY_RATES)) {
      expect(rate.low).toBeGreaterThan(0);
      expect(rate.low).toBeLessThanOrEqual(rate.middle);
      expect(rate.middle).toBeLessThanOrEqual(rate.high);
      expect(rate.high).toBeLessThan(1);
      expect(rate.strength === 20 || rate.strength === 5).toBe(true);
      expect(rate.source.length).toBeGreaterThan(5);
    }
  });
});

describe("lists", () => {
  it("get the same prior and means from columns as one person's page", () => {
    const [successes, trials] = columns(SIX);
    const prior = fitPriorColumns(successes, trials);
    expect(prior).toEqual(fitPrior(SIX));
    const out = { means: new Float64Array(6), ownShares: new Float64Array(6) };
    poolColumns(successes, trials, prior, out);
    SIX.forEach((own, i) => {
      const { mean, ownShare } = poolRate(own, prior);
      expect(out.means[i]).toBeCloseTo(mean, 14);
      expect(out.ownShares[i]).toBeCloseTo(ownShare, 14);
    });
  });

  it("get a quick range within two points of the exact one", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 900, noNaN: true }),
        fc.double({ min: 2, max: 900, noNaN: true }),
        (alpha, beta) => {
          const quick = quickRange(alpha, beta);
          const exact = poolRate({ successes: 0, trials: 0 }, { alpha, beta });
          expect(Math.abs(quick.lower - exact.lower)).toBeLessThan(0.02);
          expect(Math.abs(quick.upper - exact.upper)).toBeLessThan(0.02);
        },
      ),
    );
  });
});

describe("what no caller should send", () => {
  const prior = priorOf(0.4, 20);
  it.each([
    { successes: 3, trials: 2 },
    { successes: -1, trials: 2 },
    { successes: 0, trials: Number.NaN },
    { successes: Number.NaN, trials: 4 },
    { successes: 0, trials: Number.POSITIVE_INFINITY },
  ])("$successes of $trials is refused", (own) => {
    expect(() => fitPrior([...SIX, own])).toThrow(RangeError);
    expect(() => poolRate(own, prior)).toThrow(RangeError);
  });

  it("and a prior without width", () => {
    expect(() => poolRate({ successes: 1, trials: 2 }, { alpha: 0, beta: 1 })).toThrow(RangeError);
    expect(() => priorOf(1, 20)).toThrow(RangeError);
    expect(() => priorOf(0.5, Number.NaN)).toThrow(RangeError);
  });
});
