import type { Likelihood, LikelihoodWord, PlanStatus } from "@/lib/engine/person-plan-shape";
import {
  DEFAULT_STATUS_BANDS,
  type NextPipeline,
  type PlanStep,
  type StatusBands,
} from "@/lib/engine/plan-input";

/** Nothing about a person's quota is ever this certain (method j). */
const CLIP = 0.02;

/** Own evidence below this share of the rates that matter: a range, no likelihood (method e). */
const LEARNING_BELOW = 0.3;

/** Even expectations weigh as much as four past periods. */
const EVEN_PERIODS = 4;

/** How steps of 5 % are said, from 5 to 95. */
const ODDS: [of: number, within: number][] = [
  [1, 20],
  [1, 10],
  [1, 7],
  [1, 5],
  [1, 4],
  [3, 10],
  [1, 3],
  [2, 5],
  [1, 2],
  [1, 2],
  [1, 2],
  [3, 5],
  [2, 3],
  [7, 10],
  [3, 4],
  [4, 5],
  [6, 7],
  [9, 10],
  [19, 20],
];

/**
 * A probability as it is shown: in steps of 5 %, never 0 or 100, with its word and odds. 45 to 55 % are all
 * "about 1 in 2": finer words would claim more than a forecast knows. Throws RangeError outside 0 to 1.
 *
 * @example
 * likelihoodOf(0.512) // => { exact: 0.512, shown: 0.5, word: "as-likely-as-not", odds: { of: 1, in: 2 } }
 */
export function likelihoodOf(probability: number): Likelihood {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`a probability lies in 0 to 1: ${probability}`);
  const exact = Math.min(1 - CLIP, Math.max(CLIP, probability));
  // Noise in the last digits must not turn 47.5 % into two different figures on two machines.
  const twentieths = Math.min(19, Math.max(1, Math.round(exact * 20 + 1e-9)));
  const [of, within] = ODDS[twentieths - 1]!;
  return { exact, shown: twentieths / 20, word: wordOf(exact, twentieths), odds: { of, in: within } };
}

function wordOf(exact: number, twentieths: number): LikelihoodWord {
  if (exact < 0.05) return "very-unlikely";
  if (twentieths >= 17) return "very-likely";
  if (twentieths >= 12) return "likely";
  if (twentieths >= 9) return "as-likely-as-not";
  return twentieths >= 5 ? "less-likely-than-not" : "unlikely";
}

/**
 * The person's word. Bands apply to the figure shown, so that nobody reads 50 % beside "behind".
 * Out of reach at capacity is at risk, whatever luck the forecast still sees.
 */
export function statusOf(input: {
  quotaMet: boolean;
  ownEvidence: number;
  likelihood: Likelihood;
  outOfReach: boolean;
  bands?: StatusBands;
}): PlanStatus {
  const bands = input.bands ?? DEFAULT_STATUS_BANDS;
  if (input.quotaMet) return "quota-met";
  if (input.ownEvidence < LEARNING_BELOW) return "learning";
  if (input.outOfReach) return "at-risk";
  const { shown } = input.likelihood;
  if (shown >= bands.ahead) return "ahead";
  if (shown >= bands.onPace) return "on-pace";
  return shown >= bands.behind ? "behind" : "at-risk";
}

/**
 * How much of what decides the plan is the person's own evidence: own shares weighted by each rate's squared
 * coefficient of variation. A well-known first rate with 3,000 own trials must not hide that the last one rests on six.
 */
export function ownEvidenceOf(steps: PlanStep[]): number {
  let weights = 0;
  let own = 0;
  for (const { rate } of steps) {
    if (rate === null) continue;
    const weight =
      rate.kind === "yield" ? 1 / rate.shape : rate.beta / (rate.alpha * (rate.alpha + rate.beta + 1));
    weights += weight;
    own += weight * rate.ownShare;
  }
  return weights > 0 ? own / weights : 0;
}

/**
 * What is usually held for the next period by this point: the median share of past periods, mixed at the weight of
 * four periods with what an even flow would hold. Where the speed of the chain is not known that is half of the next
 * quota, which a cycle as long as the period holds at its end.
 */
export function usualPipeline(pipeline: NextPipeline, nextQuotaMinor: number): number {
  const known = pipeline.usualShare === null ? 0 : pipeline.periods;
  const share =
    (known * (pipeline.usualShare ?? 0) + EVEN_PERIODS * (pipeline.steadyShare ?? 0.5)) /
    (known + EVEN_PERIODS);
  return share * nextQuotaMinor;
}

/** Winning, with the next period's pipeline in hand: alerts and flags fall silent (P6). The rhythm stays. */
export function isQuiet(input: {
  status: PlanStatus;
  likelihood: Likelihood;
  pipelineShare: number;
  bands?: StatusBands;
}): boolean {
  const bands = input.bands ?? DEFAULT_STATUS_BANDS;
  const winning =
    input.status === "quota-met" || (input.status !== "learning" && input.likelihood.shown >= bands.quiet);
  return winning && input.pipelineShare >= bands.quietPipeline;
}
