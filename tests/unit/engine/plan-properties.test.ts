import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { forAnyPlan, planned } from "@/tests/support/any-plan";
import { anyPlanInput } from "@/tests/support/plan-arbitrary";
import { examplePerson, openRecord } from "@/tests/support/plan-example";
import { PROPERTY_RUNS } from "@/tests/support/properties";

const runs = { numRuns: PROPERTY_RUNS };
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

function everyFigure(value: unknown, path: string, visit: (figure: number, path: string) => void): void {
  if (typeof value === "number") visit(value, path);
  else if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) everyFigure(inner, `${path}.${key}`, visit);
  }
}

describe("any plan", () => {
  test("no NaN and no Infinity leaves it", () => {
    forAnyPlan((plan) => {
      everyFigure(plan, "plan", (figure, path) => {
        if (!Number.isFinite(figure)) throw new Error(`${path} is ${figure}`);
      });
    });
  });

  test("the exact forecast is finite too, and its range holds its order", () => {
    forAnyPlan(
      (_, input) => {
        const { forecast } = planned({ ...input, precision: "exact" })!;
        everyFigure(forecast, "forecast", (figure, path) => {
          if (!Number.isFinite(figure)) throw new Error(`${path} is ${figure}`);
        });
        expect(forecast.lowMinor).toBeLessThanOrEqual(forecast.highMinor);
      },
      Math.ceil(PROPERTY_RUNS / 5),
    );
  });

  test("rhythm and push add up, in whole units, within the cap", () => {
    forAnyPlan((plan) => {
      for (const stage of plan.stages) {
        for (const { rhythm, push, total } of stage.asks) {
          expect(rhythm + push).toBe(total);
          expect(Number.isInteger(rhythm) && Number.isInteger(push) && rhythm >= 0 && push >= 0).toBe(true);
        }
        expect(stage.today.total).toBeLessThanOrEqual(stage.capToday);
        expect(stage.asks.map((ask) => ask.day)).toEqual(plan.daysLeft);
      }
    });
  });

  test("the push lands exactly what the rhythm leaves, or is withheld", () => {
    forAnyPlan((plan) => {
      for (const { pushPerDay, landingChance, need, pushWithheld, rhythmPerDay } of plan.stages) {
        const landed = sum(pushPerDay.map((push, day) => push * landingChance[day]!));
        if (pushWithheld !== null) expect(landed).toBe(0);
        else expect(landed).toBeLessThanOrEqual(need * (1 + 1e-9));
        if (pushWithheld === null && rhythmPerDay === 0 && need > 1e-6)
          expect(landed / need).toBeCloseTo(1, 8);
      }
    });
  });
});

describe("what moves an ask, and which way", () => {
  /** Asks of the first stage over the days left, without a cap in the way. */
  const push = (plan: PersonPlan) => plan.stages[0]!.asks.map((ask) => ask.push);
  const withoutCap = (input: PlanInput): PlanInput => {
    const { capacity: _, ...rest } = input;
    return { ...rest, baselinePerDay: Object.fromEntries(input.stages.map(({ id }) => [id, 1e9])) };
  };

  /** Today and every running total of the days left ask at least as much. */
  function expectNoLess(more: number[], less: number[]): void {
    let difference = 0;
    more.forEach((units, day) => {
      difference += units - less[day]!;
      expect(difference).toBeGreaterThanOrEqual(0);
    });
  }

  test("more quota never asks less", () => {
    fc.assert(
      fc.property(anyPlanInput, fc.integer({ min: 1, max: 10_000_000 }), (drawn, raise) => {
        const input = withoutCap(drawn);
        const raised = { ...input, quota: { ...input.quota, amountMinor: input.quota.amountMinor + raise } };
        const [before, after] = [planned(input), planned(raised)];
        fc.pre(before !== null && after !== null);
        expectNoLess(push(after!), push(before!));
        expect(after!.stages[0]!.today.total).toBeGreaterThanOrEqual(before!.stages[0]!.today.total);
      }),
      runs,
    );
  });

  test("more quota for the next period never asks for less of the rhythm", () => {
    fc.assert(
      fc.property(anyPlanInput, fc.integer({ min: 1, max: 10_000_000 }), (input, raise) => {
        const raised = { ...input, nextQuota: { amountMinor: input.nextQuota.amountMinor + raise } };
        const [before, after] = [planned(input), planned(raised)];
        fc.pre(before !== null && after !== null);
        after!.stages.forEach((stage, index) => {
          expect(stage.rhythmPerDay).toBeGreaterThanOrEqual(before!.stages[index]!.rhythmPerDay);
        });
      }),
      runs,
    );
  });

  test("a better rate never asks more", () => {
    fc.assert(
      fc.property(
        anyPlanInput,
        fc.double({ min: 1, max: 3, noNaN: true }),
        fc.nat(3),
        (input, factor, which) => {
          const steps = input.steps.map((step, index) =>
            index === which % input.steps.length && step.rate?.kind === "share"
              ? { ...step, rate: { ...step.rate, mean: Math.min(1, step.rate.mean * factor) } }
              : step,
          );
          const [before, after] = [planned(input), planned({ ...input, steps })];
          fc.pre(before !== null && after !== null);
          after!.stages.forEach((stage, index) => {
            expect(stage.need).toBeLessThanOrEqual(before!.stages[index]!.need * (1 + 1e-12));
            expect(stage.rhythmPerDay).toBeLessThanOrEqual(before!.stages[index]!.rhythmPerDay * (1 + 1e-12));
          });
        },
      ),
      runs,
    );
  });

  test.each([
    [
      "closing a deal",
      (input: PlanInput): PlanInput => ({ ...input, closedMinor: input.closedMinor + 700_000 }),
    ],
    [
      "opening a deal",
      (input: PlanInput): PlanInput => ({
        ...input,
        openRecords: [...input.openRecords, openRecord(8_000, input.stages.at(-2)!.id, "new")],
      }),
    ],
    [
      "doing more than was asked",
      (input: PlanInput): PlanInput => ({
        ...input,
        inFlight: [...(input.inFlight ?? []), { stage: input.stages[0]!.id, day: "2026-10-31", count: 30 }],
      }),
    ],
  ])("%s never raises an ask", (_, more) => {
    fc.assert(
      fc.property(anyPlanInput, (drawn) => {
        const input = withoutCap(drawn);
        const [before, after] = [planned(input), planned(more(input))];
        fc.pre(before !== null && after !== null);
        expectNoLess(push(before!), push(after!));
        expect(after!.stages[0]!.today.total).toBeLessThanOrEqual(before!.stages[0]!.today.total);
        expect(after!.stages[0]!.today.rhythm).toBe(before!.stages[0]!.today.rhythm);
      }),
      runs,
    );
  });

  test("doing more lowers the push at once, down to the rhythm", () => {
    const lag = { kind: "lognormal", medianDays: 4, sigma: 0.5 } as const;
    const base = examplePerson({ openRecords: [openRecord(20_000)], baselinePerDay: { call: 100 } });
    const input = { ...base, steps: base.steps.map((step) => ({ ...step, lag })) };
    const todayAfter = (count: number) =>
      planned({ ...input, inFlight: [{ stage: "call", day: "2026-10-31", count }] })!.stages[0]!.today;
    expect(todayAfter(0).push).toBeGreaterThan(5);
    expect(todayAfter(50).push).toBeLessThan(todayAfter(0).push);
    expect(todayAfter(1000)).toMatchObject({ rhythm: 10, push: 0 });
  });

  test("the same input gives the same plan", () => {
    forAnyPlan(
      (plan, input) => expect(planned(structuredClone(input))).toEqual(plan),
      Math.ceil(PROPERTY_RUNS / 5),
    );
  });
});
