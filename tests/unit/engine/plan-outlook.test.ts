import { describe, expect, test } from "vitest";
import { assumedVolume, chanceOf, outlookOf, rangeOf } from "@/lib/engine/outlook";
import { planned } from "@/tests/support/any-plan";
import { examplePerson, maya, openRecord } from "@/tests/support/plan-example";

describe("the outlook", () => {
  test("assumes the volume of late, mixed with the rhythm at the weight of twenty days", () => {
    // (40 x 40 + 10 x 20) / 60 = 30
    expect(assumedVolume({ perDay: 40, days: 40 }, 10)).toBeCloseTo(30, 12);
    expect(assumedVolume({ perDay: 0, days: 0 }, 10)).toBe(10);
  });

  test("its range is reached 9 times in 10 below and 1 time in 10 above", () => {
    const outlook = outlookOf(maya(), 1);
    const { lowMinor, highMinor } = rangeOf(outlook);
    expect(chanceOf(outlook, lowMinor)).toBeCloseTo(0.9, 1);
    expect(chanceOf(outlook, highMinor)).toBeCloseTo(0.1, 1);
  });

  test("the closed form of lists is within eight points of the exact probability", () => {
    const exact = planned(maya())!.forecast.likelihood.exact;
    const quick = planned(maya({ precision: "quick" }))!.forecast.likelihood.exact;
    expect(Math.abs(exact - quick)).toBeLessThan(0.08);
    expect(planned(maya({ precision: "quick" }))!.stages).toEqual(planned(maya())!.stages);
  });

  test("one open record that alone decides: the likelihood is its chance, and certain once it is won", () => {
    const plan = planned(
      examplePerson({
        today: "2026-11-26",
        closedMinor: 4_000_000,
        openRecords: [openRecord(10_000)],
        recentVolume: { perDay: 0, days: 40 },
      }),
    )!;
    expect(plan.forecast.likelihood.exact).toBeCloseTo(0.5, 2);
    expect(plan.decidingRecords.map((record) => record.likelihoodIfWon.exact)).toEqual([0.98]);
  });

  test("past wins of many sizes keep the mean that the plan uses", () => {
    const outlook = outlookOf(
      examplePerson({
        winValue: { meanMinor: 900, ownShare: 1, wins: 3, recentMinor: [100, 200, 300] },
      }),
      2,
    );
    expect(outlook.winValues).toEqual([450, 900, 1350]);
  });

  test("rates known for ever still leave the season's 10 %", () => {
    const steps = examplePerson().steps.map((step) => ({
      ...step,
      rate: {
        ...step.rate!,
        kind: "share" as const,
        alpha: 1e9 * step.rate!.mean,
        beta: 1e9 * (1 - step.rate!.mean),
      },
    }));
    expect(outlookOf(examplePerson({ steps }), 1).rateCv2).toBeCloseTo(0.01, 6);
  });
});

describe("quiet", () => {
  const winning = examplePerson({ closedMinor: 4_400_000 });
  const held = (heldMinor: number, changes = {}) =>
    planned({ ...winning, nextPipeline: { heldMinor, usualShare: null, periods: 0 }, ...changes })!;

  test("needs the quota in hand and four fifths of the usual pipeline for the next", () => {
    // Half of 44,000 is usual: 22,000; four fifths are 17,600.
    expect(held(1_760_000)).toMatchObject({
      quiet: true,
      nextPipeline: { usualMinor: 2_200_000, share: 0.8 },
    });
    expect(held(1_750_000).quiet).toBe(false);
  });

  test("never comes to somebody who is behind, however full the next pipeline", () => {
    expect(held(9_000_000, { closedMinor: 0 }).quiet).toBe(false);
  });

  test("leaves the rhythm where it was", () => {
    expect(held(9_000_000).stages[0]!.today).toMatchObject({ rhythm: 10, push: 0 });
  });
});
