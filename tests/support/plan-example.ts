import type { LandingCurve, OpenRecord, PlanDay, PlanInput, PlanStep } from "@/lib/engine/plan-input";

/**
 * The person most worked examples share (docs/worked-examples.md): calls 10 % meeting 50 % proposal 40 % win of
 * $10,000; November 2026 with a quota of $44,000 and half of what is begun 14 days before its end landing in time.
 */
const USD = 100;

export const november: PlanDay[] = daysOf("2026-11", [1, 7, 8, 14, 15, 21, 22, 28, 29], 30);

/** Half lands when 14 days or more are left. */
export const halfFromFourteenDays: LandingCurve = {
  kind: "empirical",
  points: [
    { days: 14, share: 0.5 },
    { days: 400, share: 1 },
  ],
};

export function shareStep(from: string, to: string, mean: number, options: Partial<PlanStep> = {}): PlanStep {
  const strength = 1000;
  return {
    from,
    to,
    rate: {
      kind: "share",
      alpha: mean * strength,
      beta: (1 - mean) * strength,
      mean,
      lower: mean * 0.9,
      upper: Math.min(1, mean * 1.1),
      ownShare: 0.8,
    },
    ownSuccesses: mean * 800,
    ownTrials: 800,
    teamMean: mean,
    lag: null,
    ...options,
  };
}

export function openRecord(expectedUsd: number, stage = "proposal", id = "list"): OpenRecord {
  return {
    id,
    name: `Record ${id}`,
    stage,
    enteredOn: "2026-10-20",
    valueMinor: expectedUsd * 2 * USD,
    winChance: 0.6,
    winInTimeChance: 0.5,
  };
}

export function examplePerson(changes: Partial<PlanInput> = {}): PlanInput {
  return {
    today: "2026-11-02",
    measure: { kind: "money", currency: "USD", digits: 2 },
    period: { label: "November 2026", from: "2026-11-01", to: "2026-11-30" },
    nextPeriod: { label: "December 2026", from: "2026-12-01", to: "2026-12-31" },
    quota: { amountMinor: 44_000 * USD },
    nextQuota: { amountMinor: 44_000 * USD, assumed: true },
    closedMinor: 0,
    stages: [
      { id: "call", name: "Calls", measuredBy: "activity", toWin: halfFromFourteenDays },
      { id: "meeting", name: "Meetings", measuredBy: "count", toWin: halfFromFourteenDays },
      { id: "proposal", name: "Proposals", measuredBy: "record", toWin: halfFromFourteenDays },
      { id: "win", name: "Won", measuredBy: "record" },
    ],
    steps: [
      shareStep("call", "meeting", 0.1),
      shareStep("meeting", "proposal", 0.5),
      shareStep("proposal", "win", 0.4),
    ],
    winValue: { meanMinor: 10_000 * USD, ownShare: 0.8, wins: 30 },
    openRecords: [],
    arrivals: [],
    workingDays: november,
    nextWorkingDays: 22,
    channels: [],
    recentVolume: { perDay: 10, days: 40 },
    closingHistory: null,
    nextPipeline: { heldMinor: 0, usualShare: null, periods: 0 },
    ...changes,
  };
}

/** Maya of the mockups: Tuesday 24 November 2026, quarter to 31 December. */
export function maya(changes: Partial<PlanInput> = {}): PlanInput {
  const weeks: LandingCurve = {
    kind: "empirical",
    points: [
      { days: 13, share: 0.12 },
      { days: 20, share: 0.24 },
      { days: 27, share: 0.36 },
      { days: 34, share: 0.48 },
      { days: 90, share: 1 },
    ],
  };
  const step = (
    [from, to, mean]: [string, string, number],
    [successes, trials, team]: [number, number, number],
    prior: number,
    medianDays: number,
  ): PlanStep => ({
    from,
    to,
    rate: {
      kind: "share",
      alpha: team * prior + successes,
      beta: (1 - team) * prior + trials - successes,
      mean,
      lower: mean * 0.9,
      upper: mean * 1.1,
      ownShare: trials / (trials + prior),
    },
    ownSuccesses: successes,
    ownTrials: trials,
    teamMean: team,
    lag: { kind: "lognormal", medianDays, sigma: 0.6 },
  });
  return {
    today: "2026-11-24",
    measure: { kind: "money", currency: "USD", digits: 2 },
    period: { label: "Quarter to 31 Dec", from: "2026-10-01", to: "2026-12-31" },
    nextPeriod: { label: "Quarter to 31 Mar", from: "2027-01-01", to: "2027-03-31" },
    quota: { amountMinor: 300_000 * USD },
    nextQuota: { amountMinor: 300_000 * USD, assumed: true },
    closedMinor: 184_200 * USD,
    stages: [
      { id: "outreach", name: "Outreach", measuredBy: "activity", toWin: weeks },
      { id: "conversation", name: "Conversations", measuredBy: "count" },
      { id: "set", name: "Meetings set", measuredBy: "record", asked: false },
      { id: "held", name: "Meetings held", measuredBy: "record" },
      { id: "proposal", name: "Proposals", measuredBy: "record", asked: false },
      { id: "won", name: "Won", measuredBy: "record" },
    ],
    steps: [
      step(["outreach", "conversation", 0.18], [652, 3600, 0.17], 400, 3),
      step(["conversation", "set", 0.2], [154, 760, 0.19], 200, 6),
      step(["set", "held", 0.8], [149, 185, 0.78], 50, 8),
      step(["held", "proposal", 0.6], [90, 148, 0.57], 40, 9),
      step(["proposal", "won", 0.4], [36, 87, 0.37], 40, 15),
    ],
    winValue: { meanMinor: 22_000 * USD, ownShare: 0.8, wins: 36 },
    openRecords: mayasRecords(),
    arrivals: [{ stage: "proposal", thisPeriodMinor: 8_600 * USD, nextPeriodMinor: 58_000 * USD }],
    workingDays: [
      ...daysOf("2026-10", [3, 4, 10, 11, 17, 18, 24, 25, 31], 31),
      ...daysOf("2026-11", [1, 7, 8, 14, 15, 21, 22, 26, 28, 29], 30),
      ...daysOf("2026-12", [5, 6, 12, 13, 19, 20, 25, 26, 27], 31),
    ],
    nextWorkingDays: 59,
    capacity: { minutesPerDay: 480 },
    channels: [
      { id: "call", name: "Call", mixShare: 0.6, yieldPerUnit: 0.2, yieldLower: 0.18, minutesPerUnit: 4 },
      {
        id: "email",
        name: "E-mail",
        mixShare: 0.25,
        yieldPerUnit: 0.125,
        yieldLower: 0.11,
        minutesPerUnit: 3,
      },
      {
        id: "linkedin",
        name: "LinkedIn",
        mixShare: 0.1,
        yieldPerUnit: 0.19,
        yieldLower: 0.14,
        minutesPerUnit: 5,
      },
      { id: "dm", name: "DM", mixShare: 0.05, yieldPerUnit: 0.18, yieldLower: 0.1, minutesPerUnit: 2 },
    ],
    recentVolume: { perDay: 27, days: 40 },
    closingHistory: { shareByNow: 0.524, periods: 8 },
    nextPipeline: { heldMinor: 90_000 * USD, usualShare: 0.5, periods: 8 },
    ...changes,
  };
}

/** 18 open records expected to bring $84,400 in time: three named in the mockups, fifteen smaller ones. */
function mayasRecords(): OpenRecord[] {
  const named: [string, number, number, string][] = [
    ["Hallam Foods", 52_000, 0.3, "2026-11-15"],
    ["Brightwater Clinics", 44_000, 0.35, "2026-11-12"],
    ["Tideline Hotels", 33_000, 0.4, "2026-11-18"],
  ];
  const record = (
    id: string,
    name: string,
    valueUsd: number,
    chance: number,
    enteredOn: string,
  ): OpenRecord => ({
    id,
    name,
    stage: "proposal",
    enteredOn,
    valueMinor: Math.round(valueUsd * USD),
    winChance: Math.min(1, chance + 0.1),
    winInTimeChance: chance,
  });
  const large = named.map(([name, value, chance, day], index) =>
    record(`n${index}`, name, value, chance, day),
  );
  // 84,400 - (15,600 + 15,400 + 13,200) = 40,200; over fifteen records at 20 %: 13,400 each.
  const small = Array.from({ length: 15 }, (_, index) =>
    record(`s${index}`, `Small ${index + 1}`, 13_400, 0.2, "2026-11-10"),
  );
  return [...large, ...small];
}

/** All days of a month but the free ones; written out here so that the oracle does not rest on the engine's calendar. */
function daysOf(month: string, free: number[], length: number): PlanDay[] {
  return Array.from({ length }, (_, index) => index + 1)
    .filter((day) => !free.includes(day))
    .map((day) => ({ day: `${month}-${String(day).padStart(2, "0")}`, fraction: 1 }));
}
