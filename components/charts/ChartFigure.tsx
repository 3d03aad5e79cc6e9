import type { ReactNode } from "react";
import { type Column, type Row, Table } from "@/components/ui/Table";

/**
 * A chart with its finding as title, what is drawn below it, and the same figures as a table one press away.
 * The table is a details element, so `Chart | Table` needs no JavaScript.
 */
export function ChartFigure({
  id,
  finding,
  drawn,
  table,
  children,
}: {
  id: string;
  finding: string;
  drawn: string;
  table: { columns: readonly Column[]; rows: readonly Row[] };
  children: ReactNode;
}) {
  return (
    <figure className="figure" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{finding}</h2>
        <p>{drawn}</p>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="chart-box" tabIndex={0} aria-label={`Chart: ${finding}`}>
        {children}
      </section>
      <details className="chart-table">
        <summary className="why">
          <span className="when-closed">as a table</span>
          <span className="when-open">as a chart</span>
        </summary>
        <Table caption={finding} columns={table.columns} rows={table.rows} look="tight" />
      </details>
    </figure>
  );
}
