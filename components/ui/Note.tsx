import type { ReactNode } from "react";

export type NoteTone = "accent" | "behind" | "at-risk" | "learning";

/** A sentence with a rule beside it; dashed when what it says is still being learned. */
export function Note({ tone = "accent", children }: { tone?: NoteTone; children: ReactNode }) {
  return <p className={`note read${tone === "accent" ? "" : ` note-${tone}`}`}>{children}</p>;
}
