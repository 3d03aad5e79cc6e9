import { Section } from "@/components/ui/Section";
import { type Day, formatDayWithYear } from "@/lib/format/day";

export type DealEvent = { id: string; day: Day; words: string; by: string | null };

/** What happened to a record and who said so, newest first. */
export function DealHistory({ events, locale }: { events: DealEvent[]; locale: string }) {
  return (
    <Section title="What happened" id="deal-history">
      <ul className="looks">
        {events.map((event) => (
          <li key={event.id}>
            <span className="text-ink-3">{formatDayWithYear(event.day, locale)}</span>
            <span>
              {event.words}
              {event.by && <span className="text-ink-3"> · {event.by}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
