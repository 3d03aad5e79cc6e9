import { Section } from "@/components/ui/Section";
import { type Day, formatDayShort } from "@/lib/format/day";

export type Look = { id: string; day: Day; who: string; what: string };

/** Who saw what about this person. People who are watched are told so. */
export function WhoLooked({
  looks,
  othersHref,
  locale,
}: {
  looks: Look[];
  othersHref?: string;
  locale: string;
}) {
  return (
    <Section title="Who looked" id="who-looked" aside="last 30 days">
      {looks.length === 0 ? (
        <p className="text-ink-2">Nobody has looked at your numbers.</p>
      ) : (
        <ul className="looks">
          {looks.map((look) => (
            <li key={look.id}>
              <span className="text-ink-3">{formatDayShort(look.day, locale)}</span>
              <span>
                <b>{look.who}</b>
                <br />
                <span className="text-ink-2">{look.what}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="small mt-2 text-ink-3">
        Your daily counts are yours: no team page, board or note shows them.{" "}
        {othersHref && (
          <a className="why" href={othersHref}>
            what others see
          </a>
        )}
      </p>
    </Section>
  );
}
