import type { ReactNode } from "react";

/** A hairline, a head, and what belongs to it. Never a box. */
export function Section({
  title,
  id,
  aside,
  children,
}: {
  title: string;
  id: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside && <p>{aside}</p>}
      </header>
      {children}
    </section>
  );
}

/** Two sections beside each other, seven to five; one under the other on a phone. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="cols">{children}</div>;
}
