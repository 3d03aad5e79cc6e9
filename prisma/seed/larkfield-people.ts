import type { PersonStory } from "@/prisma/seed/story";

/**
 * The twelve of Larkfield. The rates run from conversation → meeting set → held → proposal → won; a funnel's average
 * is .20, .80, .60, .40. What a person brings in a quarter follows from this table and nothing else, and the quota
 * beside it makes the story: change one of the two and tests/unit/seed says which story is no longer true.
 */

/** The mix of outreach most people have, and what each channel yields when all of it together yields 18 %. */
const MIX = { call: 0.61, email: 0.22, linkedin: 0.11, message: 0.06 };
const YIELDS = { call: 0.2, email: 0.125, linkedin: 0.19, message: 0.18 };
const YIELDS_TOGETHER = 0.181;

function yieldsOf(together: number): Record<string, number> {
  const scale = together / YIELDS_TOGETHER;
  return Object.fromEntries(Object.entries(YIELDS).map(([channel, share]) => [channel, share * scale]));
}

const midMarket = {
  team: "Mid-market",
  position: "Account executive",
  segment: "Mid-market",
  mix: MIX,
  pace: 1,
};
const enterprise = { ...midMarket, team: "Enterprise", segment: "Enterprise" };

export const larkfieldPeople: PersonStory[] = [
  {
    ...midMarket,
    key: "maya",
    name: "Maya Chen",
    email: "rep@larkfield.example",
    tells:
      "On pace: about one more win is needed, and a rise in outreach in late summer shows in the wins since.",
    outreachPerDay: 28,
    slowerBefore: { weeksBefore: 14, factor: 0.84 },
    yields: YIELDS,
    rates: [0.2, 0.8, 0.6, 0.4],
    arrivalsPerWeek: { inbound: 0.75, referral: 0.3 },
    winValue: { mean: 22_000, sigma: 0.55 },
    quota: { amount: 300_000, heading: 0.97 },
  },
  {
    ...midMarket,
    key: "priya",
    name: "Priya Nair",
    email: "priya.nair@larkfield.example",
    tells: "Ahead and quiet; nobody wins more of their proposals, though the phone is not hers.",
    outreachPerDay: 27,
    yields: yieldsOf(0.17),
    rates: [0.21, 0.81, 0.57, 0.48],
    arrivalsPerWeek: { inbound: 1, referral: 0.45 },
    winValue: { mean: 27_000, sigma: 0.5 },
    quota: { amount: 320_000, heading: 1.65 },
  },
  {
    ...midMarket,
    key: "lena",
    name: "Lena Fischer",
    email: "lena.fischer@larkfield.example",
    tells: "Ahead and quiet; shows how a held meeting becomes a proposal.",
    outreachPerDay: 29,
    yields: yieldsOf(0.17),
    rates: [0.19, 0.79, 0.71, 0.35],
    arrivalsPerWeek: { inbound: 0.9, referral: 0.35 },
    winValue: { mean: 28_000, sigma: 0.5 },
    quota: { amount: 300_000, heading: 1.42 },
    pace: 0.95,
  },
  {
    ...midMarket,
    key: "tom",
    name: "Tom Okafor",
    email: "tom.okafor@larkfield.example",
    tells:
      "On pace by strength on the phone; weak from the meeting to the proposal and from there to the win.",
    outreachPerDay: 34,
    mix: { call: 0.78, email: 0.12, linkedin: 0.06, message: 0.04 },
    yields: { call: 0.225, email: 0.1, linkedin: 0.16, message: 0.16 },
    rates: [0.17, 0.77, 0.53, 0.33],
    arrivalsPerWeek: { inbound: 0.7, referral: 0.3 },
    winValue: { mean: 25_000, sigma: 0.55 },
    quota: { amount: 280_000, heading: 1.1 },
  },
  {
    ...midMarket,
    key: "diego",
    name: "Diego Ramos",
    email: "diego.ramos@larkfield.example",
    tells: "Behind: 46 % of held meetings lead to a proposal, where the best reach nearly two thirds.",
    outreachPerDay: 32,
    yields: yieldsOf(0.17),
    rates: [0.2, 0.81, 0.46, 0.35],
    arrivalsPerWeek: { inbound: 0.7, referral: 0.25 },
    winValue: { mean: 23_000, sigma: 0.55 },
    quota: { amount: 280_000, heading: 0.9 },
  },
  {
    ...midMarket,
    key: "aisha",
    name: "Aisha Karim",
    email: "aisha.karim@larkfield.example",
    tells: "Behind: sets more meetings than anybody, and a third of them do not take place.",
    outreachPerDay: 26,
    yields: yieldsOf(0.17),
    rates: [0.24, 0.67, 0.58, 0.34],
    arrivalsPerWeek: { inbound: 0.7, referral: 0.25 },
    winValue: { mean: 22_500, sigma: 0.55 },
    quota: { amount: 260_000, heading: 0.86 },
  },
  {
    ...midMarket,
    key: "jonas",
    name: "Jonas Berg",
    email: "jonas.berg@larkfield.example",
    tells: "A quota no calendar can hold at these rates: the step to talk about is conversation to meeting.",
    outreachPerDay: 28,
    yields: yieldsOf(0.13),
    rates: [0.12, 0.78, 0.53, 0.31],
    arrivalsPerWeek: { inbound: 0.4, referral: 0.2 },
    winValue: { mean: 22_000, sigma: 0.5 },
    quota: { amount: 280_000 },
    pace: 1.1,
  },
  {
    ...midMarket,
    key: "sam",
    name: "Sam Whitfield",
    email: "sam.whitfield@larkfield.example",
    tells: "Seven weeks in: a range and not yet a number.",
    hiredWeeksBefore: 7,
    rampMonths: 6,
    outreachPerDay: 24,
    yields: yieldsOf(0.15),
    rates: [0.18, 0.78, 0.56, 0.37],
    arrivalsPerWeek: { inbound: 0.5, referral: 0 },
    winValue: { mean: 18_000, sigma: 0.5 },
    quota: { amount: 250_000 },
  },
  {
    ...enterprise,
    key: "elif",
    name: "Elif Demir",
    email: "elif.demir@larkfield.example",
    tells:
      "Back from leave: little in progress, good rates from before, and a quota for the weeks she is there.",
    leave: { fromWeeksBefore: 16, untilWeeksBefore: 2, note: "Parental leave", coveredBy: "noah" },
    outreachPerDay: 12,
    yields: yieldsOf(0.17),
    rates: [0.2, 0.8, 0.58, 0.38],
    arrivalsPerWeek: { inbound: 0.4, referral: 0.2 },
    winValue: { mean: 29_000, sigma: 0.55 },
    quota: { amount: 260_000 },
    pace: 1.1,
  },
  {
    ...enterprise,
    key: "noah",
    name: "Noah Price",
    email: "noah.price@larkfield.example",
    tells: "Lives on what comes in by itself: three inbound records a week and hardly any outreach.",
    outreachPerDay: 5,
    mix: { call: 0.4, email: 0.4, linkedin: 0.15, message: 0.05 },
    yields: yieldsOf(0.17),
    rates: [0.18, 0.76, 0.52, 0.34],
    arrivalsPerWeek: { inbound: 2.9, referral: 0.5 },
    winValue: { mean: 27_000, sigma: 0.6 },
    quota: { amount: 260_000, heading: 1.08 },
    pace: 1.05,
  },
  {
    ...enterprise,
    key: "ivy",
    name: "Ivy Tran",
    email: "ivy.tran@larkfield.example",
    tells: "Behind but reachable: one good month makes the quarter.",
    outreachPerDay: 11,
    mix: { call: 0.3, email: 0.35, linkedin: 0.25, message: 0.1 },
    yields: yieldsOf(0.165),
    rates: [0.19, 0.78, 0.55, 0.34],
    arrivalsPerWeek: { inbound: 0.4, referral: 0.15 },
    winValue: { mean: 28_000, sigma: 0.6 },
    quota: { amount: 220_000, heading: 0.9 },
    pace: 1.1,
  },
  {
    ...enterprise,
    key: "ana",
    name: "Ana Sousa",
    email: "ana.sousa@larkfield.example",
    position: "Sales development",
    tells: "Opens and hands over: owes meetings that were held, not money; the others close what she found.",
    outreachPerDay: 46,
    mix: { call: 0.55, email: 0.3, linkedin: 0.1, message: 0.05 },
    yields: yieldsOf(0.16),
    // What follows a held meeting is the closers' doing.
    rates: [0.14, 0.72],
    arrivalsPerWeek: { inbound: 0, referral: 0 },
    winValue: { mean: 28_000, sigma: 0.6 },
    handsOver: { stage: "meeting-held", to: ["elif", "noah", "ivy"], measure: "stage:meeting-held" },
    quota: { amount: 45, measure: "stage:meeting-held", heading: 1.0 },
  },
];
