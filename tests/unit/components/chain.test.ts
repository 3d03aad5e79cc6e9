import { describe, expect, test } from "vitest";
import { chainLines } from "@/components/explanation/chain";
import { figureText } from "@/components/explanation/figure-text";
import { stageColumns } from "@/components/explanation/stage-columns";
import { figure } from "@/lib/engine/explanation";
import { planPerson } from "@/lib/engine/person-plan";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import { maya } from "@/tests/support/plan-example";

function mayasColumns() {
  const result = planPerson(maya());
  if (!result.ok) throw new Error("the worked example has a plan");
  const root = result.plan.explanation.stages[0]!.root;
  return stageColumns(root, { nextPeriod: "next quarter", thisPeriod: "this quarter" });
}

describe("a derivation written out", () => {
  test("reads from the quota to the answer, operator by operator", () => {
    const [rhythm] = mayasColumns();
    expect(rhythm!.lines.map((line) => `${line.operator}${line.node.key}`)).toEqual([
      "nextQuota",
      "−nextArrivals",
      "=fromOutreach",
      "÷winValue",
      "=nextWins",
      "÷rates",
      "=nextNeed",
      "÷nextDays",
      "=rhythmPerDay",
      "=rhythmAsked",
    ]);
    expect(rhythm!.lines.at(-1)).toMatchObject({ answer: true, node: { value: 27 } });
  });

  test("the push ends in what is asked today, with its weeks beside it", () => {
    const push = mayasColumns()[1]!;
    expect(push.lines.slice(-2).map((line) => [line.operator, line.node.value])).toEqual([
      ["+", 27],
      ["=", 31],
    ]);
    const weeks = push.lines.find((line) => line.weeks)?.weeks;
    expect(weeks?.map((week) => week.span?.to)).toEqual([
      "2026-11-27",
      "2026-12-04",
      "2026-12-11",
      "2026-12-18",
      "2026-12-24",
      "2026-12-31",
    ]);
  });

  test("every sum on the page comes out: operand by operand it makes the figure after the equals sign", () => {
    for (const column of mayasColumns()) {
      let total = 0;
      for (const { operator, node } of column.lines) {
        if (operator === "") total = node.value;
        if (operator === "+") total += node.value;
        if (operator === "−") total -= node.value;
        if (operator === "×") total *= node.value;
        if (operator === "÷") total /= node.value;
        if (operator !== "=") continue;
        const isRounding = Number.isInteger(node.value) && Math.abs(node.value - total) < 1;
        expect(isRounding || Math.abs(total - node.value) <= 1e-9 * Math.abs(node.value)).toBe(true);
        total = node.value;
      }
    }
  });

  test("a formula that is no sequence of steps stays one line", () => {
    const leaf = (key: string, value: number) => figure(key, key, value, "units");
    const mixed = figure("mix", "Mixed", 7, "units", {
      formula: "a + b * c",
      inputs: [leaf("a", 1), leaf("b", 2), leaf("c", 3)],
    });
    expect(chainLines(mixed)).toHaveLength(1);
  });
});

describe("figures of a derivation", () => {
  const usd = { currency: "USD", digits: 2 };
  const text = (value: number, unit: ExplanationNode["unit"]) => figureText({ value, unit }, usd, "en-GB");
  test.each([
    [30_000_000, "money", "$300,000"],
    [8_440_000.4, "money", "$84,400"],
    [15_206.4, "money", "$152.06"],
    [0.006912, "share", "0.691%"],
    [0.48, "share", "48.0%"],
    [1591.4, "units", "1,591"],
    [149.94, "units", "149.94"],
    [31, "units", "31"],
    [11, "wins", "11.0"],
    [26.97, "units-per-day", "27.0"],
    [59, "days", "59"],
  ] as const)("%d %s reads %s", (value, unit, expected) => {
    expect(text(value, unit)).toBe(expected);
  });
  test("a measure that is no money shows plain numbers", () => {
    expect(figureText({ value: 12.5, unit: "money" }, null, "en-GB")).toBe("12.5");
  });
});
