import type { ExplanationNode } from "@/lib/engine/person-plan-shape";

export type Operator = "" | "+" | "−" | "×" | "÷" | "=";

/** A line of a chain: an operator, a figure, and what stands behind it (opened on request). */
export type ChainLine = {
  operator: Operator;
  node: ExplanationNode;
  strong: boolean;
  /** The last line is the answer and has a heavier rule. */
  answer?: boolean;
  /** The figure before it was rounded, where this line is that rounding. */
  roundedFrom?: number;
  /** Weeks that belong to this step and are shown as a small table above it. */
  weeks?: ExplanationNode[];
};

type Term = { operator: Operator; key: string };

/**
 * A derivation as people write it: start with a figure, take away, divide, and say what it makes. The tree's first
 * operand is written out above its result, the others stay one line each and open to their own derivation.
 * A formula that is no such sequence (a sum of many, a product) is one line: its inputs are its evidence.
 */
export function chainLines(root: ExplanationNode): ChainLine[] {
  const lines = linesOf(root, "");
  return lines.map((line, place) =>
    place === lines.length - 1 ? { ...line, strong: true, answer: true } : line,
  );
}

function linesOf(node: ExplanationNode, operator: Operator): ChainLine[] {
  const terms = sequence(node);
  if (!terms) return [{ operator, node, strong: operator === "=" }];
  const [first, ...others] = terms;
  if (!first) return [{ operator, node, strong: false }];
  const rest = others.filter(({ node: input }) => !isNeutral(input));
  const start = linesOf(first.node, "");
  if (rest.length === 0 && sameFigure(first.node, node)) return renamed(start, node);
  const weeks = weeksBeside(node, terms);
  return [
    ...start,
    ...rest.map((term): ChainLine => ({ operator: term.operator, node: term.node, strong: false })),
    {
      operator: "=",
      node,
      strong: true,
      ...(rest.length === 0 ? { roundedFrom: first.node.value } : {}),
      ...(weeks.length > 0 ? { weeks } : {}),
    },
  ];
}

/** Inputs the formula does not name but that show how it comes about, week by week. */
function weeksBeside(node: ExplanationNode, terms: { node: ExplanationNode }[]): ExplanationNode[] {
  const named = new Set(terms.map((term) => term.node));
  const beside = node.inputs.find((input) => !named.has(input) && input.inputs.some((row) => row.span));
  return beside?.inputs ?? [];
}

/** The inputs in the order of the formula, or null when it is no plain sequence of + − × ÷. */
function sequence(node: ExplanationNode): { operator: Operator; node: ExplanationNode }[] | null {
  const terms = node.formula === undefined ? null : readTerms(node.formula);
  if (!terms) return null;
  const inputs = terms.map((term) => ({
    operator: term.operator,
    node: node.inputs.find((input) => input.key === term.key),
  }));
  return inputs.every(
    (term): term is { operator: Operator; node: ExplanationNode } => term.node !== undefined,
  )
    ? inputs
    : null;
}

const operators: Record<string, Operator> = { "+": "+", "-": "−", "*": "×", "/": "÷" };

/**
 * "max(0, quota - closed)" → quota − closed. Floors at nothing and the guard digits of rounding are no step
 * anybody would write down, so they are read through; the result's own figure shows what they did.
 */
function readTerms(formula: string): Term[] | null {
  // Rounding down and handing out what is left over is one step for a reader: the figure is rounded.
  const rounded = /^floor\((\w+) \+ 0\.0+1\) \+ \w+$/.exec(formula);
  if (rounded?.[1]) return [{ operator: "", key: rounded[1] }];
  let text = formula.trim();
  for (let before = ""; before !== text; ) {
    before = text;
    text = text
      .replace(/^max\(0, (.*)\)$/, "$1")
      .replace(/^(?:floor|ceil)\((.*)\)$/, "$1")
      .replace(/(?:floor|ceil)\((\w+) [+-] 0\.0+1\)/g, "$1")
      .replace(/ [+-] 0\.0+1$/, "");
  }
  const words = text.split(" ");
  if (words.length % 2 === 0) return null;
  const terms: Term[] = [];
  for (let place = 0; place < words.length; place += 2) {
    const key = words[place] ?? "";
    const sign = place === 0 ? "" : operators[words[place - 1] ?? ""];
    if (sign === undefined || !/^[A-Za-z_]\w*$/.test(key)) return null;
    terms.push({ operator: sign, key });
  }
  return mixesLevels(terms) ? null : terms;
}

/** "a + b * c" read from the top would be (a + b) × c: such a formula stays one line. */
function mixesLevels(terms: Term[]): boolean {
  const adds = terms.some(({ operator }) => operator === "+" || operator === "−");
  const firstMultiplies = terms.findIndex(({ operator }) => operator === "×" || operator === "÷");
  return adds && firstMultiplies >= 0;
}

/** Nothing added and times one say nothing; they stay in the data and off the page. */
function isNeutral(node: ExplanationNode): boolean {
  return (node.unit === "factor" && node.value === 1) || (node.value === 0 && node.inputs.length === 0);
}

function sameFigure(first: ExplanationNode, result: ExplanationNode): boolean {
  return Math.abs(first.value - result.value) <= 1e-12 * Math.abs(result.value);
}

/** The same figure under its later name: one line, not two that say the same. */
function renamed(lines: ChainLine[], node: ExplanationNode): ChainLine[] {
  const last = lines.at(-1);
  if (!last) return lines;
  return [...lines.slice(0, -1), { ...last, node: { ...last.node, label: node.label } }];
}
