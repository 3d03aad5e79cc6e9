import type { PeopleInList } from "@/components/people/people-list-view";
import { Section } from "@/components/ui/Section";
import { formatAmount } from "@/lib/format/amount";
import { formatDayWithYear } from "@/lib/format/day";

/** Who works here, since when, and what they owe. On a phone team and position stand below the name. */
export function PeopleTable({ people, periods, locale }: PeopleInList & { locale: string }) {
  return (
    <Section title="Who works here" id="people">
      <table className="table mid people-list">
        <caption className="sr-only">People with their team, position, start and quotas</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className="col-wide">
              Team
            </th>
            <th scope="col" className="col-wide">
              Position
            </th>
            <th scope="col" className="col-wide">
              Here since
            </th>
            {periods.map(({ id, label }) => (
              <th key={id} scope="col" className="fig">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, team, position, startOn, quotas }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`/people/${id}`}>{name}</a>
                <span className="cap">{[team, position].filter(Boolean).join(", ") || "no team yet"}</span>
              </th>
              <td className="col-wide">{team ?? "none"}</td>
              <td className="col-wide">{position || "not said"}</td>
              <td className="col-wide">{startOn ? formatDayWithYear(startOn, locale) : "not said"}</td>
              {quotas.map(({ periodId, amountMinor, amount, countedIn }) => (
                <td key={periodId} className={amountMinor === 0 ? "fig text-ink-3" : "fig"}>
                  {amountMinor === 0 ? "none" : formatAmount(amount, locale)}
                  {amountMinor > 0 && countedIn && <span className="counted-in">{countedIn}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
