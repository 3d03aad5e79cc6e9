import type { CSSProperties, ReactNode } from "react";

export type Column = {
  key: string;
  label: string;
  /** The head is only read aloud: what stands below needs no name on the page. */
  labelHidden?: boolean;
  fig?: boolean;
  wideOnly?: boolean;
  sort?: ColumnSort;
};
export type ColumnSort = { href: string; direction: "ascending" | "descending" | null };
export type Row = { key: string; cells: Record<string, ReactNode>; className?: string };

/**
 * A plain table from columns and rows. Sorting is a link, so it works without JavaScript and can be shared.
 * On a phone it scrolls sideways inside its own focusable region under a sticky first column.
 */
export function Table({
  caption,
  columns,
  rows,
  foot,
  look,
  minWidth,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  foot?: Record<string, ReactNode>;
  look?: "tight" | "mid";
  minWidth?: number;
}) {
  return (
    <Scroller caption={caption} minWidth={minWidth}>
      <table className={`table${look ? ` ${look}` : ""}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cellClass(column)}
                aria-sort={column.sort?.direction ?? undefined}
              >
                <ColumnHead column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.className}>
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column)}>
                  {row.cells[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column)}>
                  {foot[column.key]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </Scroller>
  );
}

/** Only what can scroll is a region of its own: a stop for the keyboard that does nothing would be in the way. */
function Scroller({
  caption,
  minWidth,
  children,
}: {
  caption: string;
  minWidth?: number | undefined;
  children: ReactNode;
}) {
  if (!minWidth) return <div className="table-scroll">{children}</div>;
  const style = { "--table-min": `${minWidth}px` } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll has-sticky" style={style} tabIndex={0} aria-label={`Table: ${caption}`}>
      {children}
    </section>
  );
}

function cellClass(column: Column): string | undefined {
  return [column.fig ? "fig" : "", column.wideOnly ? "col-wide" : ""].filter(Boolean).join(" ") || undefined;
}

function ColumnHead({ column }: { column: Column }) {
  if (column.labelHidden) return <span className="sr-only">{column.label}</span>;
  if (!column.sort) return column.label;
  const mark =
    column.sort.direction === "ascending" ? "↑" : column.sort.direction === "descending" ? "↓" : "";
  return (
    <a href={column.sort.href}>
      {column.label}
      {mark && <span aria-hidden="true">{mark}</span>}
    </a>
  );
}
