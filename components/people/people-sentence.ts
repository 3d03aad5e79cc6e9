import type { PeopleInList } from "@/components/people/people-list-view";
import { formatCount, formatCountOf } from "@/lib/format/number";

/** The first line of the page: "30 people, and 28 of them have a quota for Q4 2026." */
export function peopleSentence({ people, periods }: PeopleInList, locale: string): string {
  const [period] = periods;
  if (people.length === 0) return "Nobody is here yet.";
  const everybody = formatCountOf(people.length, { one: "person works", other: "people work" }, locale);
  const owing = people.filter(({ quotas }) => (quotas[0]?.amountMinor ?? 0) > 0).length;
  if (period === undefined) return `${everybody} here.`;
  if (owing === people.length)
    return people.length === 1
      ? `One person works here, with a quota for ${period.label}.`
      : `${everybody} here, and everybody has a quota for ${period.label}.`;
  if (owing === 0) return `${everybody} here, and nobody has a quota for ${period.label} yet.`;
  return `${everybody} here, and ${formatCount(owing, locale)} ${owing === 1 ? "has" : "have"} a quota for ${period.label}.`;
}
