/** Which sign stands before the decimals. */
export type DecimalSign = "point" | "comma";
export type DetectedDecimalSign = DecimalSign | "ask";

/** A hundred billion in a currency of two decimals: beyond it a cell holds a telephone number, not a deal. */
const MOST_MINOR = 10_000_000_000_000;

const SYMBOLS: ReadonlyArray<readonly [string, string]> = [
  ["A$", "AUD"],
  ["C$", "CAD"],
  ["NZ$", "NZD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["$", "USD"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["CHF", "CHF"],
];

/**
 * The decimal sign of a column of amounts. "1.234,56" and "12,5" say comma, "1,234.56" and "12.5" say point;
 * "1,234" alone may be either, so the person is asked.
 *
 * @example
 * detectDecimalSign(["1.234,56", "900"]) // => "comma"
 */
export function detectDecimalSign(values: Iterable<string>): DetectedDecimalSign {
  let comma = false;
  let point = false;
  let open = false;
  for (const value of values) {
    const figures = value.replace(/[^\d.,]/g, "");
    const lastComma = figures.lastIndexOf(",");
    const lastPoint = figures.lastIndexOf(".");
    if (lastComma < 0 && lastPoint < 0) continue;
    if (lastComma >= 0 && lastPoint >= 0) {
      if (lastComma > lastPoint) comma = true;
      else point = true;
      continue;
    }
    const sign = lastComma >= 0 ? "," : ".";
    const groups = figures.split(sign);
    const looksGrouped =
      groups.slice(1).every((group) => group.length === 3) && (groups[0] ?? "").length <= 3;
    if (groups.length > 2) {
      // Repeated, so it separates thousands, and the other sign is the decimal one.
      if (sign === ",") point = true;
      else comma = true;
    } else if (looksGrouped && groups[0] !== "0") open = true;
    else if (sign === ",") comma = true;
    else point = true;
  }
  if (comma && point) return "ask";
  if (comma) return "comma";
  if (point) return "point";
  return open ? "ask" : "point";
}

export type ParsedAmount = { ok: true; minor: number } | { ok: false; why: "not-a-number" | "absurd" };

/**
 * A cell as integer minor units with `digits` decimals, exact (no floating point); further decimals are rounded
 * half up. Currency signs, grouping, (1,200) and 1,200- for negative amounts are understood.
 *
 * @example
 * parseAmountMinor("€ 1.234,56", "comma", 2) // => { ok: true, minor: 123456 }
 */
export function parseAmountMinor(text: string, decimal: DecimalSign, digits: number): ParsedAmount {
  let value = text.trim();
  const negative =
    /^\(.*\)$/.test(value) || /^[-−]/.test(value) || /[-−]$/.test(value) || /^\D{1,4}[-−]\d/.test(value);
  value = value.replace(/^\(|\)$/g, "").replace(/[-−+]/g, "");
  value = value
    .replace(/[\s\u00a0\u202f'’]/g, "")
    .replace(/^(?:[A-Za-z]{0,3}\p{Sc}|[A-Za-z]{3})|(?:\p{Sc}|[A-Za-z]{3})$/gu, "");
  const grouping = decimal === "comma" ? "." : ",";
  const point = decimal === "comma" ? "," : ".";
  const [whole = "", fraction = "", ...rest] = value.split(point);
  const groups = whole.split(grouping);
  const wellGrouped =
    groups.length === 1 || groups.slice(1).every((group) => group.length === 3 || group.length === 2);
  const wholeDigits = groups.join("");
  if (rest.length > 0 || !wellGrouped || !/^\d*$/.test(wholeDigits) || !/^\d*$/.test(fraction)) {
    return { ok: false, why: "not-a-number" };
  }
  if (wholeDigits === "" && fraction === "") return { ok: false, why: "not-a-number" };
  if (wholeDigits.length > 16) return { ok: false, why: "absurd" };
  const kept = fraction.slice(0, digits).padEnd(digits, "0");
  const roundUp = Number(fraction[digits] ?? "0") >= 5 ? 1 : 0;
  const minor = Number(`${wholeDigits}${kept}`) + roundUp;
  if (minor > MOST_MINOR) return { ok: false, why: "absurd" };
  return { ok: true, minor: negative && minor !== 0 ? -minor : minor };
}

/** Decimals a currency is counted in: 2 for USD, 0 for JPY, 3 for KWD. Null for a code that is no currency. */
export function currencyDigits(currency: string): number | null {
  if (!/^[A-Z]{3}$/.test(currency)) return null;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** The currency that signs or codes in the amounts name, when they name one. "$" is taken as the organization's own when that is a dollar. */
export function detectCurrency(values: Iterable<string>, own: string): string | null {
  const seen = new Set<string>();
  for (const value of values) {
    const code = /\b([A-Z]{3})\b/.exec(value)?.[1];
    const symbol = SYMBOLS.find(([sign]) => value.includes(sign));
    if (code !== undefined) seen.add(code);
    else if (symbol) seen.add(symbol[0] === "$" && /D$/.test(own) ? own : symbol[1]);
  }
  const [only] = seen;
  return seen.size === 1 && only !== undefined && currencyDigits(only) !== null ? only : null;
}

/** A count: a whole number from 0 to 100,000, or null. */
export function parseCount(text: string): number | null {
  const value = text.trim().replace(/[.,]0+$/, "");
  if (!/^\d{1,6}$/.test(value)) return null;
  const count = Number(value);
  return count <= 100_000 ? count : null;
}
