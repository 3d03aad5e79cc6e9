import { numberFormat } from "@/lib/format/money";
import { formatCount } from "@/lib/format/number";

/** A fraction as a percentage: "18%", with `digits` decimals "18.0%". */
export function formatPercent(fraction: number, locale: string, digits = 0): string {
  const options = { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return numberFormat(locale, options).format(fraction);
}

/**
 * A share that may be tiny: whole percent at a glance, "under 1%" below one, "over 99%" above ninety-nine,
 * and exactly 0% or 100% only when it is exactly that.
 */
export function formatShare(fraction: number, locale: string): string {
  if (fraction > 0 && fraction < 0.01) return `under ${formatPercent(0.01, locale)}`;
  if (fraction < 1 && fraction > 0.99) return `over ${formatPercent(0.99, locale)}`;
  return formatPercent(fraction, locale);
}

/** Three significant digits for products of rates: "0.691%", "18.0%". */
export function formatPercentExact(fraction: number, locale: string): string {
  const options = { style: "percent", minimumSignificantDigits: 3, maximumSignificantDigits: 3 } as const;
  return numberFormat(locale, options).format(fraction);
}

/** A rate never stands without its n: "27% of 164". */
export function formatRate(fraction: number, trials: number, locale: string): string {
  return `${formatPercent(fraction, locale)} of ${formatCount(trials, locale)}`;
}
