import { describe, expect, test } from "vitest";
import { planPerson } from "@/lib/engine/person-plan";
import type { PlanInput, PlanRefusal } from "@/lib/engine/plan-input";
import { examplePerson, openRecord, shareStep } from "@/tests/support/plan-example";

const refusals: [what: string, changes: Partial<PlanInput>, reason: PlanRefusal][] = [
  ["a quota of nothing", { quota: { amountMinor: 0 } }, { code: "quota-zero" }],
  ["a ramp of nothing", { quota: { amountMinor: 100, rampFactor: 0 } }, { code: "quota-zero" }],
  ["a period that is over", { today: "2026-12-01" }, { code: "period-over", endedOn: "2026-11-30" }],
  ["no working day left", { workingDays: [] }, { code: "no-working-days-left", endsOn: "2026-11-30" }],
  [
    "a step with neither history nor prior",
    { steps: [shareStep("call", "meeting", 0.1, { rate: null }), ...examplePerson().steps.slice(1)] },
    { code: "no-history", step: { from: "call", to: "meeting" } },
  ],
  ["wins that bring nothing", { winValue: { meanMinor: 0, ownShare: 0, wins: 0 } }, { code: "no-win-value" }],
  ["a funnel without steps", { stages: [examplePerson().stages[0]!], steps: [] }, { code: "no-steps" }],
];

describe("what cannot be planned is a reason", () => {
  test.each(refusals)("%s", (_, changes, reason) => {
    expect(planPerson(examplePerson(changes))).toEqual({ ok: false, reason });
  });

  test("rates that multiply to next to nothing name the smallest step", () => {
    const steps = [
      shareStep("call", "meeting", 1e-9),
      shareStep("meeting", "proposal", 1e-12),
      shareStep("proposal", "win", 0.4),
    ];
    expect(planPerson(examplePerson({ steps }))).toEqual({
      ok: false,
      reason: { code: "zero-rate", step: { from: "meeting", to: "proposal" } },
    });
  });

  const broken: [field: string, changes: Partial<PlanInput>][] = [
    ["today", { today: "2026-02-30" }],
    ["closedMinor", { closedMinor: Number.NaN }],
    ["quota", { quota: { amountMinor: Number.POSITIVE_INFINITY } }],
    ["quota", { quota: { amountMinor: -1 } }],
    ["openRecords", { openRecords: [{ ...openRecord(1), winInTimeChance: 1.2 }] }],
    ["openRecords", { openRecords: [openRecord(1, "nowhere")] }],
    ["workingDays", { workingDays: [{ day: "2026-12-24", fraction: 1 }] }],
    ["workingDays", { workingDays: [{ day: "2026-11-24", fraction: 0 }] }],
    ["inFlight.day", { inFlight: [{ stage: "call", day: "2026-11-02", count: 3 }] }],
    ["steps", { steps: examplePerson().steps.slice(1) }],
    ["recentVolume", { recentVolume: { perDay: Number.NaN, days: 1 } }],
  ];
  test.each(broken)("an unusable %s is named and nothing is thrown", (field, changes) => {
    expect(planPerson(examplePerson(changes))).toEqual({
      ok: false,
      reason: { code: "unusable-input", field },
    });
  });

  test("a day off is planned and asks nothing today", () => {
    const result = planPerson(examplePerson({ today: "2026-11-01" }));
    expect(result.ok && result.plan.isWorkingDay).toBe(false);
    expect(result.ok && result.plan.stages.map((stage) => stage.today.total)).toEqual([0, 0, 0]);
    expect(result.ok && result.plan.stages[0]!.asks[0]!.total).toBeGreaterThan(0);
  });

  test("nobody works in the next period: no rhythm, and no division by its days", () => {
    const result = planPerson(examplePerson({ nextWorkingDays: 0 }));
    expect(result.ok && result.plan.stages[0]!.rhythmPerDay).toBe(0);
    expect(result.ok && result.plan.saferPlan).toBeNull();
  });
});
