/** An amount of money: integer minor units, ISO currency, and how many decimals that currency has (0, 2 or 3). */
export type Money = { amountMinor: number; currency: string; digits: number };

const exactFormats = new Map<string, Intl.NumberFormat>();

/** Formatters are costly to build and a page prints hundreds of figures, so each is built once. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = exactFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    exactFormats.set(key, format);
  }
  return format;
}

function major(money: Money): number {
  if (!Number.isSafeInteger(money.amountMinor)) {
    throw new RangeError(`Money is a whole number of minor units, not ${money.amountMinor}`);
  }
  return money.amountMinor / 10 ** money.digits;
}

/** The exact value: "$184,200", "$152.06", "¥5,000", "KWD 1.250". Decimals appear when there are any to show. */
export function formatMoney(money: Money, locale: string): string {
  const value = major(money);
  const digits = Number.isInteger(value) ? 0 : money.digits;
  return numberFormat(locale, {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/**
 * At a glance: "$184k", "$84.4k", "$2.07M". Three significant digits; two from 1,000 to under 10,000 ("$9.0k"),
 * where the third would claim more than an estimate knows. Under 1,000 the currency's own decimals stay.
 */
export function formatMoneyShort(money: Money, locale: string): string {
  const value = major(money);
  const rounded = Number(value.toPrecision(3));
  const size = Math.abs(rounded);
  const base = { style: "currency", currency: money.currency, currencyDisplay: "narrowSymbol" } as const;
  if (size < 1000) {
    const digits = Number.isInteger(rounded) ? 0 : money.digits;
    const options = { ...base, minimumFractionDigits: digits, maximumFractionDigits: digits };
    return numberFormat(locale, options).format(rounded);
  }
  const significant = size < 10_000 ? 2 : 3;
  return compact(size < 10_000 ? value : rounded, locale, { ...base, ...significantDigits(significant) });
}

/** Intl's compact spelling; English locales disagree about "K", "k" and "m", and one screen needs one spelling. */
export function compact(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const parts = numberFormat(locale, { ...options, notation: "compact" }).formatToParts(value);
  const english = locale.toLowerCase().startsWith("en");
  return parts
    .map((part) => {
      if (!english || part.type !== "compact") return part.value;
      if (part.value.toLowerCase() === "k") return "k";
      return part.value === "m" ? "M" : part.value;
    })
    .join("");
}

/** The same count of digits as least and most, so that columns of short figures keep one width. */
export function significantDigits(count: number): Intl.NumberFormatOptions {
  return { minimumSignificantDigits: count, maximumSignificantDigits: count };
}
