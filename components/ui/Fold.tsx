import type { ReactNode } from "react";

/** One quiet line that opens. A details element: it works before and without JavaScript. */
export function Fold({
  summary,
  show = "show",
  hide = "hide",
  open = false,
  children,
}: {
  summary: ReactNode;
  show?: string;
  hide?: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="fold" open={open}>
      <summary>
        {summary}
        <span className="go why">
          <span className="when-closed">{show}</span>
          <span className="when-open">{hide}</span>
        </span>
      </summary>
      {children}
    </details>
  );
}
