import { describe, expect, test } from "vitest";
import { planPerson } from "@/lib/engine/person-plan";
import type { PersonPlan, StagePlan } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { examplePerson, november, openRecord, shareStep } from "@/tests/support/plan-example";

/** The oracle: docs/worked-examples.md, worked by hand before the plan was written. */

function planOf(input: PlanInput): PersonPlan {
  const result = planPerson(input);
  if (!result.ok) throw new Error(`no plan: ${JSON.stringify(result.reason)}`);
  return result.plan;
}

function stageOf(plan: PersonPlan, id: string): StagePlan {
  return plan.stages.find((stage) => stage.stage === id)!;
}

const calls = (plan: PersonPlan) => stageOf(plan, "call");

describe("ten person-days worked by hand", () => {
  test("1. in a steady state the day asks the rhythm and nothing else", () => {
    const plan = planOf(examplePerson({ openRecords: [openRecord(33_000)] }));
    expect(calls(plan).rhythmPerDay).toBeCloseTo(10, 12);
    expect(calls(plan).need).toBeCloseTo(55, 12);
    expect(stageOf(plan, "meeting").rhythmPerDay).toBeCloseTo(1, 12);
    expect(stageOf(plan, "proposal").rhythmPerDay).toBeCloseTo(0.5, 12);
    for (const stage of plan.stages) expect(stage.pushPerDay).toEqual(november.map(() => 0));
    expect(calls(plan).today).toEqual({ day: "2026-11-02", rhythm: 10, push: 0, total: 10 });
  });

  test("2. behind: 5 calls left to land ask 0.909 more a day while it can still land", () => {
    const plan = planOf(examplePerson({ openRecords: [openRecord(32_000)] }));
    const { pushPerDay, landingChance, asks, today } = calls(plan);
    expect(calls(plan).need).toBeCloseTo(60, 12);
    expect(pushPerDay[0]).toBeCloseTo((5 * 0.5) / 2.75, 12);
    expect(pushPerDay.slice(11)).toEqual(Array(10).fill(0));
    expect(pushPerDay.reduce((sum, push, day) => sum + push * landingChance[day]!, 0)).toBeCloseTo(5, 12);
    expect(today).toEqual({ day: "2026-11-02", rhythm: 10, push: 1, total: 11 });
    expect(asks.reduce((sum, ask) => sum + ask.push, 0)).toBe(10);
    expect(plan.words.lastPushDay).toBe("2026-11-13");
  });

  test("2. far behind: what does not fit under 15 % more is not asked and not owed", () => {
    const input = examplePerson({ openRecords: [openRecord(20_000)] });
    expect(calls(planOf(input)).pushPerDay[0]).toBeCloseTo((65 * 0.5) / 2.75, 12);
    expect(calls(planOf(input)).today).toEqual({ day: "2026-11-02", rhythm: 10, push: 1, total: 11 });
    expect(calls(planOf(input)).overCapToday).toBe(11);
    const roomy = planOf({ ...input, baselinePerDay: { call: 20 } });
    expect(calls(roomy).today).toEqual({ day: "2026-11-02", rhythm: 10, push: 12, total: 22 });
  });

  test("3. ahead: nothing is lacking and the rhythm goes on", () => {
    const plan = planOf(examplePerson({ closedMinor: 3_000_000, openRecords: [openRecord(20_000)] }));
    expect(plan.stillLackingMinor).toBe(0);
    expect(calls(plan).today).toEqual({ day: "2026-11-02", rhythm: 10, push: 0, total: 10 });
  });

  test("4. at the end of the period no push is asked that could not land", () => {
    const plan = planOf(examplePerson({ today: "2026-11-26", closedMinor: 3_000_000 }));
    expect(plan.daysLeft).toEqual(["2026-11-26", "2026-11-27", "2026-11-30"]);
    expect(calls(plan).need).toBeCloseTo(70, 12);
    expect(calls(plan).pushWithheld).toBe("cannot-land");
    expect(calls(plan).today).toEqual({ day: "2026-11-26", rhythm: 10, push: 0, total: 10 });
    expect(plan.words.newWorkPaysNextPeriodFrom).toBe("2026-11-26");
  });

  test("5. a newcomer's ramp scales the quota and the team's rates carry the plan", () => {
    const borrowed = (from: string, to: string, mean: number) =>
      shareStep(from, to, mean, {
        rate: {
          kind: "share",
          alpha: mean * 40,
          beta: (1 - mean) * 40,
          mean,
          lower: 0,
          upper: 1,
          ownShare: 0,
        },
        ownSuccesses: 0,
        ownTrials: 0,
      });
    const mixed = shareStep("call", "meeting", 0.105, {
      rate: { kind: "share", alpha: 21, beta: 179, mean: 0.105, lower: 0.08, upper: 0.13, ownShare: 0.25 },
      ownSuccesses: 6,
      ownTrials: 50,
      teamMean: 0.1,
    });
    const plan = planOf(
      examplePerson({
        quota: { amountMinor: 4_400_000, rampFactor: 0.5 },
        nextQuota: { amountMinor: 4_400_000, rampFactor: 0.75 },
        openRecords: [openRecord(11_000)],
        steps: [mixed, borrowed("meeting", "proposal", 0.5), borrowed("proposal", "win", 0.4)],
      }),
    );
    expect(plan.quotaMinor).toBe(2_200_000);
    expect(calls(plan).rhythmPerDay).toBeCloseTo(33_000 / 210 / 22, 12);
    expect(calls(plan).need).toBeCloseTo(11_000 / 210, 12);
    expect(plan.ownEvidence).toBeLessThan(0.3);
    expect(plan.status).toBe("learning");
  });

  test("6. what comes without outreach is netted off before any outreach is asked", () => {
    const arrivals = [{ stage: "proposal", thisPeriodMinor: 1_200_000, nextPeriodMinor: 4_000_000 }];
    const plan = planOf(examplePerson({ openRecords: [openRecord(20_000)], arrivals }));
    expect(calls(plan).rhythmPerDay).toBeCloseTo(4_000 / 200 / 22, 12);
    expect(calls(plan).need).toBeCloseTo(60, 12);
    const rhythm = calls(plan).asks.map((ask) => ask.rhythm);
    expect(rhythm.reduce((sum, units) => sum + units, 0)).toBe(20);
    expect(Math.max(...rhythm)).toBe(1);
  });

  test("7. time off makes the full days fuller and a half day asks half", () => {
    const workingDays = november.map(({ day }) => ({
      day,
      fraction: ["06", "13", "20", "27"].includes(day.slice(8)) ? 0.5 : 1,
    }));
    const plan = planOf(examplePerson({ closedMinor: 4_400_000, nextWorkingDays: 11, workingDays }));
    const on = (day: string) => calls(plan).asks.find((ask) => ask.day === day)!.total;
    expect(calls(plan).rhythmPerDay).toBeCloseTo(20, 12);
    expect(on("2026-11-02")).toBe(20);
    expect(on("2026-11-06")).toBe(10);
    expect(plan.status).toBe("quota-met");
  });

  test("8. a full calendar is a limit, and the levers that would reach the quota are each worked out alone", () => {
    const input = examplePerson({ capacity: { minutesPerDay: 480 } });
    const minutes: Record<string, number> = { call: 20, meeting: 60, proposal: 120 };
    const stages = input.stages.map((stage) => ({ ...stage, minutesPerUnit: minutes[stage.id] ?? 0 }));
    const plan = planOf({ ...input, stages });
    const reach = plan.reach!;
    expect(calls(plan).today.total).toBe(9);
    expect(reach.reachableMinor.expected).toBeCloseTo(1_072_500, 6);
    expect(reach.shortfallMinor).toBeCloseTo(3_327_500, 6);
    expect(reach.outOfReach).toBe(true);
    expect(plan.status).toBe("at-risk");
    expect(reach.levers!.rate.factor).toBeCloseTo(4_400 / 1_072.5, 10);
    expect(reach.levers!.rate.toRate).toBeCloseTo(0.4 * (4_400 / 1_072.5), 10);
    expect(reach.levers!.rate.possible).toBe(false);
    expect(reach.levers!.winValue.toMinor).toBeCloseTo((1_000_000 * 4_400) / 1_072.5, 4);
    expect(reach.levers!.moreDays.days).toBeCloseTo(33_275 / 975, 10);
    expect(reach.levers!.pipelineMinor).toBe(reach.shortfallMinor);
  });

  test("9. a funnel of counts alone works fully", () => {
    const plan = planOf(countedFunnel());
    expect(calls(plan).rhythmPerDay).toBeCloseTo(30 / 0.1 / 22, 12);
    expect(calls(plan).need).toBeCloseTo(200, 12);
    const rhythm = calls(plan).asks.map((ask) => ask.rhythm);
    const lands = Math.max(
      (10 * 300) / 22,
      rhythm.reduce((sum, units) => sum + units, 0),
    );
    expect(calls(plan).pushPerDay[0]).toBeCloseTo((200 - lands) / 10, 12);
    expect(calls(plan).today.push).toBe(7);
    expect([20, 21]).toContain(calls(plan).today.total);
    expect(calls(plan).capToday).toBe(23);
  });

  test("9. counts already done but not yet counted further on are never asked again", () => {
    const slow = { kind: "lognormal", medianDays: 3, sigma: 0.5 } as const;
    const base = countedFunnel();
    const steps = base.steps.map((step) => ({ ...step, lag: slow }));
    const without = planOf({ ...base, steps });
    const withWork = planOf({
      ...base,
      steps,
      inFlight: [{ stage: "call", day: "2026-11-16", count: 40 }],
    });
    expect(withWork.inFlightMinor).toBeGreaterThan(0);
    // 40 calls at 0.1 each can bring four meetings at the very most.
    expect(withWork.inFlightMinor).toBeLessThanOrEqual(4);
    expect(calls(withWork).need).toBeLessThan(calls(without).need);
    expect(stageOf(withWork, "conversation").need).toBe(stageOf(without, "conversation").need);
  });

  test("10. a zero rate is a reason and no division", () => {
    const steps = examplePerson().steps.slice(0, 2);
    const never = shareStep("proposal", "win", 0, { ownSuccesses: 0, ownTrials: 60 });
    expect(planPerson(examplePerson({ steps: [...steps, never] }))).toEqual({
      ok: false,
      reason: { code: "zero-rate", step: { from: "proposal", to: "win" } },
    });
  });
});

function countedFunnel(): PlanInput {
  return examplePerson({
    today: "2026-11-17",
    measure: { kind: "count", noun: { one: "accepted meeting", many: "accepted meetings" } },
    quota: { amountMinor: 30 },
    nextQuota: { amountMinor: 30 },
    closedMinor: 10,
    stages: [
      { id: "call", name: "Calls", measuredBy: "activity" },
      { id: "conversation", name: "Conversations", measuredBy: "count" },
      { id: "accepted", name: "Accepted meetings", measuredBy: "count" },
    ],
    steps: [shareStep("call", "conversation", 0.2), shareStep("conversation", "accepted", 0.5)],
    winValue: { meanMinor: 1, ownShare: 1, wins: 40 },
    baselinePerDay: { call: 20 },
  });
}
