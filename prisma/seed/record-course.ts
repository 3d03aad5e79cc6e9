import type { Chance } from "@/prisma/seed/chance";
import type { History, LifeEvent, RecordLife } from "@/prisma/seed/history";
import type { PersonStream } from "@/prisma/seed/person-stream";
import { closingDay } from "@/prisma/seed/season";
import type { CompanyStory, StoryStage } from "@/prisma/seed/story";

/** How often a record takes an unusual way. Small, as in a tidy company, and never zero. */
const SKIPS_A_STAGE = 0.025;
const GOES_BACK = 0.025;
const IS_FORGOTTEN = 0.15;
const COMES_BACK_AFTER_LOSS = 0.03;
const HAS_NO_ESTIMATE = 0.35;
const ESTIMATES = [10_000, 15_000, 20_000, 25_000, 30_000, 40_000];
const RECORDS_PER_JOB_ORDER = 5;
const GUARANTEE_DAYS = 50;

export interface World {
  story: CompanyStory;
  chance: Chance;
  stream(person: string): PersonStream;
  /** not on a long leave */
  isThere(person: string, day: number): boolean;
  works(person: string, day: number): boolean;
  later(person: string, day: number, task: (day: number) => void): void;
}

interface Course {
  life: RecordLife;
  parent: { openings: number; wins: number } | null;
  amount: number | null;
  hasComeBack: boolean;
}

/** Takes records from their first stage to the win, the loss, or the last day of the history. */
export class RecordCourse {
  readonly parents: History["parents"] = [];
  readonly #orders: { key: string; records: number; parent: { openings: number; wins: number } }[] = [];
  readonly #last: number;
  #wins = 0;

  constructor(private readonly world: World) {
    this.#last = world.story.stages.length - 1;
  }

  open(person: string, day: number, source: RecordLife["source"]): RecordLife {
    const { story, chance } = this.world;
    const stream = this.world.stream(person);
    stream.records += 1;
    const order = story.jobOrders ? this.#jobOrder(person, day, story.jobOrders.openings) : null;
    const estimate = chance.happens(HAS_NO_ESTIMATE) ? null : chance.pick(ESTIMATES);
    const life: RecordLife = {
      key: `${person} ${stream.records}`,
      name: story.recordNames(chance),
      product: story.products.length > 0 ? chance.pick(story.products) : null,
      parent: order?.key ?? null,
      source,
      owner: person,
      createdOn: day,
      firstValue: estimate,
      value: estimate,
      events: [],
    };
    this.#enter({ life, parent: order?.parent ?? null, amount: null, hasComeBack: false }, 1, day);
    return life;
  }

  /** `fate` is given where the outcome of this stage was drawn before it was entered. */
  #enter(course: Course, stage: number, day: number, fate?: boolean): void {
    const { life } = course;
    if (!this.#takeOver(course, stage, day)) {
      this.#next(course, day, 1, (on) => this.#enter(course, stage, on, fate));
      return;
    }
    tell(life, { kind: "entered", day, stage, person: life.owner });
    if (stage === this.#last) {
      this.#book(course, day);
      return;
    }
    const stream = this.world.stream(life.owner);
    const goesOn = fate ?? stream.goesOn(stage);
    if (stage === this.#last - 1) this.#value(course, day, goesOn);
    if (!goesOn) {
      const forgotten = this.world.chance.happens(IS_FORGOTTEN) ? 3 : 1;
      this.#next(course, day, stream.days(this.#stage(stage).daysToLoss * forgotten), (on) =>
        this.#lose(course, on),
      );
    } else if (stage > 1 && this.world.chance.happens(GOES_BACK)) {
      this.#goBack(course, stage, day);
    } else {
      this.#advance(course, stage, day);
    }
  }

  #advance(course: Course, stage: number, day: number): void {
    const stream = this.world.stream(course.life.owner);
    const days = stream.days(this.#stage(stage).daysToNext);
    if (stage + 1 === this.#last) {
      const due = closingDay(day + days, this.world.story.closing);
      this.#next(course, day, due - day, (on) => this.#win(course, on));
      return;
    }
    // The rate of the skipped stage is drawn as well: skipping must not make anybody convert better.
    const handsOver = stream.story.handsOver?.stage === this.#stage(stage + 1).slug;
    if (!handsOver && this.world.chance.happens(SKIPS_A_STAGE)) {
      const passes = stream.goesOn(stage + 1);
      if (passes && stage + 2 === this.#last) this.#next(course, day, days, (on) => this.#win(course, on));
      else if (passes) this.#next(course, day, days, (on) => this.#enter(course, stage + 2, on));
      else this.#next(course, day, days, (on) => this.#enter(course, stage + 1, on, false));
      return;
    }
    this.#next(course, day, days, (on) => this.#enter(course, stage + 1, on));
  }

  /** A second meeting is agreed, then held: the record is seen at the stage before once more. */
  #goBack(course: Course, stage: number, day: number): void {
    const { life } = course;
    const stream = this.world.stream(life.owner);
    this.#next(course, day, stream.days(4), (back) => {
      this.#takeOver(course, stage - 1, back);
      tell(life, { kind: "entered", day: back, stage: stage - 1, person: life.owner });
      this.#next(course, back, stream.days(6), (again) => {
        this.#takeOver(course, stage, again);
        tell(life, { kind: "entered", day: again, stage, person: life.owner });
        this.#advance(course, stage, again);
      });
    });
  }

  #win(course: Course, day: number): void {
    if (course.parent && course.parent.wins >= course.parent.openings) {
      this.#lose(course, day);
      return;
    }
    this.#enter(course, this.#last, day);
  }

  #book(course: Course, day: number): void {
    const { life } = course;
    const { story } = this.world;
    this.#wins += 1;
    if (course.parent) course.parent.wins += 1;
    const amount = course.amount ?? this.#signedWithoutOffer(course, day);
    const shared = story.sharedEvery > 0 && this.#wins % story.sharedEvery === 0;
    const sharedWith = shared ? this.#colleague(life.owner, day) : null;
    tell(life, { kind: "booked", day, amount, sharedWith });
    if (story.fallOffEvery > 0 && this.#wins % story.fallOffEvery === 0) {
      this.#next(course, day, GUARANTEE_DAYS, (on) => tell(life, { kind: "fell-off", day: on, amount }));
    }
  }

  /** No offer was recorded before the signature, or the last one had been turned down. */
  #signedWithoutOffer({ life }: Course, day: number): number {
    const amount = this.world.stream(life.owner).winAmount();
    tell(life, { kind: "valued", day, before: life.value, after: amount });
    life.value = amount;
    return amount;
  }

  #lose(course: Course, day: number): void {
    tell(course.life, { kind: "lost", day });
    if (course.hasComeBack || !this.world.chance.happens(COMES_BACK_AFTER_LOSS)) return;
    if (course.life.events.every((event) => event.kind !== "entered" || event.stage !== this.#last - 1))
      return;
    course.hasComeBack = true;
    this.#next(course, day, this.world.stream(course.life.owner).days(25), (on) => {
      tell(course.life, { kind: "reopened", day: on });
      const wins = this.world.chance.happens(0.5);
      this.#next(course, on, this.world.stream(course.life.owner).days(12), (end) =>
        wins ? this.#win(course, end) : this.#lose(course, end),
      );
    });
  }

  /** The estimate gives way to what is offered; a win is signed for a little less than that. */
  #value(course: Course, day: number, wins: boolean): void {
    const { life } = course;
    const stream = this.world.stream(life.owner);
    course.amount = wins ? stream.winAmount() : null;
    const offered = course.amount ?? stream.lostAmount();
    const after = Math.round((offered * this.world.chance.between(1, 1.08)) / 100) * 100;
    tell(life, { kind: "valued", day, before: life.value, after });
    life.value = after;
  }

  /**
   * Records change hands when an opener hands over, and when their owner is away for long. Answers whether somebody
   * is there to take the record into the stage today.
   */
  #takeOver(course: Course, stage: number, day: number): boolean {
    const { life } = course;
    const { story } = this.world.stream(life.owner);
    const handsOver = story.handsOver;
    const before = life.owner;
    if (handsOver && handsOver.stage === this.#stage(stage).slug) {
      const present = handsOver.to.filter((person) => this.world.works(person, day));
      const stream = this.world.stream(before);
      const after = present[stream.handedOver % present.length];
      if (after === undefined) return false;
      stream.handedOver += 1;
      this.#reassign(life, day, after);
      tell(life, { kind: "handed-over", day, by: before });
      return true;
    }
    if (!this.world.isThere(before, day) && story.leave) this.#reassign(life, day, story.leave.coveredBy);
    return true;
  }

  #reassign(life: RecordLife, day: number, after: string): void {
    tell(life, { kind: "reassigned", day, before: life.owner, after });
    life.owner = after;
  }

  #colleague(person: string, day: number): string | null {
    const { people } = this.world.story;
    const team = this.world.stream(person).story.team;
    const others = people.filter((other) => other.key !== person && other.team === team && !other.handsOver);
    return others.find((other) => this.world.isThere(other.key, day))?.key ?? null;
  }

  #jobOrder(person: string, day: number, openings: number) {
    const open = this.#orders.find(
      (order) => order.key.startsWith(`${person} `) && order.records < RECORDS_PER_JOB_ORDER,
    );
    const order = open ?? this.#openJobOrder(person, day, openings);
    order.records += 1;
    return order;
  }

  #openJobOrder(person: string, day: number, openings: number) {
    const number = this.#orders.filter((order) => order.key.startsWith(`${person} `)).length + 1;
    const order = { key: `${person} order ${number}`, records: 0, parent: { openings, wins: 0 } };
    const name = `${this.world.chance.pick(JOBS)} · ${1000 + this.#orders.length}`;
    this.#orders.push(order);
    this.parents.push({ key: order.key, name, openings, openedOn: day });
    return order;
  }

  #next(course: Course, day: number, days: number, task: (day: number) => void): void {
    this.world.later(course.life.owner, day + Math.max(1, days), task);
  }

  #stage(stage: number): StoryStage {
    const found = this.world.story.stages[stage];
    if (found === undefined) throw new RangeError(`the funnel has no stage ${stage}`);
    return found;
  }
}

const JOBS = [
  "Payroll accountant",
  "Site engineer",
  "Backend developer",
  "Lab technician",
  "Plant manager",
  "Controller",
  "Product designer",
  "Service technician",
  "Buyer",
  "Data analyst",
];

function tell(life: RecordLife, event: LifeEvent): void {
  life.events.push(event);
}
