// Long because the worked examples of method e stand together with their sums.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logGamma } from "@/lib/engine/distributions";
import {
  attainmentProbability,
  openDealsDistribution,
  openDealsMoments,
  quickAttainment,
  sharedSpreadOf,
} from "@/lib/engine/forecast";
import { newWinsMoments, newWinsTail, withCommonShock } from "@/lib/engine/new-wins";
import { NORMAL_NODES } from "@/lib/engine/normal-nodes";
import { exactTotals, type OpenDeal } from "@/lib/engine/open-deals";

/** Method e, worked: (.3, 20k) (.6, 12k) (.15, 60k) (.5, 25k) (.4, 18k). */
const FIVE: OpenDeal[] = [
  [0.3, 20_000],
  [0.6, 12_000],
  [0.15, 60_000],
  [0.5, 25_000],
  [0.4, 18_000],
].map(([probability, value]) => ({ probability: probability!, valueMinor: value! * 100 }));

/** All subsets, one by one: the plainest truth there is. */
function byEnumeration(deals: readonly OpenDeal[], missing: number): number {
  let chance = 0;
  for (let subset = 0; subset < 2 ** deals.length; subset++) {
    let [weight, total] = [1, 0];
    deals.forEach(({ probability, valueMinor }, i) => {
      const won = (subset >> i) % 2 === 1;
      weight *= won ? probability : 1 - probability;
      if (won) total += valueMinor;
    });
    if (total >= missing) chance += weight;
  }
  return chance;
}

const dealArbitrary = fc.record({
  probability: fc.double({ min: 0, max: 1, noNaN: true }),
  valueMinor: fc.nat(5000),
});
const winsArbitrary = fc.record({
  shape: fc.double({ min: 0, max: 80, noNaN: true }),
  rate: fc.double({ min: 0.1, max: 50, noNaN: true }),
  exposure: fc.double({ min: 0, max: 60, noNaN: true }),
});
const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe("what five open deals bring", () => {
  it("has mean 41.9k and deviation 28.5k", () => {
    const { mean, variance } = openDealsMoments(FIVE);
    // .3·20 + .6·12 + .15·60 + .5·25 + .4·18 = 6 + 7.2 + 9 + 12.5 + 7.2
    expect(mean).toBeCloseTo(41.9 * 1e5, 4);
    expect(Math.sqrt(variance) / 1e5).toBeCloseTo(28.5, 1);
  });

  it.each([
    [25, 0.743],
    [50, 0.349],
    [80, 0.11],
  ])("reaches %ik with chance %f", (thousands, expected) => {
    const missingMinor = thousands * 1e5;
    expect(attainmentProbability({ missingMinor, openDeals: FIVE })).toBeCloseTo(expected, 3);
    expect(attainmentProbability({ missingMinor, openDeals: FIVE })).toBeCloseTo(
      byEnumeration(FIVE, missingMinor),
      12,
    );
    const cells = openDealsDistribution(FIVE, 1e5);
    expect(cells).toHaveLength(136); // 0k to 135k
    expect(sum(cells.slice(thousands))).toBeCloseTo(expected, 3);
  });

  it("is not what the normal approximation says: .724, .388, .091", () => {
    // Kept as a warning: the gamma match is closer, and still only for lists.
    const moments = openDealsMoments(FIVE);
    expect(Math.abs(quickAttainment({ missingMinor: 50e5, ...moments }) - 0.349)).toBeLessThan(0.388 - 0.349);
  });
});

describe("the distribution of open deals", () => {
  it("splits a value between its neighbours and keeps the mean: 150 on a grid of 100", () => {
    expect(openDealsDistribution([{ probability: 0.5, valueMinor: 150 }], 100)).toEqual([0.5, 0.25, 0.25]);
  });

  it("lumps what lies beyond the cap into the last cell", () => {
    const cells = openDealsDistribution(FIVE, 1e5, 51);
    expect(cells).toHaveLength(51);
    expect(cells[50]).toBeCloseTo(byEnumeration(FIVE, 50e5), 12);
    expect(openDealsDistribution([], 10)).toEqual([1]);
  });

  it("adds up to one, keeps the mean, and does not depend on the order of deals", () => {
    fc.assert(
      fc.property(
        fc.array(dealArbitrary, { maxLength: 25 }),
        fc.integer({ min: 1, max: 700 }),
        (deals, step) => {
          const cells = openDealsDistribution(deals, step);
          expect(sum(cells)).toBeCloseTo(1, 10);
          const mean = cells.reduce((total, chance, i) => total + chance * i * step, 0);
          expect(mean).toBeCloseTo(openDealsMoments(deals).mean, 5);
          const reversed = openDealsDistribution([...deals].reverse(), step);
          expect(reversed).toHaveLength(cells.length);
          reversed.forEach((chance, i) => {
            expect(chance).toBeCloseTo(cells[i]!, 10);
          });
        },
      ),
    );
  });

  it("keeps totals that tie with the quota: three thirds reach it with p³", () => {
    const thirds = Array.from({ length: 3 }, () => ({ probability: 0.5, valueMinor: 10_001 }));
    expect(attainmentProbability({ missingMinor: 30_003, openDeals: thirds })).toBeCloseTo(0.125, 14);
    expect(attainmentProbability({ missingMinor: 30_004, openDeals: thirds })).toBe(0);
    expect(Array.from(exactTotals(thirds, 1e6)!.chances)).toEqual([0.125, 0.375, 0.375, 0.125]);
  });
});

describe("the chance of reaching what is missing", () => {
  it("agrees with all subsets of deals, one by one", () => {
    fc.assert(
      fc.property(
        fc.array(dealArbitrary, { maxLength: 9 }),
        fc.integer({ min: 1, max: 20_000 }),
        (deals, missing) => {
          expect(attainmentProbability({ missingMinor: missing, openDeals: deals })).toBeCloseTo(
            byEnumeration(deals, missing),
            10,
          );
        },
      ),
    );
  });

  it("stays within half a point of the truth on the grid, with many different deals", () => {
    const deals = Array.from({ length: 60 }, (_, i) => ({
      probability: 0.1 + (i % 7) / 10,
      valueMinor: 10_007 + 1_733 * i,
    }));
    const missingMinor = 1_400_000;
    expect(exactTotals(deals, missingMinor)).toBeNull();
    const fine = openDealsDistribution(deals, 100);
    const truth = sum(fine.slice(missingMinor / 100));
    expect(Math.abs(attainmentProbability({ missingMinor, openDeals: deals }) - truth)).toBeLessThan(0.005);
  });

  it.each([
    [4, 0.775],
    [6, 0.514],
    [8, 0.284],
    [10, 0.135],
  ])("with Gamma(9, 3 a month) and 2 months: at least %i wins with chance %f", (wins, expected) => {
    const newWins = { shape: 9, rate: 3, exposure: 2 };
    const chance = (missingMinor: number, winValuesMinor?: number[]) =>
      attainmentProbability({
        missingMinor,
        openDeals: [],
        newWins,
        ...(winValuesMinor && { winValuesMinor }),
      });
    // Σ of the negative binomial's own terms.
    const term = (n: number) =>
      Math.exp(logGamma(9 + n) - logGamma(9) - logGamma(n + 1)) * 0.6 ** 9 * 0.4 ** n;
    const below = sum(Array.from({ length: wins }, (_, n) => term(n)));
    expect(1 - below).toBeCloseTo(expected, 3);
    expect(chance(wins)).toBeCloseTo(1 - below, 12); // each counts 1
    expect(chance(wins * 7_000, [7_000])).toBeCloseTo(1 - below, 12); // equal values, closed form
    expect(chance(wins * 7_000, [7_000, 14_000])).toBeGreaterThan(chance(wins * 7_000, [7_000]));
  });

  it("compounds by Panjer what plain convolution gives", () => {
    const wins = { shape: 2.5, rate: 4, exposure: 5 };
    const values = [300, 300, 500, 900];
    const size = 40;
    const severity = new Array<number>(size).fill(0);
    for (const value of values) severity[value / 100]! += 1 / values.length;
    const share = 1.25 / 2.25;
    let power = [1, ...new Array<number>(size - 1).fill(0)];
    const totals = new Array<number>(size).fill(0);
    for (let n = 0; n < size; n++) {
      const chance =
        Math.exp(logGamma(2.5 + n) - logGamma(2.5) - logGamma(n + 1)) * (1 - share) ** 2.5 * share ** n;
      for (let i = 0; i < size; i++) totals[i]! += chance * power[i]!;
      const before = power;
      power = before.map((_, i) => sum(severity.slice(0, i + 1).map((f, j) => f * before[i - j]!)));
    }
    const tail = newWinsTail(wins, values, 3900);
    for (const amount of [100, 300, 450, 1200, 3900]) {
      const below = sum(totals.slice(0, Math.ceil(amount / 100)));
      expect(tail(amount)).toBeCloseTo(1 - below, 10);
    }
  });

  it("goes over to the gamma without a jump where wins are many", () => {
    const at = (exposure: number) =>
      newWinsTail({ shape: 60, rate: 2, exposure }, [900, 1100, 1500, 2500], 50_000)(50_000);
    // Exposure 1 brings 30 wins: exact below, gamma above.
    expect(Math.abs(at(1.0001) - at(0.9999))).toBeLessThan(0.01);
  });

  it("adds open deals and new wins: half a deal short, .5 + .5 · P(at least one win)", () => {
    const newWins = { shape: 1, rate: 1, exposure: 1 };
    // Geometric: P(none) = 1/2.
    const input = { missingMinor: 100, openDeals: [{ probability: 0.5, valueMinor: 100 }], newWins };
    expect(attainmentProbability({ ...input, winValuesMinor: [100] })).toBeCloseTo(0.5 + 0.5 * 0.5, 12);
  });

  it("is certain when nothing is missing, and nil when nothing can come", () => {
    expect(attainmentProbability({ missingMinor: 0, openDeals: [] })).toBe(1);
    expect(attainmentProbability({ missingMinor: -5, openDeals: FIVE })).toBe(1);
    expect(attainmentProbability({ missingMinor: 1, openDeals: [] })).toBe(0);
    const nobodyWorks = { shape: 5, rate: 2, exposure: 0 };
    expect(attainmentProbability({ missingMinor: 1, openDeals: [], newWins: nobodyWorks })).toBe(0);
  });

  it("widens when the deals share an uncertain rate, and keeps the middle", () => {
    const openDeals = Array.from({ length: 40 }, () => ({ probability: 0.3, valueMinor: 1000 }));
    const chance = (wins: number, sharedSpread: number) =>
      attainmentProbability({ missingMinor: wins * 1000, openDeals, sharedSpread });
    expect(chance(18, 0.5)).toBeGreaterThan(chance(18, 0) + 0.05); // good surprises
    expect(chance(8, 0.5)).toBeLessThan(chance(8, 0) - 0.05); // bad ones
    const mean = (spread: number) => sum(Array.from({ length: 40 }, (_, i) => chance(i + 1, spread)));
    expect(mean(0)).toBeCloseTo(12, 9);
    expect(Math.abs(mean(0.5) - 12)).toBeLessThan(0.1);
    expect(sharedSpreadOf(30, 70)).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 70), 2);
  });

  it("is a chance for any valid input, and falls as more is missing", () => {
    fc.assert(
      fc.property(
        fc.array(dealArbitrary, { maxLength: 15 }),
        fc.option(winsArbitrary, { nil: null }),
        fc.array(fc.nat(4000), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: -100, max: 60_000 }),
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        (openDeals, newWins, winValuesMinor, missingMinor, sharedSpread) => {
          const input = { openDeals, winValuesMinor, sharedSpread, ...(newWins && { newWins }) };
          const chance = attainmentProbability({ missingMinor, ...input });
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          const harder = attainmentProbability({ missingMinor: missingMinor + 5000, ...input });
          // Different grids differ by rounding.
          expect(harder).toBeLessThanOrEqual(chance + 0.01);
        },
      ),
    );
  });

  it.each([
    ["a missing amount that is none", { missingMinor: Number.NaN, openDeals: [] }],
    ["a chance above one", { missingMinor: 5, openDeals: [{ probability: 1.2, valueMinor: 5 }] }],
    ["a negative value", { missingMinor: 5, openDeals: [{ probability: 0.2, valueMinor: -5 }] }],
    [
      "a rate without exposure unit",
      { missingMinor: 5, openDeals: [], newWins: { shape: 1, rate: 0, exposure: 1 } },
    ],
    [
      "wins worth nothing known",
      { missingMinor: 5, openDeals: [], newWins: { shape: 1, rate: 1, exposure: 1 }, winValuesMinor: [] },
    ],
  ])("refuses %s", (_, input) => {
    expect(() => attainmentProbability(input)).toThrow(RangeError);
  });

  it("refuses a grid without a step", () => {
    expect(() => openDealsDistribution(FIVE, 0)).toThrow(RangeError);
    expect(() => openDealsDistribution(FIVE, 100, 0)).toThrow(RangeError);
  });
});

describe("for lists", () => {
  it("mean and variance are close to exact with a dozen deals and new wins", () => {
    const openDeals = Array.from({ length: 12 }, (_, i) => ({
      probability: 0.2 + 0.05 * i,
      valueMinor: 900 + 40 * i,
    }));
    const newWins = { shape: 9, rate: 3, exposure: 2 };
    const open = openDealsMoments(openDeals);
    const fresh = newWinsMoments(newWins, { mean: 1000, variance: 0 });
    expect(fresh).toEqual({ mean: 6000, variance: 10_000_000 }); // mean 6, variance 10
    for (const missingMinor of [8_000, 12_000, 16_000]) {
      const exact = attainmentProbability({ missingMinor, openDeals, newWins, winValuesMinor: [1000] });
      const quick = quickAttainment({
        missingMinor,
        mean: open.mean + fresh.mean,
        variance: open.variance + fresh.variance,
      });
      expect(Math.abs(quick - exact)).toBeLessThan(0.05);
    }
  });

  it("answer the ends plainly", () => {
    expect(quickAttainment({ missingMinor: 0, mean: 0, variance: 0 })).toBe(1);
    expect(quickAttainment({ missingMinor: 10, mean: 0, variance: 0 })).toBe(0);
    expect(quickAttainment({ missingMinor: 10, mean: 10, variance: 0 })).toBe(1);
    expect(quickAttainment({ missingMinor: 11, mean: 10, variance: 0 })).toBe(0);
    expect(() => quickAttainment({ missingMinor: 1, mean: -1, variance: 0 })).toThrow(RangeError);
  });

  it("are chances for any moments", () => {
    const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.double({ min: 0, max: 1e15, noNaN: true }),
        (missingMinor, mean, variance) => {
          const chance = quickAttainment({ missingMinor, mean, variance });
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("a shock shared by everybody", () => {
  it("keeps the mean and adds its variance: CV² = 1/9 + .01 + .01/9", () => {
    const shocked = withCommonShock({ shape: 9, rate: 3, exposure: 2 }, 0.1);
    expect(shocked.shape / shocked.rate).toBeCloseTo(3, 12);
    expect(1 / shocked.shape).toBeCloseTo(1 / 9 + 0.01 + 0.01 / 9, 12);
  });
});

describe("quadrature", () => {
  it("knows the normal's moments: 1, 0, 1, 0, 3, 15 at the sixth", () => {
    const moment = (power: number) => sum(NORMAL_NODES.map(({ at, weight }) => weight * at ** power));
    [1, 0, 1, 0, 3, 0, 15].forEach((expected, power) => {
      expect(moment(power)).toBeCloseTo(expected, 12);
    });
  });
});
