import type { ReactNode } from "react";
import { Table } from "@/components/ui/Table";
import { formatCount } from "@/lib/format/number";

/** The records behind a figure: the first few, and where all of them are. */
export type NodeEvidence = {
  /** "112 records, weighted by age, count as 87." */
  summary?: string;
  columns?: { key: string; label: string; fig?: boolean }[];
  rows?: { id: string; cells: Record<string, string>; href?: string }[];
  count: number;
  noun?: string;
  allHref?: string;
  csvHref?: string;
  wrongHref?: string;
};

export function EvidenceTable({ evidence, locale }: { evidence: NodeEvidence; locale: string }) {
  const { columns = [], rows = [], count, noun = "records" } = evidence;
  const first = columns[0]?.key;
  return (
    <div className="evidence">
      {evidence.summary && <p className="small text-ink-2">{evidence.summary}</p>}
      {rows.length > 0 && (
        <Table
          caption="The latest of the records that were counted"
          look="tight"
          columns={columns}
          rows={rows.map((row) => {
            const cells: Record<string, ReactNode> = { ...row.cells };
            if (first && row.href) cells[first] = <RecordLink href={row.href}>{row.cells[first]}</RecordLink>;
            return { key: row.id, cells };
          })}
        />
      )}
      <p className="small evidence-links">
        {evidence.allHref && (
          <a className="why" href={evidence.allHref}>
            all {formatCount(count, locale)} {noun}
          </a>
        )}
        {evidence.csvHref && (
          <a className="why" href={evidence.csvHref}>
            CSV
          </a>
        )}
        {evidence.wrongHref && (
          <a className="why" href={evidence.wrongHref}>
            something wrong here?
          </a>
        )}
      </p>
    </div>
  );
}

function RecordLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="num" href={href}>
      {children}
    </a>
  );
}
