import { Section } from "@/components/ui/Section";

export type Move = { id: string; figure: string; words: string; link?: { words: string; href: string } };

/** What changed since last week: results, likelihoods and records, never who was busy. */
export function MovedThisWeek({ moves, against }: { moves: Move[]; against: string }) {
  if (moves.length === 0) return null;
  return (
    <Section title="What moved this week" id="moved" aside={`against ${against}`}>
      <ul className="moved">
        {moves.map((move) => (
          <li key={move.id}>
            <b>{move.figure}</b>
            <span>
              {move.words}{" "}
              {move.link && (
                <a className="why" href={move.link.href}>
                  {move.link.words}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
