import "server-only";
import type { ActivityDayRow } from "@/lib/data/activity-days";
import type { FunnelRow } from "@/lib/data/funnels";
import type { GoalRow } from "@/lib/data/goals";
import type { ResultRow } from "@/lib/data/results";
import { addDays, daysBetween, mondayOf, weekdayOf } from "@/lib/engine/calendar";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanDay } from "@/lib/engine/plan-input";
import { OUTREACH } from "@/lib/usecases/planning/chain-of";
import { unitsAt } from "@/lib/usecases/planning/count-steps";

export type SmallWinFact =
  | { kind: "streak"; days: number }
  | { kind: "best-weekday"; day: string; count: number; noun: string; since: string }
  | { kind: "best-week"; count: number; noun: string; since: string }
  | { kind: "team-share"; share: number; amountMinor: number }
  | { kind: "today-worth"; units: number; amountMinor: number };

/** Shorter runs are ordinary; a win that everybody has every week is none. */
const SHORTEST_STREAK = 3;
/** A best needs something to be better than. */
const WEEKDAYS_TO_COMPARE = 4;

/** What went well and is in the person's own hands: never a comparison with anybody else. */
export function smallWins(facts: {
  day: string;
  funnel: FunnelRow;
  counts: ActivityDayRow[];
  results: ResultRow[];
  goals: GoalRow[];
  plan: PersonPlan;
  workingDays: PlanDay[];
}): SmallWinFact[] {
  const { day, funnel, counts, plan } = facts;
  const wins: SmallWinFact[] = [];
  const outreach = perDay(counts, (row) => unitsAt(funnel, OUTREACH, row));
  const streak = streakOf(outreach, facts.workingDays, day);
  if (streak >= SHORTEST_STREAK) wins.push({ kind: "streak", days: streak });

  const counted = funnel.stages.find((stage) => stage.measuredBy === "count");
  if (counted) {
    const talks = perDay(counts, (row) => unitsAt(funnel, counted.id, row));
    const best = bestWeekday(talks, day, counted.name) ?? bestWeek(talks, day, counted.name);
    if (best) wins.push(best);
  }
  const goal = facts.goals.find((candidate) => candidate.parentId === null);
  const won = facts.results.reduce((sum, row) => (row.measure === "money" ? sum + row.amountMinor : sum), 0);
  if (goal && won > 0 && goal.amountMinor > 0) {
    wins.push({ kind: "team-share", share: won / goal.amountMinor, amountMinor: won });
  }
  const first = plan.stages[0];
  if (first && first.today.total > 0 && plan.todayWorthMinor > 0) {
    wins.push({ kind: "today-worth", units: first.today.total, amountMinor: plan.todayWorthMinor });
  }
  return wins;
}

function perDay(rows: ActivityDayRow[], units: (row: ActivityDayRow) => number): Map<string, number> {
  const days = new Map<string, number>();
  for (const row of rows) {
    const count = units(row);
    if (count > 0) days.set(row.day, (days.get(row.day) ?? 0) + count);
  }
  return days;
}

/** Working days in a row up to yesterday (and today, once begun) with outreach counted; rest breaks nothing. */
function streakOf(outreach: Map<string, number>, workingDays: PlanDay[], day: string): number {
  let streak = outreach.has(day) ? 1 : 0;
  const before = workingDays.map((entry) => entry.day).filter((candidate) => candidate < day);
  for (const candidate of before.reverse()) {
    if (!outreach.has(candidate)) break;
    streak += 1;
  }
  return streak;
}

function bestWeekday(talks: Map<string, number>, day: string, name: string): SmallWinFact | null {
  const count = talks.get(day) ?? 0;
  const same = [...talks].filter(([other]) => other < day && weekdayOf(other) === weekdayOf(day));
  if (count === 0 || same.length < WEEKDAYS_TO_COMPARE) return null;
  const better = same.filter(([, other]) => other >= count).map(([other]) => other);
  const since = better.sort().at(-1) ?? (same.map(([other]) => other).sort()[0] as string);
  if (daysBetween(since, day) <= 7 * WEEKDAYS_TO_COMPARE) return null;
  return { kind: "best-weekday", day, count, noun: name, since };
}

function bestWeek(talks: Map<string, number>, day: string, name: string): SmallWinFact | null {
  const weeks = new Map<string, number>();
  for (const [talkDay, count] of talks) {
    weeks.set(mondayOf(talkDay), (weeks.get(mondayOf(talkDay)) ?? 0) + count);
  }
  const last = addDays(mondayOf(day), -7);
  const count = weeks.get(last) ?? 0;
  const before = [...weeks].filter(([week]) => week < last);
  if (count === 0 || before.length < WEEKDAYS_TO_COMPARE) return null;
  const since =
    before
      .filter(([, other]) => other >= count)
      .map(([week]) => week)
      .sort()
      .at(-1) ?? (before.map(([week]) => week).sort()[0] as string);
  if (daysBetween(since, last) <= 7 * WEEKDAYS_TO_COMPARE) return null;
  return { kind: "best-week", count, noun: name, since };
}
