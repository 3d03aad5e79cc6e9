import type { ReactNode } from "react";

/** What is not there yet: the first domino stands, the others wait; then what to do next. */
export function EmptyState({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="empty">
      <svg
        width="92"
        height="44"
        viewBox="0 0 92 44"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        aria-hidden="true"
      >
        <rect x="2" y="3" width="11" height="38" rx="2.5" />
        {[21, 40, 59, 78].map((x) => (
          <rect key={x} x={x} y="3" width="11" height="38" rx="2.5" strokeDasharray="3 3" />
        ))}
      </svg>
      <p className="read">{children}</p>
      {actions && <div className="btn-row">{actions}</div>}
    </div>
  );
}
