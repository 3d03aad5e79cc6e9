import Holidays from "date-holidays";
import { dayNumber } from "@/lib/engine/days";
import { Chance } from "@/prisma/seed/chance";
import { addDays, isoDay, weekdayOf } from "@/prisma/seed/day-arithmetic";
import type { CompanyStory, PersonStory } from "@/prisma/seed/story";

export interface PublicHoliday {
  day: string;
  name: string;
}

/** Public holidays a company keeps in the years named; substitute days count, holidays at a weekend do not matter. */
export function publicHolidays(story: CompanyStory, years: number[]): PublicHoliday[] {
  const calendar = story.region ? new Holidays(story.country, story.region) : new Holidays(story.country);
  const byDay = new Map<string, string>();
  for (const year of years) {
    for (const holiday of calendar.getHolidays(year)) {
      const kept = holiday.type === "public" && !story.worksOn.some((name) => holiday.name.startsWith(name));
      const day = holiday.date.slice(0, 10);
      if (kept && !byDay.has(day)) byDay.set(day, holiday.name);
    }
  }
  return [...byDay].map(([day, name]) => ({ day, name })).sort((a, b) => a.day.localeCompare(b.day));
}

export interface Absence {
  fromDay: string;
  toDay: string;
  note: string;
}

export interface Employment {
  startOn: string;
  absences: Absence[];
  leave: Absence | null;
}

/** When a person is there: hired when, away when. `firstDay` is the first day of the company's history. */
export function employmentOf(
  company: string,
  person: PersonStory,
  setUpOn: string,
  firstDay: string,
  years: number[],
): Employment {
  const startOn =
    person.hiredWeeksBefore === undefined ? firstDay : mondayBefore(setUpOn, person.hiredWeeksBefore);
  const leave = person.leave
    ? {
        fromDay: mondayBefore(setUpOn, person.leave.fromWeeksBefore),
        toDay: addDays(mondayBefore(setUpOn, person.leave.untilWeeksBefore), -1),
        note: person.leave.note,
      }
    : null;
  const holidays = years
    .flatMap((year) => holidaysTaken(`${company}/${person.key}/${year}`, year))
    .filter((absence) => absence.fromDay > addDays(startOn, 28))
    .filter((absence) => leave === null || absence.toDay < leave.fromDay || absence.fromDay > leave.toDay);
  const absences = [...holidays, ...(leave ? [leave] : [])];
  return { startOn, leave, absences: absences.sort((a, b) => a.fromDay.localeCompare(b.fromDay)) };
}

/** A week in summer, two days early in the year, three in autumn for some, the days after Christmas for some. */
function holidaysTaken(name: string, year: number): Absence[] {
  const chance = new Chance(`${name}/holidays`);
  const taken = [
    weekdays(`${year}-02-01`, chance.below(7), 3, 2, "Long weekend"),
    weekdays(`${year}-07-01`, chance.below(8), 0, 5, "Summer holiday"),
  ];
  if (chance.happens(0.5)) taken.push(weekdays(`${year}-10-04`, chance.below(3), 2, 3, "Autumn break"));
  if (chance.happens(0.4)) taken.push({ fromDay: `${year}-12-28`, toDay: `${year}-12-31`, note: "Year end" });
  return taken;
}

function weekdays(
  from: string,
  weeksLater: number,
  afterMonday: number,
  days: number,
  note: string,
): Absence {
  const start = dayNumber(from);
  const monday = start + ((8 - weekdayOf(start)) % 7) + weeksLater * 7;
  return { fromDay: isoDay(monday + afterMonday), toDay: isoDay(monday + afterMonday + days - 1), note };
}

function mondayBefore(day: string, weeks: number): string {
  const number = dayNumber(day) - weeks * 7;
  return isoDay(number - ((weekdayOf(number) + 6) % 7));
}

/** Answers whether somebody works on a day, by number, for a simulation that asks a hundred thousand times. */
export class WorkCalendar {
  #holidays: Set<number>;
  #away = new Map<string, Set<number>>();
  #starts = new Map<string, number>();

  constructor(holidays: PublicHoliday[], employments: Map<string, Employment>) {
    this.#holidays = new Set(holidays.map((holiday) => dayNumber(holiday.day)));
    for (const [person, employment] of employments) {
      this.#starts.set(person, dayNumber(employment.startOn));
      const away = new Set<number>();
      for (const absence of employment.absences) {
        for (let day = dayNumber(absence.fromDay); day <= dayNumber(absence.toDay); day += 1) away.add(day);
      }
      this.#away.set(person, away);
    }
  }

  isBusinessDay(day: number): boolean {
    const weekday = weekdayOf(day);
    return weekday !== 0 && weekday !== 6 && !this.#holidays.has(day);
  }

  works(person: string, day: number): boolean {
    const start = this.#starts.get(person);
    if (start === undefined) throw new RangeError(`nobody in this story is called ${person}`);
    return day >= start && this.isBusinessDay(day) && !this.#away.get(person)?.has(day);
  }
}
