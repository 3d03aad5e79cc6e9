/** A hundred billion in a currency of two decimals: more is a telephone number, not a quota. */
const mostMinor = 10_000_000_000_000;

const multipliers: Readonly<Record<string, number>> = { "": 0, k: 3, tsd: 3, m: 6, mn: 6, mio: 6 };

/**
 * What somebody typed as an amount, in minor units with `digits` decimals: "300,000", "300.000", "300 000", "$300k",
 * "1.5M", "1.234,56". Nothing typed is 0. Null for everything that is not a number of that kind, below zero included.
 *
 * A sign before exactly three last figures separates thousands, since nobody types a quota in thousandths; only in
 * currencies that have them is it taken as `decimal` says.
 *
 * @example
 * parseTypedAmount("300k", 2, ".") // => 30000000
 */
export function parseTypedAmount(typed: string, digits: number, decimal: "." | ","): number | null {
  const bare = typed
    .replace(/[\s'’]/gu, "")
    .replace(/^(?:[A-Za-z]{0,3}\p{Sc}|[A-Z]{3})/u, "")
    .replace(/(?:\p{Sc}|(?<=[\d.,kKmM])[A-Z]{3})$/u, "");
  if (typed.trim() === "") return 0;
  const parts = /^(\d[\d.,]*)(k|m|mn|mio|tsd)?\.?$/i.exec(bare);
  if (parts === null) return null;
  const shift = multipliers[(parts[2] ?? "").toLowerCase()] ?? 0;
  const number = wholeAndFraction(parts[1] ?? "", digits, decimal);
  if (number === null) return null;
  const places = digits + shift;
  const fraction = number.fraction.replace(/0+$/, "");
  if (fraction.length > places || number.whole.length + places > 18) return null;
  const minor = Number(number.whole + fraction.padEnd(places, "0"));
  return minor <= mostMinor ? minor : null;
}

function wholeAndFraction(
  figures: string,
  digits: number,
  decimal: "." | ",",
): { whole: string; fraction: string } | null {
  const sign = decimalSign(figures, digits, decimal);
  const at = sign === null ? -1 : figures.lastIndexOf(sign);
  const whole = at < 0 ? figures : figures.slice(0, at);
  const fraction = at < 0 ? "" : figures.slice(at + 1);
  const groups = whole.split(/[.,]/);
  const separators = new Set(whole.match(/[.,]/g));
  // 1,00,000 is grouped well too; what is not a grouping of any kind is a slip of the finger.
  const wellGrouped = groups.every((group, index) =>
    index === 0
      ? /^\d{1,3}$/.test(group)
      : index === groups.length - 1
        ? group.length === 3
        : /^\d{2,3}$/.test(group),
  );
  if (groups.length > 1 && (!wellGrouped || separators.size > 1 || separators.has(sign ?? ""))) return null;
  return { whole: groups.join(""), fraction };
}

/** Which sign stands before the decimals of these figures; null when none does. */
function decimalSign(figures: string, digits: number, decimal: "." | ","): "." | "," | null {
  const signs = [...figures].filter((figure): figure is "." | "," => figure === "." || figure === ",");
  const last = signs.at(-1);
  if (last === undefined) return null;
  if (new Set(signs).size === 2) return last;
  if (signs.length > 1) return null;
  const behind = figures.length - figures.indexOf(last) - 1;
  if (behind !== 3) return last;
  return digits === 3 && last === decimal ? last : null;
}
