import { Section } from "@/components/ui/Section";

/** A small win: what it is in strong words, then the rest of its sentence. */
export type SmallWin = { id: string; strong: string; rest: string; whyHref?: string };

export function SmallWins({ wins, inLine = false }: { wins: SmallWin[]; inLine?: boolean }) {
  if (wins.length === 0) return null;
  return (
    <Section title="Small wins" id="small-wins">
      <ul className={`wins${inLine ? " in-line" : ""}`}>
        {wins.map((win) => (
          <li key={win.id}>
            <b>{win.strong}</b>
            {/^[,:;.]/.test(win.rest) ? win.rest : ` ${win.rest}`}
            {win.whyHref && (
              <>
                {" "}
                <a className="why" href={win.whyHref}>
                  why
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
