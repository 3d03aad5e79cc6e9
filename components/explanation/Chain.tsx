import type { ReactNode } from "react";
import { type ChainLine, chainLines, type Operator } from "@/components/explanation/chain";
import { EvidenceTable, type NodeEvidence } from "@/components/explanation/EvidenceTable";
import { type ExplanationMoney, figureText } from "@/components/explanation/figure-text";
import { isRates, RatesTable } from "@/components/explanation/RatesTable";
import { WeeksTable } from "@/components/explanation/WeeksTable";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";

export type ChainReading = {
  money: ExplanationMoney;
  locale: string;
  /** What is known of the records behind a node; null when it rests on none. */
  evidenceOf: (node: ExplanationNode) => NodeEvidence | null;
  /** The key of the line that is open when the page comes, from its address. */
  openKey?: string;
};

/** One column of a why: the lines of a sum, each one openable down to its records. */
export function Chain({ id, lines, reading }: { id: string; lines: ChainLine[]; reading: ChainReading }) {
  return (
    <ol className="chain">
      {lines.map((line, place) => (
        <li key={`${line.operator} ${line.node.key}`}>
          {line.weeks && (
            <div className="chain-weeks">
              <WeeksTable rows={line.weeks} money={reading.money} locale={reading.locale} />
            </div>
          )}
          <Line id={`${id}-${place}`} group={id} line={line} reading={reading} />
        </li>
      ))}
    </ol>
  );
}

type LineProps = { id: string; group: string; line: ChainLine; reading: ChainReading };

function Line({ id, group, line, reading }: LineProps) {
  const behind = line.operator === "=" ? null : behindOf(line.node, id, reading);
  const className = `chain-line${line.strong ? " is-result" : ""}${line.answer ? " is-answer" : ""}`;
  if (!behind) {
    return (
      <div className={className}>
        <LineText line={line} reading={reading} />
      </div>
    );
  }
  return (
    <details name={group} open={line.node.key === reading.openKey} className="chain-open">
      <summary className={className}>
        <LineText line={line} reading={reading} opens />
      </summary>
      <div className="chain-behind">{behind}</div>
    </details>
  );
}

const spoken: Record<Operator, string> = {
  "": "",
  "+": "plus ",
  "−": "less ",
  "×": "times ",
  "÷": "divided by ",
  "=": "makes ",
};

function LineText({
  line,
  reading,
  opens = false,
}: {
  line: ChainLine;
  reading: ChainReading;
  opens?: boolean;
}) {
  const { node, roundedFrom } = line;
  const figure = figureText(node, reading.money, reading.locale);
  return (
    <>
      <span className="op" aria-hidden="true">
        {line.operator}
      </span>
      <span>
        <span className="sr-only">{spoken[line.operator]}</span>
        {node.label}
        {node.note && <span className="chain-note">{node.note}</span>}
        {roundedFrom !== undefined && (
          <span className="chain-note">
            {figureText({ value: roundedFrom, unit: node.unit }, reading.money, reading.locale)}, rounded once
          </span>
        )}
      </span>
      <span className="v">{opens ? <span className="num">{figure}</span> : figure}</span>
    </>
  );
}

/** What a line opens to: its own derivation, its rates or weeks, and the records it was counted from. */
function behindOf(node: ExplanationNode, id: string, reading: ChainReading): ReactNode {
  const evidence = reading.evidenceOf(node);
  if (node.inputs.length === 0 && !evidence) return null;
  return (
    <>
      {node.inputs.length > 0 && <Derivation node={node} id={id} reading={reading} />}
      {evidence && <EvidenceTable evidence={evidence} locale={reading.locale} />}
    </>
  );
}

function Derivation({ node, id, reading }: { node: ExplanationNode; id: string; reading: ChainReading }) {
  if (isRates(node.inputs)) {
    const hrefOf = (rate: ExplanationNode) => reading.evidenceOf(rate)?.allHref;
    return <RatesTable rates={node.inputs} evidenceHref={hrefOf} locale={reading.locale} />;
  }
  if (node.inputs.every((input) => input.span)) {
    return <WeeksTable rows={node.inputs} money={reading.money} locale={reading.locale} />;
  }
  const lines = chainLines(node);
  // A sum of many or a choice between two is no sequence of steps: what went in is listed as it is.
  const listed =
    lines.length > 1
      ? lines
      : node.inputs.map((input) => ({ operator: "" as const, node: input, strong: false }));
  return <Chain id={id} lines={listed} reading={reading} />;
}
