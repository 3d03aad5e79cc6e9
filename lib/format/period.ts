import { type Day, formatDay } from "@/lib/format/day";
import { formatCountOf } from "@/lib/format/number";

/** What the organization calls its periods; the calendar decides, the words follow. */
export type PeriodKind = "week" | "month" | "quarter" | "half" | "year";

const names: Record<PeriodKind, string> = {
  week: "week",
  month: "month",
  quarter: "quarter",
  half: "half-year",
  year: "year",
};

export function periodNoun(kind: PeriodKind): string {
  return names[kind];
}

/** The line above a result: "Won this quarter, to 31 December · 26 working days left". */
export function formatResultContext(
  context: { kind: PeriodKind; lastDay: Day; workdaysLeft?: number; by?: string },
  locale: string,
): string {
  const by = context.by ? ` by ${context.by}` : "";
  const line = `Won${by} this ${periodNoun(context.kind)}, to ${formatDay(context.lastDay, locale)}`;
  if (context.workdaysLeft === undefined) return line;
  const left = formatCountOf(context.workdaysLeft, { one: "working day", other: "working days" }, locale);
  return `${line} · ${left} left`;
}
