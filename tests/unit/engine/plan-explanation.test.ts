import { describe, expect, test } from "vitest";
import type { ExplanationNode, PersonPlan } from "@/lib/engine/person-plan-shape";
import { forAnyPlan, planned } from "@/tests/support/any-plan";
import { evaluateFormula } from "@/tests/support/formula";
import { maya } from "@/tests/support/plan-example";

function everyNode(node: ExplanationNode, visit: (node: ExplanationNode) => void): void {
  visit(node);
  for (const input of node.inputs) everyNode(input, visit);
}

function rootsOf(plan: PersonPlan): ExplanationNode[] {
  const { stages, forecast, likelihood } = plan.explanation;
  return [...stages.map((stage) => stage.root), forecast, likelihood];
}

/** Differences of large sums lose their last digits: the scale of a node is that of its largest input. */
function recomputes(node: ExplanationNode): boolean {
  const inputs = new Map(node.inputs.map((input) => [input.key, input.value]));
  const value = evaluateFormula(node.formula!, inputs);
  const scale = Math.max(
    Math.abs(node.value),
    ...(node.formula!.includes("-") ? [...inputs.values()].map(Math.abs) : []),
  );
  return Math.abs(value - node.value) <= 1e-9 * scale || value === node.value;
}

describe("the explanation", () => {
  test("every node of every plan recomputes from its inputs", () => {
    forAnyPlan((plan) => {
      for (const root of rootsOf(plan)) {
        everyNode(root, (node) => {
          if (node.formula === undefined) return;
          if (!recomputes(node)) throw new Error(`does not recompute: ${JSON.stringify(node)}`);
        });
      }
    });
  });

  test("each root is the ask of its stage, and survives JSON", () => {
    forAnyPlan((plan) => {
      for (const { stage, root } of plan.explanation.stages) {
        expect(root.value).toBe(plan.stages.find((entry) => entry.stage === stage)!.today.total);
      }
      expect(JSON.parse(JSON.stringify(plan.explanation))).toEqual(plan.explanation);
    });
  });

  test("Maya's tree holds both columns and the landing table of the mockup", () => {
    const plan = planned(maya())!;
    const found = new Map<string, ExplanationNode>();
    everyNode(plan.explanation.stages[0]!.root, (node) => {
      if (!found.has(node.key)) found.set(node.key, node);
    });
    const rounded = (key: string) => Number(found.get(key)!.value.toPrecision(4));
    expect(found.get("nextQuota")!.label).toBe("Quota, 1 Jan to 31 Mar");
    expect(found.get("nextQuota")!.note).toBe("not set yet: this one continues");
    expect(["nextQuota", "nextArrivals", "fromOutreach"].map((key) => found.get(key)!.value)).toEqual([
      30_000_000, 5_800_000, 24_200_000,
    ]);
    expect(["rates", "nextNeed", "rhythmPerDay", "need", "left", "push"].map(rounded)).toEqual([
      0.006912, 1591, 26.97, 149.9, 13.86, 3.914,
    ]);
    expect(found.get("rhythmLands")!.value).toBeCloseTo(136.08, 10);
    expect(found.get("squares")!.value).toBeCloseTo(1.6992, 12);
    const weeks = ["lands_1", "lands_2", "lands_3", "lands_4", "lands_5", "lands_6"].map(
      (key) => found.get(key)!,
    );
    expect(weeks.slice(0, 4).map((week) => week.label)).toEqual([
      "24 to 27 Nov",
      "30 Nov to 4 Dec",
      "7 to 11 Dec",
      "14 to 18 Dec",
    ]);
    const chanceOfWeek = (week: ExplanationNode) =>
      week.inputs.find((input) => input.key === "chance")!.value;
    weeks.slice(0, 4).forEach((week, index) => {
      expect(chanceOfWeek(week)).toBeCloseTo([0.48, 0.36, 0.24, 0.12][index]!, 12);
    });
    expect(
      ["pushes_1", "pushes_2", "pushes_3", "pushes_4"].map((key) => found.get(key)!.value.toFixed(2)),
    ).toEqual(["5.64", "5.28", "2.35", "0.59"]);
  });

  test("evidence reaches its leaf untouched", () => {
    const evidence = { query: "resultsOfPerson", params: { person: "maya", from: "2026-10-01" }, count: 12 };
    const plan = planned(maya({ closedEvidence: evidence }))!;
    const carried: unknown[] = [];
    for (const root of rootsOf(plan)) {
      everyNode(root, (node) => {
        if (node.key === "closed") carried.push(node.evidence);
      });
    }
    expect(carried.length).toBeGreaterThan(3);
    for (const found of carried) expect(found).toBe(evidence);
  });
});
