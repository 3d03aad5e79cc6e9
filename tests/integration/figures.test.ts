import { beforeAll, describe, expect, it } from "vitest";
import { listDayTargets } from "@/lib/data/day-targets";
import type { Scope } from "@/lib/data/scope";
import type { ExplanationNode, PersonPlan, PlanResult } from "@/lib/engine/person-plan-shape";
import { ensureDay } from "@/lib/usecases/ensure-day";
import { listEvidence, walk } from "@/lib/usecases/evidence";
import { sampleScope } from "@/prisma/seed/sample-state";
import { seedSamples } from "@/prisma/seed/write";
import { testDatabase } from "@/tests/support/database/test-database";
import { evaluateFormula } from "@/tests/support/formula";

const TODAY = "2026-11-24";

/** Everything a person is shown rests on stored derivations: here each of them is recomputed and recounted. */
describe("stored figures of the sample companies", () => {
  const test = testDatabase();
  const plans: { scope: Scope; plan: PersonPlan; roots: ExplanationNode[] }[] = [];

  beforeAll(async () => {
    await seedSamples(TODAY);
    for (const { organizationId } of await test.client.organization.findMany()) {
      const scope = await sampleScope(organizationId);
      await ensureDay(scope, TODAY);
      for (const target of await listDayTargets(scope, { day: TODAY })) {
        const result = target.plan as PlanResult;
        if (!result.ok) continue;
        const { stages, forecast, likelihood } = result.plan.explanation;
        plans.push({
          scope,
          plan: result.plan,
          roots: [...stages.map((stage) => stage.root), forecast, likelihood],
        });
      }
    }
  }, 300_000);

  it("has a plan for everybody who owes something", () => {
    expect(plans.length).toBeGreaterThanOrEqual(14);
  });

  it("recomputes every node of every explanation from its formula text", () => {
    let nodes = 0;
    for (const root of plans.flatMap(({ roots }) => roots)) {
      walk(root, (node) => {
        expect(Number.isFinite(node.value), `${node.key} is ${node.value}`).toBe(true);
        if (node.formula === undefined) return;
        nodes += 1;
        const inputs = new Map(node.inputs.map((input) => [input.key, input.value]));
        const value = evaluateFormula(node.formula, inputs);
        expect(Math.abs(value - node.value), `${node.key} = ${node.formula}`).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(node.value)),
        );
      });
    }
    expect(nodes).toBeGreaterThan(1000);
  });

  it("lists as many rows behind every leaf as it was counted from", async () => {
    const asked = new Map<string, { scope: Scope; node: ExplanationNode }>();
    for (const { scope, roots } of plans) {
      for (const root of roots) {
        walk(root, (node) => {
          if (node.evidence) asked.set(JSON.stringify(node.evidence), { scope, node });
        });
      }
    }
    expect(asked.size).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const { scope, node } of asked.values()) {
      const { total } = await listEvidence(scope, node.evidence!, { offset: 0, limit: 1 });
      if (total !== node.evidence!.count) {
        wrong.push(`${node.label} (${node.evidence!.query}): ${node.evidence!.count} told, ${total} listed`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("asks again on the same day what it asked in the morning, and stores nothing twice", async () => {
    const before = await test.client.dayTarget.count();
    for (const scope of new Set(plans.map((entry) => entry.scope))) await ensureDay(scope, TODAY);
    expect(await test.client.dayTarget.count()).toBe(before);
  });
});
