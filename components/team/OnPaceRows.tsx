import type { ReactNode } from "react";
import { PersonRow, type TeamPerson } from "@/components/team/PersonRow";
import { Section } from "@/components/ui/Section";
import { formatLikelihood } from "@/lib/format/likelihood";
import { capitalize } from "@/lib/format/number";
import { formatAmountRange } from "@/lib/format/range";

export type CalmPerson = TeamPerson & {
  likelihood: number | null;
  /** "Started 5 October." while learning. */
  since?: string;
};

/** Those with nothing to talk about today, and below them, folded, those to leave alone. */
export function OnPaceRows({ people, children }: { people: CalmPerson[]; children?: ReactNode }) {
  if (people.length === 0 && !children) return null;
  return (
    <Section title="On pace and learning" id="on-pace" aside="nothing to do today">
      <ul>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} slim>
            {calmWords(person)}
          </PersonRow>
        ))}
      </ul>
      {children}
    </Section>
  );
}

function calmWords(person: CalmPerson): string {
  const { forecast, locale } = person.bar;
  if (person.status === "quota-met") return "The result is in.";
  if (person.status !== "learning" && person.likelihood !== null) {
    return `${capitalize(formatLikelihood(person.likelihood))}.`;
  }
  const since = person.since ? `${person.since} ` : "";
  if (!forecast) return `${since}Too early for a forecast.`;
  return `${since}Forecast ${formatAmountRange(forecast.low, forecast.high, locale)}; too early for a likelihood.`;
}
