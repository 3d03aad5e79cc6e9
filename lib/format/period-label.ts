import type { Day } from "@/lib/format/day";

const months = "January February March April May June July August September October November December".split(
  " ",
);

/**
 * What a period is called: "Q4 2026", "November 2026", "2026". Named by its days, so that a fiscal quarter that is
 * not a calendar one is not mistaken for one: "February 2026 to April 2026".
 */
export function periodLabel({
  kind,
  firstDay,
  lastDay,
}: {
  kind: "month" | "quarter" | "year";
  firstDay: Day;
  lastDay: Day;
}): string {
  const year = firstDay.slice(0, 4);
  const month = Number(firstDay.slice(5, 7));
  if (kind === "month") return `${months[month - 1]} ${year}`;
  if (kind === "quarter" && month % 3 === 1) return `Q${(month + 2) / 3} ${year}`;
  if (kind === "year" && month === 1) return year;
  return `${months[month - 1]} ${year} to ${months[Number(lastDay.slice(5, 7)) - 1]} ${lastDay.slice(0, 4)}`;
}
