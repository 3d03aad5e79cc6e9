import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulativeIncidence, type IncidenceRecord, incidenceAt } from "@/lib/engine/incidence";
import { effectiveShare, lagOfChain, lagSummary, landingChance } from "@/lib/engine/lag";
import { maturityAt, maturityByDay, maturityCurve } from "@/lib/engine/maturity";
import { winningChance, winningCurve } from "@/lib/engine/winning";

/** Method a3, worked: days 3 win, 5 loss, 8 win, 10 open, 12 loss, 15 win, 20 open, 25 open. */
const EIGHT: IncidenceRecord[] = [
  { days: 3, outcome: "advanced" },
  { days: 5, outcome: "lost" },
  { days: 8, outcome: "advanced" },
  { days: 10, outcome: "open" },
  { days: 12, outcome: "lost" },
  { days: 15, outcome: "advanced" },
  { days: 20, outcome: "open" },
  { days: 25, outcome: "open" },
];

const stays = fc.array(
  fc.record({
    days: fc.nat(60),
    outcome: fc.constantFrom("advanced" as const, "lost" as const, "open" as const),
  }),
  { maxLength: 60 },
);

describe("cumulative incidence", () => {
  it("follows the worked example of eight deals", () => {
    const points = cumulativeIncidence(EIGHT);
    // 1/8, then 1/8 more of 8 (6/8 × 1/6), then 15/32 left after day 12, of which a third: 5/32.
    expect(points.map((point) => point.days)).toEqual([3, 5, 8, 12, 15]);
    const expected = [0.125, 0.125, 0.25, 0.25, 0.40625];
    points.forEach((point, i) => {
      expect(point.advanced).toBeCloseTo(expected[i]!, 12);
    });
    expect(points.at(-1)!.lost).toBeCloseTo(0.28125, 12);
    expect(points.at(-1)!.stillOpen).toBeCloseTo(0.3125, 12);
    // The stay censored on day 10 moves nothing.
    expect(incidenceAt(points, 10).advanced).toBeCloseTo(0.25, 12);
    expect(incidenceAt(points, 2)).toEqual({ days: 0, advanced: 0, lost: 0, stillOpen: 1 });
  });

  it("is the plain share where nothing is open", () => {
    fc.assert(
      fc.property(stays, (records) => {
        const decided = records.filter((record) => record.outcome !== "open");
        const last = cumulativeIncidence(decided).at(-1);
        if (decided.length === 0) expect(last).toBeUndefined();
        else {
          const advanced = decided.filter((record) => record.outcome === "advanced").length;
          expect(last!.advanced).toBeCloseTo(advanced / decided.length, 10);
          expect(last!.stillOpen).toBeCloseTo(0, 10);
        }
      }),
    );
  });

  it("never goes down, always adds up to one, and does not depend on the order of records", () => {
    fc.assert(
      fc.property(stays, (records) => {
        const points = cumulativeIncidence(records);
        expect(cumulativeIncidence([...records].reverse())).toEqual(points);
        let before = { days: -1, advanced: 0, lost: 0 };
        for (const point of points) {
          expect(point.days).toBeGreaterThan(before.days);
          expect(point.advanced).toBeGreaterThanOrEqual(before.advanced);
          expect(point.lost).toBeGreaterThanOrEqual(before.lost);
          expect(point.advanced + point.lost + point.stillOpen).toBeCloseTo(1, 10);
          before = point;
        }
      }),
    );
  });

  it("refuses days that are none", () => {
    expect(() => cumulativeIncidence([{ days: -1, outcome: "open" }])).toThrow(RangeError);
    expect(() => cumulativeIncidence([{ days: Number.NaN, outcome: "lost" }])).toThrow(RangeError);
  });
});

describe("maturity", () => {
  it("is the share of the final incidence: 4/13, 8/13, 1", () => {
    const curve = maturityCurve(cumulativeIncidence(EIGHT));
    expect(curve.map((point) => point.days)).toEqual([3, 8, 15]);
    expect(curve[0]!.share).toBeCloseTo(0.125 / 0.40625, 12);
    expect(curve[1]!.share).toBeCloseTo(0.25 / 0.40625, 12);
    expect(curve[2]!.share).toBe(1);
    expect([2, 3, 7.9, 8, 15, 900].map((days) => maturityAt(curve, days))).toEqual([
      0,
      curve[0]!.share,
      curve[0]!.share,
      curve[1]!.share,
      1,
      1,
    ]);
  });

  it("reads the same by whole days as by search", () => {
    fc.assert(
      fc.property(stays, fc.nat(80), (records, day) => {
        const curve = maturityCurve(cumulativeIncidence(records));
        const shares = maturityByDay(curve);
        expect(shares[Math.min(day, shares.length - 1)]).toBe(maturityAt(curve, day));
      }),
    );
  });

  it("takes the speed of decisions while nothing has advanced, and knows nothing before", () => {
    const onlyLosses = maturityCurve(
      cumulativeIncidence([
        { days: 4, outcome: "lost" },
        { days: 9, outcome: "lost" },
      ]),
    );
    expect(onlyLosses).toEqual([
      { days: 4, share: 0.5 },
      { days: 9, share: 1 },
    ]);
    expect(maturityCurve(cumulativeIncidence([{ days: 9, outcome: "open" }]))).toEqual([]);
    expect(maturityAt([], 50)).toBe(0);
  });
});

describe("lags", () => {
  const lag = { medianDays: 25, sigma: 0.7 };

  it("land as the worked example says: day 1 of 60 counts .89, day 30 .60, day 45 .23, day 55 .01", () => {
    const chances = [1, 30, 45, 55].map((day) => landingChance(lag, 60 - day));
    [0.89, 0.6, 0.23, 0.01].forEach((expected, i) => {
      expect(chances[i]).toBeCloseTo(expected, 2);
    });
    // Even effort over the 60 days: 51.7 % lands.
    expect(effectiveShare(lag, 60)).toBeCloseTo(0.517, 3);
  });

  it("are read off a maturity curve: days 10 and 40, half each, spread ln 4 / 2", () => {
    const summary = lagSummary([
      { days: 10, share: 0.5 },
      { days: 40, share: 1 },
    ]);
    expect(summary!.medianDays).toBe(10);
    expect(summary!.sigma).toBeCloseTo(Math.log(4) / 2, 12);
    expect(lagSummary([])).toBeNull();
  });

  it("keep mean and variance when steps are put in a row", () => {
    const moments = ({ medianDays, sigma }: { medianDays: number; sigma: number }) => {
      const mean = medianDays * Math.exp(sigma ** 2 / 2);
      return { mean, variance: Math.expm1(sigma ** 2) * mean ** 2 };
    };
    const steps = [lag, { medianDays: 10, sigma: 1 }, { medianDays: 3, sigma: 0 }];
    const whole = moments(lagOfChain(steps));
    const parts = steps.map(moments);
    expect(whole.mean).toBeCloseTo(
      parts.reduce((sum, part) => sum + part.mean, 0),
      9,
    );
    expect(whole.variance).toBeCloseTo(
      parts.reduce((sum, part) => sum + part.variance, 0),
      7,
    );
    expect(lagOfChain([lag]).medianDays).toBeCloseTo(25, 12);
  });

  it("without spread land on the day, and never before the start", () => {
    const sure = { medianDays: 5, sigma: 0 };
    expect([4.9, 5, 6].map((days) => landingChance(sure, days))).toEqual([0, 1, 1]);
    expect([landingChance(lag, 0), landingChance(lag, -3)]).toEqual([0, 0]);
    expect(() => landingChance({ medianDays: 0, sigma: 1 }, 3)).toThrow(RangeError);
    expect(() => effectiveShare(lag, 0)).toThrow(RangeError);
    expect(() => lagOfChain([])).toThrow(RangeError);
  });
});

describe("the chance that an open record is won", () => {
  const curve = winningCurve(EIGHT);

  it("follows the curves: at age 9, (.40625 - .25) / (1 - .25 - .125) = .25", () => {
    expect(winningChance(curve, { ageDays: 9 })).toBeCloseTo(0.25, 12);
    expect(winningChance(curve, { ageDays: 0 })).toBeCloseTo(0.40625, 12);
    // Within 5 days of age 9 nobody was won; within 6 somebody was, on day 15.
    expect(winningChance(curve, { ageDays: 9, daysLeft: 5 })).toBe(0);
    expect(winningChance(curve, { ageDays: 9, daysLeft: 6 })).toBeCloseTo(0.25, 12);
  });

  it("falls to nothing past the oldest win ever seen", () => {
    expect(winningChance(curve, { ageDays: 16 })).toBe(0);
    expect(winningChance(curve, { ageDays: 400, daysLeft: 30 })).toBe(0);
  });

  it("leans on the fallback where few were watched: 3 watched beyond day 12, weight 3 / 23", () => {
    const fallback = { rate: 0.3, lag: { medianDays: 20, sigma: 0.8 } };
    // Equal lags for wins and losses: the assumed chance stays the rate.
    expect(winningChance(winningCurve([]), { ageDays: 40, fallback })).toBeCloseTo(0.3, 12);
    const observed = (0.40625 - 0.25) / (1 - 0.25 - 0.28125);
    expect(winningChance(curve, { ageDays: 12, fallback })).toBeCloseTo(
      (3 / 23) * observed + (20 / 23) * 0.3,
      12,
    );
  });

  it("falls with age where losses are found out later than wins", () => {
    const fallback = {
      rate: 0.3,
      lag: { medianDays: 20, sigma: 0.8 },
      lossLag: { medianDays: 60, sigma: 0.8 },
    };
    const chances = [0, 10, 30, 90, 300].map((ageDays) =>
      winningChance(winningCurve([]), { ageDays, fallback }),
    );
    expect(chances[0]).toBeCloseTo(0.3, 12);
    for (let i = 1; i < chances.length; i++) expect(chances[i]).toBeLessThan(chances[i - 1]!);
  });

  it("is a chance for any curve, age and time left, and in time never above ever", () => {
    const fallback = fc.option(
      fc.record({
        rate: fc.double({ min: 0, max: 1, noNaN: true }),
        lag: fc.record({
          medianDays: fc.double({ min: 0.5, max: 200, noNaN: true }),
          sigma: fc.double({ min: 0, max: 2, noNaN: true }),
        }),
      }),
      { nil: null },
    );
    fc.assert(
      fc.property(stays, fc.nat(90), fc.nat(90), fallback, (records, ageDays, daysLeft, assumed) => {
        if (records.length === 0 && assumed === null) return;
        const at = assumed === null ? { ageDays } : { ageDays, fallback: assumed };
        const ever = winningChance(winningCurve(records), at);
        const inTime = winningChance(winningCurve(records), { ...at, daysLeft });
        expect(ever).toBeGreaterThanOrEqual(0);
        expect(ever).toBeLessThanOrEqual(1);
        expect(inTime).toBeGreaterThanOrEqual(0);
        expect(inTime).toBeLessThanOrEqual(ever + 1e-12);
      }),
    );
  });

  it("refuses to guess from nothing", () => {
    expect(() => winningChance(winningCurve([]), { ageDays: 3 })).toThrow(RangeError);
    expect(() => winningChance(curve, { ageDays: -1 })).toThrow(RangeError);
  });
});
