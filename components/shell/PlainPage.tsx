import type { ReactNode } from "react";
import { Logo } from "@/components/ui/Logo";

/** A page that says one thing: not found, something went wrong, you are signed out. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="plain-page" tabIndex={-1}>
      <Logo href="/" size={26} />
      <h1>{title}</h1>
      <p className="read text-ink-2">{children}</p>
    </main>
  );
}
