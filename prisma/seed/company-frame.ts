import { addDays, quarterAt, quarterIndex } from "@/prisma/seed/day-arithmetic";
import { sampleId } from "@/prisma/seed/identity";
import type { CompanyStory } from "@/prisma/seed/story";
import {
  type Employment,
  employmentOf,
  type PublicHoliday,
  publicHolidays,
} from "@/prisma/seed/work-calendar";

/**
 * What every part of a company's rows leans on: its ids, its calendar and the span of its history.
 * `setUpOn` is the day it was first seeded: the stories are told from there ("hired seven weeks before"), so it stays
 * the same when the company is topped up on a later `today`.
 */
export interface CompanyFrame {
  story: CompanyStory;
  setUpOn: string;
  today: string;
  /** first day of the history: of the quarter six before the one it was set up in */
  firstDay: string;
  /** last day of the history: the day before today */
  lastDay: string;
  organizationId: string;
  holidays: PublicHoliday[];
  employments: Map<string, Employment>;
  /** the id of a thing told on a day */
  id(table: string, day: string, ...name: string[]): string;
  /** ids of what exists from the first day on */
  fixed(table: string, ...name: string[]): string;
  /** when something that happened on a day was written down: in the afternoon, there */
  moment(day: string): string;
}

const QUARTERS_OF_HISTORY = 6;

/** Afternoon in the company's zone, and the same calendar day in UTC. */
const RECORDED_AT: Record<string, string> = { "America/New_York": "20:00", "Europe/Berlin": "14:00" };

export function companyFrame(story: CompanyStory, today: string, setUpOn: string): CompanyFrame {
  if (today < setUpOn) throw new RangeError(`the sample company was set up on ${setUpOn}, after ${today}`);
  const firstDay = quarterAt(quarterIndex(setUpOn) - QUARTERS_OF_HISTORY).firstDay;
  const years = yearsAround(firstDay, today);
  const employments = new Map(
    story.people.map((person) => [person.key, employmentOf(story.key, person, setUpOn, firstDay, years)]),
  );
  const recordedAt = RECORDED_AT[story.zone];
  if (recordedAt === undefined) throw new RangeError(`no hour of the afternoon is known for ${story.zone}`);
  const moment = (day: string) => `${day}T${recordedAt}:00.000Z`;
  const id = (table: string, day: string, ...name: string[]) =>
    sampleId(moment(day), story.key, table, ...name);
  const known = new Map<string, string>();
  const fixed = (table: string, ...name: string[]) => {
    const key = `${table} ${name.join("/")}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    const made = id(table, "2024-01-02", ...name);
    known.set(key, made);
    return made;
  };
  return {
    story,
    setUpOn,
    today,
    firstDay,
    lastDay: addDays(today, -1),
    organizationId: fixed("organization"),
    holidays: publicHolidays(story, years),
    employments,
    id,
    fixed,
    moment,
  };
}

function yearsAround(firstDay: string, today: string): number[] {
  const first = Number(firstDay.slice(0, 4));
  const last = Number(today.slice(0, 4)) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function employmentIn(frame: CompanyFrame, person: string): Employment {
  const employment = frame.employments.get(person);
  if (employment === undefined) throw new RangeError(`nobody in this story is called ${person}`);
  return employment;
}
