import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import { formatMoney } from "@/lib/format/money";
import { formatCount, formatDecimal, formatUpTo } from "@/lib/format/number";
import { formatPercentExact } from "@/lib/format/percent";

/** What money nodes are counted in; null where the measure is a count of something. */
export type ExplanationMoney = { currency: string; digits: number } | null;

/** A figure of a derivation, exact: people who open it want to follow the sum. */
export function figureText(
  node: Pick<ExplanationNode, "value" | "unit">,
  money: ExplanationMoney,
  locale: string,
): string {
  const { value, unit } = node;
  if (unit === "money") {
    if (!money) return formatUpTo(value, 2, locale);
    return formatMoney({ amountMinor: moneyMinor(value, money.digits), ...money }, locale);
  }
  if (unit === "share")
    return value === 0 || value === 1 ? wholeShare(value, locale) : formatPercentExact(value, locale);
  if (unit === "wins" || unit === "units-per-day") return formatDecimal(value, 1, locale);
  if (unit === "units" && Math.abs(value) >= 1000) return formatCount(value, locale);
  return Number.isInteger(value) ? formatCount(value, locale) : formatDecimal(value, 2, locale);
}

/** From 1,000 units up the small ones say nothing; below, they are part of the sum ("$152.06"). */
function moneyMinor(value: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.abs(value) >= 1000 * unit ? Math.round(value / unit) * unit : Math.round(value);
}

function wholeShare(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent" }).format(value);
}
