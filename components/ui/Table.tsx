import type { CSSProperties, ReactNode } from "react";

export type Column = { key: string; label: string; fig?: boolean; wideOnly?: boolean; sort?: ColumnSort };
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
  const style = minWidth ? ({ "--table-min": `${minWidth}px` } as CSSProperties) : undefined;
  return (
    <section
      className={`table-scroll${minWidth ? " has-sticky" : ""}`}
      style={style}
      tabIndex={minWidth ? 0 : undefined}
      aria-label={caption}
    >
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
    </section>
  );
}

function cellClass(column: Column): string | undefined {
  return [column.fig ? "fig" : "", column.wideOnly ? "col-wide" : ""].filter(Boolean).join(" ") || undefined;
}

function ColumnHead({ column }: { column: Column }) {
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
