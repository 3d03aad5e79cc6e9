import { type Amount, formatAmountShort } from "@/lib/format/amount";
import { formatUpTo } from "@/lib/format/number";

/** "11 to 16"; a single value when both ends read the same. */
export function formatRange(low: number, high: number, locale: string, digits = 0): string {
  return joinRange(formatUpTo(low, digits, locale), formatUpTo(high, digits, locale));
}

/** "$84.7k to $167k". */
export function formatAmountRange(low: Amount, high: Amount, locale: string): string {
  return joinRange(formatAmountShort(low, locale), formatAmountShort(high, locale));
}

/** Ranges are written with "to", never a dash: a dash beside figures reads as minus. */
export function joinRange(low: string, high: string): string {
  return low === high ? low : `${low} to ${high}`;
}
