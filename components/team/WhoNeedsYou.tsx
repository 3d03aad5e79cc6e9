import { PersonRow, type TeamPerson } from "@/components/team/PersonRow";
import { Section } from "@/components/ui/Section";
import { capitalize, formatSmallNumber } from "@/lib/format/number";

/** One thing to talk about with one person: a sentence in two weights, and where to go on. */
export type Need = {
  person: TeamPerson;
  strong: string;
  rest: string;
  link?: { words: string; href: string };
};

export type WhoNeedsYouProps = { needs: Need[]; teamSize: number; locale: string };

/** At most one thing each; who is ahead or quiet is never here. */
export function WhoNeedsYou({ needs, teamSize, locale }: WhoNeedsYouProps) {
  const n = (count: number) => formatSmallNumber(count, locale);
  if (needs.length === 0) {
    return (
      <Section title="Who needs you" id="who-needs-you" aside={`nobody of ${n(teamSize)}`}>
        <p className="read text-ink-2">
          Nobody today. {capitalize(n(teamSize))} people are on their way; leave them to it.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title="Who needs you"
      id="who-needs-you"
      aside={`${n(needs.length)} of ${n(teamSize)}; at most one thing each, and never how busy they are`}
    >
      <ul>
        {needs.map((need) => (
          <PersonRow key={need.person.id} person={need.person}>
            {need.strong && <b>{need.strong}</b>} {need.rest}
            {need.link && (
              <>
                <br />
                <a className="why mt-1 inline-block" href={need.link.href}>
                  {need.link.words}
                </a>
              </>
            )}
          </PersonRow>
        ))}
      </ul>
    </Section>
  );
}
