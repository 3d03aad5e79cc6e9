import type { Fallback } from "./pooling";

/** Steps for which published figures exist (method, section i). */
export type IndustryStep =
  | "dial-to-connect"
  | "connect-to-conversation"
  | "dial-to-conversation"
  | "conversation-to-meeting"
  | "email-to-reply"
  | "social-message-to-reply"
  | "meeting-to-opportunity"
  | "opportunity-to-win-small"
  | "opportunity-to-win-mid"
  | "opportunity-to-win-enterprise"
  | "application-to-screen"
  | "screen-to-interview"
  | "interview-to-offer"
  | "offer-to-accept"
  | "application-to-hire"
  | "submittal-to-hire";

export type IndustryRate = {
  /** Fractions; `middle` is the prior's mean. */
  low: number;
  middle: number;
  high: number;
  /** Trials the figure is worth: 15 own events outweigh nearly half of it. */
  strength: number;
  source: string;
  /** What the reader must know before trusting it. */
  caution?: string;
};

/**
 * Public benchmarks as priors where a team is too small to be its own guide. Most are vendor figures with unknown
 * denominators: labelled "industry, rough" wherever they show, dropped once a step has 5 people or 200 trials,
 * and never a target.
 */
export const INDUSTRY_RATES: Readonly<Record<IndustryStep, IndustryRate>> = {
  "dial-to-connect": {
    low: 0.04,
    middle: 0.1,
    high: 0.12,
    strength: 20,
    source: "Belkins 2026 (9.9 % of 175,000 dials); Vorsight via TOPO/Gartner 2019",
  },
  "connect-to-conversation": { low: 0.5, middle: 0.58, high: 0.65, strength: 20, source: "Belkins 2026" },
  "dial-to-conversation": {
    low: 0.033,
    middle: 0.044,
    high: 0.06,
    strength: 20,
    source: "Vorsight via TOPO/Gartner 2019 (22.5 dials a conversation); Belkins 2026 (5.7 %)",
  },
  "conversation-to-meeting": {
    low: 0.046,
    middle: 0.1,
    high: 0.33,
    strength: 20,
    source: "Belkins 2026 (4.6 %); Vorsight (1 in 3, older and warmer lists)",
    caution: "What counts as a conversation differs between companies.",
  },
  "email-to-reply": {
    low: 0.02,
    middle: 0.034,
    high: 0.055,
    strength: 20,
    source: "Instantly 2026, as quoted",
    caution:
      "Positive replies are 0.5 to 1.5 % (Puzzle Inbox 2026); recruiting mails get 8.5 % (Korpak 2026).",
  },
  "social-message-to-reply": {
    low: 0.05,
    middle: 0.1,
    high: 0.2,
    strength: 5,
    source: "Vendor blogs only",
    caution: "Weak.",
  },
  "meeting-to-opportunity": {
    low: 0.35,
    middle: 0.5,
    high: 0.6,
    strength: 20,
    source: "TOPO/Gartner 2019 (top teams 59 %)",
  },
  "opportunity-to-win-small": winRate(0.25, 0.4),
  "opportunity-to-win-mid": winRate(0.15, 0.25),
  "opportunity-to-win-enterprise": winRate(0.1, 0.2),
  "application-to-screen": {
    low: 0.03,
    middle: 0.077,
    high: 0.2,
    strength: 20,
    source: "headcount365/Metaview (3 to 6 % inbound); treegarden 2026 (12 to 20 %)",
    caution: "A factor of three between sources; the middle is their geometric mean.",
  },
  "screen-to-interview": { low: 0.3, middle: 0.4, high: 0.5, strength: 20, source: "treegarden 2026" },
  "interview-to-offer": {
    low: 0.15,
    middle: 0.2,
    high: 0.25,
    strength: 20,
    source: "treegarden 2026 (HRPanda, Pin)",
  },
  "offer-to-accept": { low: 0.75, middle: 0.82, high: 0.9, strength: 20, source: "treegarden 2026" },
  "application-to-hire": {
    low: 0.005,
    middle: 0.01,
    high: 0.02,
    strength: 20,
    source: "treegarden 2026; Gem 2026 (165 million applications), as quoted",
    caution: "Sourced candidates about eight times inbound ones.",
  },
  "submittal-to-hire": {
    low: 0.2,
    middle: 0.25,
    high: 0.33,
    strength: 20,
    source: "resumemantra 2019 (4 submittals a hire), secondary",
    caution: "One figure; the range around it is ours.",
  },
};

/** The source gives a range only; its midpoint is the middle. */
function winRate(low: number, high: number): IndustryRate {
  return { low, middle: (low + high) / 2, high, strength: 20, source: "knowlee 2026 glossary, secondary" };
}

/** The industry's figure as the `fallback` of `fitPrior`. */
export function industryFallback(step: IndustryStep): Fallback {
  const { middle, strength } = INDUSTRY_RATES[step];
  return { mean: middle, strength };
}
