import { describe, expect, test } from "vitest";
import { landingShare, stillToLand, sumOfLags } from "@/lib/engine/landing";

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("landing", () => {
  const lag = { kind: "lognormal", medianDays: 25, sigma: 0.7 } as const;

  test("median 25 days, spread .7: an even effort over 60 days lands 51.7 %", () => {
    const ahead = Array.from({ length: 60 }, (_, day) => landingShare(lag, day + 0.5));
    expect(sum(ahead) / 60).toBeCloseTo(0.517, 3);
    // Day 1 counts .89, day 30 .60, day 45 .23, day 55 .01.
    expect([59, 30, 15, 5].map((days) => landingShare(lag, days).toFixed(2))).toEqual([
      "0.89",
      "0.60",
      "0.23",
      "0.01",
    ]);
  });

  test("lags of several steps add means and variances", () => {
    const total = sumOfLags([lag, null, { kind: "lognormal", medianDays: 10, sigma: 0.5 }])!;
    if (total.kind !== "lognormal") throw new Error("a sum of lags is lognormal");
    const mean = 25 * Math.exp(0.245) + 10 * Math.exp(0.125);
    expect(total.medianDays * Math.exp(total.sigma ** 2 / 2)).toBeCloseTo(mean, 10);
    expect(sumOfLags([lag, null])).toBe(lag);
    expect(sumOfLags([null, null])).toBeNull();
  });

  test("what is in flight is what has not made its step and still can", () => {
    const step = { kind: "lognormal", medianDays: 6, sigma: 0.5 } as const;
    const fresh = stillToLand({ nextStep: step, rest: lag, age: 0, daysLeft: 60 });
    const old = stillToLand({ nextStep: step, rest: lag, age: 20, daysLeft: 40 });
    expect(fresh).toBeCloseTo(landingShare(sumOfLags([step, lag]), 60), 1);
    expect(old).toBeLessThan(0.02);
    expect(stillToLand({ nextStep: null, rest: lag, age: 1, daysLeft: 60 })).toBe(0);
    // Nothing after the step: whoever has not made it yet and makes it in time.
    const all = stillToLand({ nextStep: step, rest: null, age: 3, daysLeft: 10 });
    expect(all).toBeCloseTo(landingShare(step, 13) - landingShare(step, 3), 10);
  });
});
