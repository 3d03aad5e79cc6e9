import "server-only";
import { currencyDigits } from "@/lib/format/currency";
import { detectDecimalSign, parseAmountMinor } from "@/lib/ingest/amounts";

export type TypedAmount = { ok: true; minor: number | null } | { ok: false; sentence: string };

/** An amount as a field shows it: "52000", "52000.50"; "" when none is stated. */
export function amountAsTyped(minor: number | null, currency: string): string {
  if (minor === null) return "";
  const digits = currencyDigits(currency);
  const whole = minor / 10 ** digits;
  return Number.isInteger(whole) ? String(whole) : whole.toFixed(digits);
}

/**
 * What somebody typed as an amount, in minor units; nothing typed is "not stated". "52.000" may be 52 or 52,000, so
 * it is asked about and never guessed.
 *
 * @example
 * readAmount("52,000.50", "USD") // => { ok: true, minor: 5200050 }
 */
export function readAmount(text: string, currency: string): TypedAmount {
  if (text === "") return { ok: true, minor: null };
  const digits = currencyDigits(currency);
  const plain = /^\d+(?:\.(\d+))?$/.exec(text);
  const isOwnSpelling = plain !== null && (plain[1] === undefined || plain[1].length === digits);
  const sign = isOwnSpelling ? "point" : detectDecimalSign([text]);
  if (sign === "ask" && !isGroupedByComma(text)) {
    return {
      ok: false,
      sentence: "This can be read in two ways. Please write it without separators, like 52000.",
    };
  }
  const amount = parseAmountMinor(text, sign === "comma" ? "comma" : "point", digits);
  if (!amount.ok) {
    return {
      ok: false,
      sentence:
        amount.why === "absurd"
          ? "This amount is too large to be a record’s. Please check it."
          : "Please write an amount, like 52000 or 52000.50.",
    };
  }
  if (amount.minor < 0) {
    return {
      ok: false,
      sentence: "A record’s value is never below zero. What was lost again is a result of its own.",
    };
  }
  return { ok: true, minor: amount.minor };
}

/** Our own screens group by commas ("52,000"), so that is how it is meant here. */
function isGroupedByComma(text: string): boolean {
  return /^\D{0,4}\d{1,3}(?:,\d{3})+\D{0,4}$/.test(text);
}
