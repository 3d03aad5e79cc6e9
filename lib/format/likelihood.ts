import { formatPercent } from "@/lib/format/percent";

/** The odds beside each step of five percent. 45 to 55 are all 1 in 2: finer words would claim too much. */
const odds: Record<number, string> = {
  5: "1 in 20",
  10: "1 in 10",
  15: "1 in 7",
  20: "1 in 5",
  25: "1 in 4",
  30: "3 in 10",
  35: "1 in 3",
  40: "2 in 5",
  45: "1 in 2",
  50: "1 in 2",
  55: "1 in 2",
  60: "3 in 5",
  65: "2 in 3",
  70: "7 in 10",
  75: "3 in 4",
  80: "4 in 5",
  85: "6 in 7",
  90: "9 in 10",
  95: "19 in 20",
};

/** Steps of five percent, 5 to 95; 0 and 100 mark "under" and "over", which are never said as figures. */
export function likelihoodStep(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A likelihood lies between 0 and 1, not ${probability}`);
  }
  // 0.575 * 20 is 11.499999…; the half belongs to the step above it, as a reader rounding by hand would say.
  return Math.round(probability * 20 + 1e-9) * 5;
}

/** "likely, about 3 in 4"; at the ends "under 1 in 20" and "over 19 in 20". */
export function formatLikelihood(probability: number): string {
  const step = likelihoodStep(probability);
  if (step < 5) return "under 1 in 20";
  if (step > 95) return "over 19 in 20";
  return `${likelihoodWord(step)}, about ${odds[step]}`;
}

/** The odds alone, for the middle of a sentence: "about 3 in 4". */
export function formatOdds(probability: number): string {
  const step = likelihoodStep(probability);
  if (step < 5) return "under 1 in 20";
  if (step > 95) return "over 19 in 20";
  return `about ${odds[step]}`;
}

/** The bare figure for tables and before-after pairs: "65%"; never 0% or 100%. */
export function formatLikelihoodPercent(probability: number, locale: string): string {
  const step = likelihoodStep(probability);
  if (step < 5) return `under ${formatPercent(0.05, locale)}`;
  if (step > 95) return `over ${formatPercent(0.95, locale)}`;
  return formatPercent(step / 100, locale);
}

function likelihoodWord(step: number): string {
  if (step >= 85) return "very likely";
  if (step >= 60) return "likely";
  if (step >= 45) return "as likely as not";
  if (step >= 30) return "less likely than not";
  return "unlikely";
}
