import { mondayOf } from "@/lib/engine/calendar";
import type { PersonPlan } from "@/lib/engine/person-plan-shape";
import { LEAST_MEAN_CHANCE } from "@/lib/engine/push";
import type { StageWorkings } from "@/lib/engine/stage-plan";

/**
 * What the sentence of Today is made of: "27 a day keep next quarter fed. This quarter still lacks about one win that
 * new work can bring: 4 more a day this week, then 3, 2 and 1, and none after 18 December." Figures, no text.
 */
export function planWords(
  first: StageWorkings,
  lacking: { wins: number; minor: number },
): PersonPlan["words"] {
  const { plan, days } = first;
  const weeks = new Map<string, PersonPlan["words"]["pushByWeek"][number]>();
  let lastPushDay: string | null = null;
  plan.asks.forEach(({ day, push }) => {
    const monday = mondayOf(day);
    const week = weeks.get(monday) ?? { from: day, to: day, days: 0, perDay: 0, total: 0 };
    week.to = day;
    week.days += 1;
    week.total += push;
    week.perDay = Math.round(week.total / week.days);
    weeks.set(monday, week);
    if (push > 0) lastPushDay = day;
  });
  const pushByWeek = [...weeks.values()];
  while (pushByWeek.at(-1)?.total === 0) pushByWeek.pop();
  const late = plan.landingChance.findIndex((chance) => chance < LEAST_MEAN_CHANCE);
  return {
    rhythm: plan.today.rhythm,
    push: plan.today.push,
    pushByWeek,
    lastPushDay,
    lackingWins: lacking.wins,
    lackingMinor: lacking.minor,
    newWorkPaysNextPeriodFrom: late < 0 ? null : days[late]!.day,
  };
}
