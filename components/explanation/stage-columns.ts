import { type ChainLine, chainLines } from "@/components/explanation/chain";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";

export type WhyColumn = { id: string; title: string; lines: ChainLine[] };

/**
 * The two columns of a day's ask: rhythm and push, the second one ending in what is asked today. A derivation of
 * another shape is one column.
 */
export function stageColumns(
  root: ExplanationNode,
  words: { nextPeriod: string; thisPeriod: string },
): WhyColumn[] {
  const input = (key: string) => root.inputs.find((node) => node.key === key);
  const rhythm = input("rhythmAsked");
  const push = input("pushAsked");
  const cap = input("cap");
  if (!rhythm || !push) return [{ id: root.key, title: root.label, lines: chainLines(root) }];
  const isCapped = cap !== undefined && cap.value < rhythm.value + push.value;
  return [
    {
      id: "rhythm",
      title: `Rhythm: the even flow that ${words.nextPeriod} needs in the long run`,
      lines: chainLines(rhythm),
    },
    {
      id: "push",
      title: `Push: what ${words.thisPeriod} still lacks and new work can still land`,
      lines: [
        ...chainLines(push).map((line) => ({ ...line, answer: false })),
        // Its own column has its derivation; here only the figure is added.
        { operator: "+", node: { ...rhythm, label: "Rhythm", inputs: [] }, strong: false },
        ...(isCapped ? [{ operator: "" as const, node: cap, strong: false }] : []),
        { operator: "=", node: root, strong: true, answer: true },
      ],
    },
  ];
}
