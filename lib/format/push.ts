import { type Day, formatDay } from "@/lib/format/day";
import { formatList } from "@/lib/format/list";
import { formatCount } from "@/lib/format/number";

/** The push of one week: how many more a day are asked from `from` to `to`. */
export type PushWeek = { from: Day; to: Day; moreADay: number };

/** A sentence in two parts, because a screen sets the first in a stronger weight. */
export type PushWords = { strong: string; rest: string };

type Run = { moreADay: number; weeks: PushWeek[] };

/**
 * "4 more a day" + "this week, then 3, 2 and 1, and none after 18 December".
 * The weeks come in order and the first one holds today. Null when no week asks for more.
 */
export function pushWords(weeks: readonly PushWeek[], locale: string): PushWords | null {
  const runs = equalRuns(weeks);
  const lastAsked = runs.findLastIndex((run) => run.moreADay > 0);
  if (lastAsked < 0) return null;
  const [first, ...later] = runs.slice(0, lastAsked + 1);
  if (!first) return null;
  const end = runs.length > lastAsked + 1 ? runs[lastAsked]?.weeks.at(-1)?.to : undefined;

  const strong = first.moreADay === 0 ? "Nothing more" : `${formatCount(first.moreADay, locale)} more a day`;
  const then = later.length > 0 ? `, then ${thenWords(later, locale)}` : "";
  const after = end ? `, and none after ${formatDay(end, locale)}` : "";
  return { strong, rest: `${untilWords(first, locale)}${then}${after}` };
}

function equalRuns(weeks: readonly PushWeek[]): Run[] {
  const runs: Run[] = [];
  for (const week of weeks) {
    const last = runs.at(-1);
    if (last?.moreADay === week.moreADay) last.weeks.push(week);
    else runs.push({ moreADay: week.moreADay, weeks: [week] });
  }
  return runs;
}

function untilWords(run: Run, locale: string): string {
  const last = run.weeks.at(-1);
  return run.weeks.length > 1 && last ? `until ${formatDay(last.to, locale)}` : "this week";
}

/** One number per week; a number that stays says until when, so that "3" is never read as one week only. */
function thenWords(runs: readonly Run[], locale: string): string {
  return formatList(
    runs.map((run) => {
      const last = run.weeks.at(-1);
      const figure = run.moreADay === 0 ? "none" : formatCount(run.moreADay, locale);
      return run.weeks.length > 1 && last ? `${figure} until ${formatDay(last.to, locale)}` : figure;
    }),
    locale,
  );
}
