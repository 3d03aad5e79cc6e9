import { compact, numberFormat, significantDigits } from "@/lib/format/money";

/** A whole count with the locale's grouping: "1,591". */
export function formatCount(count: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(count);
}

/** A real number with a fixed number of decimals: 13.86, "27.0". */
export function formatDecimal(value: number, digits: number, locale: string): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(locale, options).format(value);
}

/** As many decimals as the value has, at most `most`: 3.3, 6, 152.06. */
export function formatUpTo(value: number, most: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: most }).format(value);
}

/** Three digits at a glance for plain counts: "412k", "1.28M"; exact under 10,000. */
export function formatCountShort(count: number, locale: string): string {
  if (Math.abs(count) < 10_000) return formatCount(count, locale);
  return compact(Number(count.toPrecision(3)), locale, significantDigits(3));
}

/** How many, with its word in the right number: "18 open deals", "1 open deal". */
export function formatCountOf(count: number, noun: Noun, locale: string): string {
  return `${formatCount(count, locale)} ${nounFor(count, noun)}`;
}

/** A word in both numbers. "outreach" has no plural: give it twice. */
export type Noun = { one: string; other: string };

export function nounFor(count: number, noun: Noun): string {
  return count === 1 ? noun.one : noun.other;
}

const smallNumbers = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** Small whole numbers in words, as prose wants them: "about one win", "three of eight". */
export function formatSmallNumber(count: number, locale: string): string {
  return (Number.isInteger(count) && smallNumbers[count]) || formatCount(count, locale);
}

/** A first word's capital; the words themselves are kept in lower case so they fit inside sentences. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
