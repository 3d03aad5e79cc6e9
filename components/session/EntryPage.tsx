import type { ReactNode } from "react";
import { FallingDominos } from "@/components/session/FallingDominos";
import { Logo } from "@/components/ui/Logo";

/** The sum every day here is made of, told once with round figures of nobody's. */
const example = [
  { figure: "$242,000", words: "still to find" },
  { figure: "11", words: "wins" },
  { figure: "28", words: "proposals" },
  { figure: "46", words: "meetings held" },
  { figure: "57", words: "meetings set" },
  { figure: "286", words: "conversations" },
  { figure: "1,591", words: "outreach" },
  { figure: "27", words: "a day" },
];

/** Before signing in: the form on the left, what Backsolve does on the right. */
export function EntryPage({ children }: { children: ReactNode }) {
  return (
    <div className="entry">
      <main id="main" className="entry-form" tabIndex={-1}>
        <Logo href="/" size={26} />
        {children}
        <p className="small text-ink-3">You can always see what is shown about you, and to whom.</p>
      </main>
      <section className="entry-story" aria-label="How a number becomes a day">
        <p className="state">
          Start from the result.
          <br />
          Work back to the day.
        </p>
        <ol className="entry-chain">
          {example.map((step) => (
            <li key={step.words}>
              <b>{step.figure}</b>
              <span>{step.words}</span>
            </li>
          ))}
        </ol>
        <FallingDominos />
      </section>
    </div>
  );
}
