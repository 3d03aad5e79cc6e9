import type { CompanyFrame } from "@/prisma/seed/company-frame";
import { isoDay } from "@/prisma/seed/day-arithmetic";
import { activityTypeId } from "@/prisma/seed/funnel-rows";
import { CONVERSATION_COUNTER, type History } from "@/prisma/seed/history";
import type { CompanyRows } from "@/prisma/seed/rows";

/** Hours before the afternoon's record, so that a day's rows have an order and lie within working hours. */
const HOURS_BEFORE = 6;

/** One row per person, day, type and outcome: what a person counted that day, and its roll-up. */
export function activityRows(
  frame: CompanyFrame,
  history: History,
): Pick<CompanyRows, "activity" | "activityDay"> {
  const { organizationId, story } = frame;
  const slugs = [...story.channels.map((channel) => channel.slug), CONVERSATION_COUNTER];
  const types = new Map(slugs.map((slug, index) => [slug, { id: activityTypeId(frame, slug), index }]));
  const people = new Map(story.people.map((person) => [person.key, frame.fixed("person", person.key)]));
  const rows: Pick<CompanyRows, "activity" | "activityDay"> = { activity: [], activityDay: [] };
  for (const count of history.counts) {
    const type = types.get(count.type);
    const personId = people.get(count.person);
    if (type === undefined || personId === undefined)
      throw new RangeError(`unknown count: ${JSON.stringify(count)}`);
    const day = isoDay(count.day);
    const cell = { organizationId, personId, activityTypeId: type.id, day, outcome: count.outcome };
    const at = new Date(
      Date.parse(frame.moment(day)) - (HOURS_BEFORE - type.index) * 3_600_000,
    ).toISOString();
    rows.activity.push({
      ...cell,
      id: frame.id("activity", day, count.person, day, count.type, count.outcome),
      at,
      quantity: count.quantity,
      recordedAt: at,
    });
    rows.activityDay.push({ ...cell, quantity: count.quantity });
  }
  return rows;
}
