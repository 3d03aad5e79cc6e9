import { dayNumber } from "@/lib/engine/days";
import { normalCdf } from "@/lib/engine/distributions";
import { type CompanyFrame, employmentIn } from "@/prisma/seed/company-frame";
import { type Quarter, weekdayOf } from "@/prisma/seed/day-arithmetic";
import { stageId } from "@/prisma/seed/funnel-rows";
import type { DealRow, ResultRow, StageEntryRow } from "@/prisma/seed/rows";
import type { PersonStory } from "@/prisma/seed/story";

/** The records as they were on the day the company was set up; later days must not change what was asked then. */
export interface KnownRecords {
  deal: DealRow[];
  stageEntry: StageEntryRow[];
  result: ResultRow[];
}

/** Spread of the whole way's days on the log scale: several lognormal steps of 0.6 added up. */
const SPREAD = 0.4;
/** A record this many times as old as a stage's own days has mostly been forgotten. */
const OLD = 2;
const OLD_RECORDS_STILL_WIN = 0.4;

/**
 * What a person's story lets expect, in wins, between the day the company is set up and the end of the quarter: from
 * the records that are open then, and from the work that is still to come. The stories know their own rates, so this
 * is a sum and no estimate; it only serves to set a quota that makes the story true.
 */
export function winsToCome(
  frame: CompanyFrame,
  person: PersonStory,
  quarter: Quarter,
  records: KnownRecords,
): number {
  const end = dayNumber(quarter.lastDay) + 1;
  const today = dayNumber(frame.setUpOn);
  return openWins(frame, person, records, today, end) + newWins(frame, person, today, end);
}

function openWins(
  frame: CompanyFrame,
  person: PersonStory,
  records: KnownRecords,
  today: number,
  end: number,
): number {
  const personId = frame.fixed("person", person.key);
  const open = records.deal.filter(
    (deal) => deal.personId === personId && deal.wonOn === null && deal.lostOn === null,
  );
  const entered = new Map(records.stageEntry.map((entry) => [entry.dealId, dayNumber(entry.enteredOn)]));
  let wins = 0;
  for (const deal of open) {
    const stage = frame.story.stages.findIndex((_, position) => stageId(frame, position) === deal.stageId);
    const age = today - (entered.get(deal.id) ?? today);
    const own = frame.story.stages[stage]?.daysToNext ?? 0;
    const rate = rateToWin(person, stage) * (age > OLD * own ? OLD_RECORDS_STILL_WIN : 1);
    wins += rate * landing(end - today, Math.max(own / 3, own - age) + daysAfter(frame, person, stage + 1));
  }
  return wins;
}

function newWins(frame: CompanyFrame, person: PersonStory, today: number, end: number): number {
  const arrivals = (person.arrivalsPerWeek.inbound + person.arrivalsPerWeek.referral) / 5;
  const flows = [
    { stage: 0, perDay: conversationsPerDay(frame, person) },
    { stage: 1, perDay: arrivals },
    ...handedOverTo(frame, person),
  ];
  const away = employmentIn(frame, person.key).absences;
  let wins = 0;
  for (let day = today; day < end; day += 1) {
    const isOff = away.some(
      (absence) => dayNumber(absence.fromDay) <= day && day <= dayNumber(absence.toDay),
    );
    if (isOff || weekdayOf(day) === 0 || weekdayOf(day) === 6) continue;
    for (const { stage, perDay } of flows) {
      wins += perDay * rateToWin(person, stage) * landing(end - day, daysAfter(frame, person, stage));
    }
  }
  return wins;
}

/** What openers bring this person, by the stage at which they do. */
function handedOverTo(frame: CompanyFrame, person: PersonStory): { stage: number; perDay: number }[] {
  return frame.story.people.flatMap((opener) => {
    if (!opener.handsOver?.to.includes(person.key)) return [];
    const stage = frame.story.stages.findIndex(({ slug }) => slug === opener.handsOver?.stage);
    const perDay = conversationsPerDay(frame, opener) * rateToWin(opener, 0);
    return [{ stage, perDay: perDay / opener.handsOver.to.length }];
  });
}

function conversationsPerDay({ story }: CompanyFrame, { outreachPerDay, mix, yields }: PersonStory): number {
  const together = story.channels.reduce((sum, { slug }) => sum + (mix[slug] ?? 0) * (yields[slug] ?? 0), 0);
  return outreachPerDay * together;
}

/** From a stage to the win, or to the stage at which the person hands over. */
function rateToWin(person: PersonStory, stage: number): number {
  return person.rates.slice(stage).reduce((product, rate) => product * rate, 1);
}

function daysAfter(frame: CompanyFrame, person: PersonStory, stage: number): number {
  const ahead = frame.story.stages.slice(stage, person.rates.length);
  return person.pace * ahead.reduce((sum, { daysToNext }) => sum + daysToNext, 0);
}

function landing(daysLeft: number, meanDays: number): number {
  if (daysLeft <= 0) return 0;
  if (meanDays <= 0) return 1;
  return normalCdf((Math.log(daysLeft / meanDays) + (SPREAD * SPREAD) / 2) / SPREAD);
}
