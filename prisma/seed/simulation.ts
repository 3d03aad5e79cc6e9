import { dayNumber } from "@/lib/engine/days";
import { Chance } from "@/prisma/seed/chance";
import { CONVERSATION_COUNTER, type CountOfDay, type History, type RecordLife } from "@/prisma/seed/history";
import { PersonStream } from "@/prisma/seed/person-stream";
import { RecordCourse } from "@/prisma/seed/record-course";
import { busyness } from "@/prisma/seed/season";
import type { CompanyStory, PersonStory } from "@/prisma/seed/story";
import type { Employment, WorkCalendar } from "@/prisma/seed/work-calendar";

export interface Stage {
  story: CompanyStory;
  calendar: WorkCalendar;
  employments: Map<string, Employment>;
  setUpOn: string;
  firstDay: string;
}

type Task = (day: number) => void;

/**
 * Lives a company's days one after the other. A day is decided from what happened before it and never from how far
 * the history is to go, so that a history asked for later begins with the one asked for earlier, row for row.
 */
export class Simulation {
  readonly #streams = new Map<string, PersonStream>();
  readonly #agenda = new Map<number, { person: string; task: Task }[]>();
  readonly #records: RecordLife[] = [];
  readonly #counts: CountOfDay[] = [];
  readonly #course: RecordCourse;
  #today = new Map<string, CountOfDay>();

  constructor(private readonly stage: Stage) {
    for (const person of stage.story.people)
      this.#streams.set(person.key, new PersonStream(stage.story, person));
    this.#course = new RecordCourse({
      story: stage.story,
      chance: new Chance(`${stage.story.key}/records`),
      stream: (person) => this.#stream(person),
      isThere: (person, day) => this.#isThere(person, day),
      works: (person, day) => stage.calendar.works(person, day),
      later: (person, day, task) => this.#later(person, day, task),
    });
  }

  /** The history from the first day through `lastDay`; may be asked once. */
  through(lastDay: string): History {
    for (let day = dayNumber(this.stage.firstDay); day <= dayNumber(lastDay); day += 1) {
      if (!this.stage.calendar.isBusinessDay(day)) this.#putOff(day);
      else this.#live(day);
    }
    return { counts: this.#counts, records: this.#records, parents: this.#course.parents };
  }

  #live(day: number): void {
    const due = this.#agenda.get(day) ?? [];
    this.#agenda.delete(day);
    for (const { person, task } of due) {
      if (this.stage.calendar.works(this.#standIn(person, day), day)) task(day);
      else this.#later(person, day + 1, task);
    }
    for (const person of this.stage.story.people) {
      if (!this.stage.calendar.works(person.key, day)) continue;
      this.#reachOut(person, day);
      this.#receive(person, day);
    }
    this.#counts.push(...this.#today.values());
    this.#today = new Map();
  }

  #putOff(day: number): void {
    const due = this.#agenda.get(day) ?? [];
    this.#agenda.delete(day);
    for (const { person, task } of due) this.#later(person, day + 1, task);
  }

  #reachOut(person: PersonStory, day: number): void {
    const stream = this.#stream(person.key);
    const volume = person.outreachPerDay * busyness(day) * this.#changeOfPace(person, day);
    for (const channel of this.stage.story.channels) {
      const quantity = stream.outreachOf(channel.slug, volume * (person.mix[channel.slug] ?? 0));
      if (quantity === 0) continue;
      const answers = stream.answersTo(channel.slug, quantity);
      if (channel.outcomes) {
        this.#count(person.key, day, channel.slug, channel.outcomes.other, quantity - answers);
        this.#count(person.key, day, channel.slug, channel.outcomes.reached, answers);
      } else {
        this.#count(person.key, day, channel.slug, "", quantity);
      }
      for (let answer = 0; answer < answers; answer += 1) {
        if (channel.answerDays === 0) this.#converse(person.key, day);
        else
          this.#later(person.key, day + stream.days(channel.answerDays), (on) => this.#hear(person.key, on));
      }
    }
  }

  /** An answer to something written: somebody counts the conversation by hand. */
  #hear(person: string, day: number): void {
    const counting = this.#standIn(person, day);
    this.#count(counting, day, CONVERSATION_COUNTER, "", 1);
    this.#converse(counting, day);
  }

  #converse(person: string, day: number): void {
    const stream = this.#stream(person);
    if (!stream.goesOn(0)) return;
    const daysToRecord = this.stage.story.stages[0]?.daysToNext ?? 1;
    this.#later(person, day + stream.days(daysToRecord), (on) => this.#open(person, on, "outbound"));
  }

  #receive(person: PersonStory, day: number): void {
    const stream = this.#stream(person.key);
    for (const source of ["inbound", "referral"] as const) {
      const arrivals = stream.arrivals(source, (person.arrivalsPerWeek[source] / 5) * (busyness(day) || 1));
      for (let arrival = 0; arrival < arrivals; arrival += 1) this.#open(person.key, day, source);
    }
  }

  #open(person: string, day: number, source: RecordLife["source"]): void {
    this.#records.push(this.#course.open(this.#standIn(person, day), day, source));
  }

  #count(person: string, day: number, type: string, outcome: string, quantity: number): void {
    if (quantity <= 0) return;
    const key = `${person} ${type} ${outcome}`;
    const counted = this.#today.get(key);
    if (counted) counted.quantity += quantity;
    else this.#today.set(key, { person, day, type, outcome, quantity });
  }

  /** Newcomers start slowly; some changed their pace some weeks before the company was set up. */
  #changeOfPace(person: PersonStory, day: number): number {
    const employment = this.#employment(person.key);
    if (person.hiredWeeksBefore !== undefined && day < dayNumber(employment.startOn) + 10) return 0.6;
    const change = person.slowerBefore;
    if (change && day < dayNumber(this.stage.setUpOn) - change.weeksBefore * 7) return change.factor;
    return 1;
  }

  /** Whoever acts for a person on a day: a colleague during a long leave. */
  #standIn(person: string, day: number): string {
    const { leave } = this.#employment(person);
    if (leave === null || day < dayNumber(leave.fromDay) || day > dayNumber(leave.toDay)) return person;
    return this.#stream(person).story.leave?.coveredBy ?? person;
  }

  #isThere(person: string, day: number): boolean {
    return this.#standIn(person, day) === person && day >= dayNumber(this.#employment(person).startOn);
  }

  #later(person: string, day: number, task: Task): void {
    const due = this.#agenda.get(day);
    if (due) due.push({ person, task });
    else this.#agenda.set(day, [{ person, task }]);
  }

  #stream(person: string): PersonStream {
    const stream = this.#streams.get(person);
    if (stream === undefined) throw new RangeError(`nobody in this story is called ${person}`);
    return stream;
  }

  #employment(person: string): Employment {
    const employment = this.stage.employments.get(person);
    if (employment === undefined) throw new RangeError(`nobody in this story is called ${person}`);
    return employment;
  }
}
