import { formatMoney, formatMoneyShort, type Money } from "@/lib/format/money";
import { formatCountShort, formatUpTo } from "@/lib/format/number";

/** What a quota is written in: money, or a count of something ("hires", "units"). */
export type Amount = Money | { count: number };

export function isMoney(amount: Amount): amount is Money {
  return "amountMinor" in amount;
}

/** The number a bar is drawn with. Two amounts on one bar share a unit, so minor units and counts never meet. */
export function amountValue(amount: Amount): number {
  return isMoney(amount) ? amount.amountMinor : amount.count;
}

export function formatAmount(amount: Amount, locale: string): string {
  return isMoney(amount) ? formatMoney(amount, locale) : formatUpTo(amount.count, 1, locale);
}

export function formatAmountShort(amount: Amount, locale: string): string {
  if (isMoney(amount)) return formatMoneyShort(amount, locale);
  return Number.isInteger(amount.count)
    ? formatCountShort(amount.count, locale)
    : formatUpTo(amount.count, 1, locale);
}

/** The same unit with another value; keeps charts and bars from guessing the currency. */
export function amountLike(amount: Amount, value: number): Amount {
  return isMoney(amount) ? { ...amount, amountMinor: Math.round(value) } : { count: value };
}
