import type { CalmPerson } from "@/components/team/OnPaceRows";
import { PersonRow } from "@/components/team/PersonRow";
import { Fold } from "@/components/ui/Fold";
import { StatusShape } from "@/components/ui/StatusMark";
import { type Amount, formatAmount, formatAmountShort } from "@/lib/format/amount";
import { formatLikelihood } from "@/lib/format/likelihood";
import { formatList } from "@/lib/format/list";
import { capitalize } from "@/lib/format/number";

export type QuietFoldProps = {
  people: CalmPerson[];
  won: Amount;
  quota: Amount;
  nextPeriod: string;
  locale: string;
};

/** Those who are ahead with the next period in hand: one line, no flags, no shading, no alerts. */
export function QuietFold({ people, won, quota, nextPeriod, locale }: QuietFoldProps) {
  if (people.length === 0) return null;
  const several = people.length > 1;
  // quiet begins at a likelihood of 70 %, before the band that is called ahead
  const allAhead = people.every((person) => person.status === "ahead" || person.status === "quota-met");
  const names = formatList(
    people.map((person) => person.name),
    locale,
  );
  return (
    <Fold
      summary={
        <>
          <span className="text-ahead">
            <StatusShape status={allAhead ? "ahead" : "on-pace"} size={12} />
          </span>
          <span>
            <b>
              {names} {several ? "are" : "is"} {allAhead ? "ahead" : "on their way"}.
            </b>{" "}
            {capitalize(nextPeriod)}’s pipeline is in hand too. Leave {several ? "them" : "this one"} alone:{" "}
            {formatAmount(won, locale)} of {formatAmountShort(quota, locale)} won
            {several ? " between them" : ""}.
          </span>
        </>
      }
    >
      <ul>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} slim>
            {person.likelihood !== null && `${capitalize(formatLikelihood(person.likelihood))}.`}
          </PersonRow>
        ))}
      </ul>
    </Fold>
  );
}
