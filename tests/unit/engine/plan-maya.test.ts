import { describe, expect, test } from "vitest";
import { planPerson } from "@/lib/engine/person-plan";
import type { PersonPlan, StagePlan } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { maya } from "@/tests/support/plan-example";

/** The example of the mockups, worked by hand in docs/worked-examples.md. */

function planOf(input: PlanInput): PersonPlan {
  const result = planPerson(input);
  if (!result.ok) throw new Error(`no plan: ${JSON.stringify(result.reason)}`);
  return result.plan;
}

function stageOf(plan: PersonPlan, id: string): StagePlan {
  return plan.stages.find((stage) => stage.stage === id)!;
}

describe("Maya of the mockups", () => {
  const plan = planOf(maya());
  const outreach = stageOf(plan, "outreach");

  test("27 a day keep the next quarter fed", () => {
    expect(plan.nextPeriodWins).toBeCloseTo(11, 12);
    expect(outreach.nextPeriodNeed).toBeCloseTo(1_591.4, 1);
    expect(outreach.rhythmPerDay).toBeCloseTo(26.97, 2);
    expect(outreach.asks.slice(0, 18).map((ask) => ask.rhythm)).toEqual(Array(18).fill(27));
    expect(stageOf(plan, "proposal").nextPeriodNeed).toBeCloseTo(27.5, 10);
    expect(stageOf(plan, "conversation").nextPeriodNeed).toBeCloseTo(286.5, 1);
  });

  test("about one win is lacking, and the push is 3.91, 2.94, 1.96 and 0.98 by week", () => {
    expect(plan.stillLackingMinor).toBeCloseTo(2_280_000, 6);
    expect(plan.lackingWins).toBeCloseTo(1.04, 2);
    expect(outreach.need).toBeCloseTo(149.94, 2);
    const firstOfWeek = [0, 3, 8, 13].map((day) => outreach.pushPerDay[day]!.toFixed(2));
    expect(firstOfWeek).toEqual(["3.91", "2.94", "1.96", "0.98"]);
  });

  test("today asks 31 = 27 + 4, within 15 % above the baseline", () => {
    expect(outreach.today).toEqual({ day: "2026-11-24", rhythm: 27, push: 4, total: 31 });
    expect(outreach.capToday).toBe(31);
    expect(plan.channels.reduce((sum, channel) => sum + channel.units, 0)).toBe(31);
    expect(stageOf(plan, "conversation").today.total).toBe(6);
    expect(stageOf(plan, "held").today.total).toBe(1);
  });

  test("the sentence says 4 more a day this week, then 3, 2 and 1, none after 18 December", () => {
    expect(plan.words.pushByWeek.map((week) => week.perDay)).toEqual([4, 3, 2, 1]);
    expect(plan.words.pushByWeek.map((week) => week.days)).toEqual([3, 5, 5, 5]);
    expect(plan.words.lastPushDay).toBe("2026-12-18");
    expect(plan.words).toMatchObject({ rhythm: 27, push: 4, newWorkPaysNextPeriodFrom: "2026-12-21" });
  });

  test("one more a day brings $8,972, today's 31 bring $4,714, the safer plan is 35 a day", () => {
    expect(Math.round(plan.oneMoreADayMinor / 100)).toBe(8_972);
    expect(Math.round(plan.todayWorthMinor / 100)).toBe(4_714);
    expect(Math.round(plan.saferPlan!.perDay)).toBe(35);
  });

  test("usual pace mixes eight quarters with an even line", () => {
    expect(plan.pace.usualShare).toBeCloseTo((8 * 0.524 + 4 * (38 / 64)) / 12, 12);
    expect(plan.pace.linear).toBe(false);
  });

  test("at her own volume the quota is as likely as not, and the large deals decide it", () => {
    expect(plan.forecast.likelihood.word).toBe("as-likely-as-not");
    expect(plan.forecast.withPlan.exact).toBeGreaterThan(plan.forecast.likelihood.exact);
    expect(plan.forecast.lowMinor).toBeLessThan(plan.forecast.expectedMinor);
    expect(plan.forecast.highMinor).toBeGreaterThan(plan.forecast.expectedMinor);
    expect(plan.decidingRecords.map((record) => record.name)).toEqual([
      "Hallam Foods",
      "Brightwater Clinics",
      "Tideline Hotels",
    ]);
    for (const record of plan.decidingRecords) {
      expect(record.likelihoodIfWon.exact).toBeGreaterThan(plan.forecast.likelihood.exact);
    }
  });
});
