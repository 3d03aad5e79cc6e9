import { dayNumber } from "./days";
import { cumulativeIncidence, type IncidenceRecord } from "./incidence";
import { type MaturityCurve, maturityByDay, maturityCurve } from "./maturity";
import { passesByPosition, type StagePass, type StageRecord, stagePositions } from "./passes";
import { nonNegative, positive } from "./valid";

export type StepConversion = {
  from: string;
  to: string;
  /** Records that reached `from`; each is counted once. */
  entered: number;
  advanced: number;
  lost: number;
  open: number;
  /** Entries weighed by the share of their time that has passed; never below `advanced`. */
  effectiveTrials: number;
  /** advanced / effectiveTrials; 0 without any. */
  rate: number;
};

/** The counts of one person (or everybody) at one step; successes and effective trials feed `poolRate`. */
export type StepCounts = {
  entered: number;
  advanced: number;
  lost: number;
  open: number;
  successes: number;
  effectiveTrials: number;
  rate: number;
};

/** Passes entered before `recordedSince` are dropped: of those, only the long-lived ones are in the data. */
type CountOptions = { today: string; halfLifeDays?: number; recordedSince?: string };

/**
 * Conversion of every step of a chain of stages, corrected for records that have not had their time yet: an entry
 * aged A counts as G(A) trials, decided or not, with G the step's own maturity curve (method a1, a4).
 * Throws RangeError for unknown or repeated stages and impossible days; days after `today` have not happened yet.
 *
 * @example
 * stageConversions(["lead", "won"], [
 *   { entries: [{ stage: "lead", day: "2026-01-01" }, { stage: "won", day: "2026-01-11" }] },
 *   { entries: [{ stage: "lead", day: "2026-01-01" }], lostOn: "2026-01-05" },
 *   { entries: [{ stage: "lead", day: "2026-03-01" }] },
 * ], { today: "2026-03-02" })
 * // => [{ from: "lead", to: "won", entered: 3, advanced: 1, lost: 1, open: 1, effectiveTrials: 2, rate: 0.5 }]
 */
export function stageConversions(
  stages: readonly string[],
  records: readonly StageRecord[],
  options: { today: string },
): StepConversion[] {
  const positions = stagePositions(stages);
  dayNumber(options.today);
  const steps: StagePass[][] = Array.from({ length: stages.length - 1 }, () => []);
  for (const record of records) {
    const passes = passesByPosition(positions, record, options.today).steps;
    for (let step = 0; step < steps.length; step++) {
      const pass = passes[step];
      if (pass !== undefined) steps[step]!.push(pass);
    }
  }
  return steps.map((passes, step) => {
    const counts = teamConversion(passes, curveOfPasses(passes, options), options);
    const { entered, advanced, lost, open, effectiveTrials, rate } = counts;
    return {
      from: stages[step]!,
      to: stages[step + 1]!,
      entered,
      advanced,
      lost,
      open,
      effectiveTrials,
      rate,
    };
  });
}

/**
 * The maturity curve of one step from everybody's passes. Passes with an inferred end say nothing about time and
 * are left out, unless no other has advanced: then the day by which they had is better than nothing.
 */
export function curveOfPasses(
  passes: readonly StagePass[],
  options: { today: string; recordedSince?: string },
): MaturityCurve {
  const today = dayNumber(options.today);
  const timed: IncidenceRecord[] = [];
  const inferred: IncidenceRecord[] = [];
  let timedAdvances = 0;
  for (const pass of passes) {
    if (!counted(pass, options)) continue;
    const end = endOf(pass, options.today);
    const days = Math.max(0, (end.day === null ? today : dayNumber(end.day)) - dayNumber(pass.enteredOn));
    if (pass.inferred) inferred.push({ days, outcome: end.outcome });
    else {
      timed.push({ days, outcome: end.outcome });
      if (end.outcome === "advanced") timedAdvances++;
    }
  }
  return maturityCurve(cumulativeIncidence(timedAdvances > 0 ? timed : timed.concat(inferred)));
}

/**
 * Counts of one step per person, given the team's curve; passes without a person stand under "".
 * With `halfLifeDays` successes and trials are weighed by 2^(-age of entry / half-life); the plain counts are not.
 * Throws RangeError for impossible days, a passed or lost day before the entry, and negative weights.
 *
 * @example
 * conversionsByPerson([{ enteredOn: "2026-01-01", passedOn: "2026-01-09", personId: "ada" }],
 *   [{ days: 8, share: 1 }], { today: "2026-02-01" }).get("ada")
 * // => { entered: 1, advanced: 1, lost: 0, open: 0, successes: 1, effectiveTrials: 1, rate: 1 }
 */
export function conversionsByPerson(
  passes: readonly StagePass[],
  curve: MaturityCurve,
  options: CountOptions,
): Map<string, StepCounts> {
  const counts = new Map<string, StepCounts>();
  count(passes, curve, options, (pass) => {
    const person = pass.personId ?? "";
    const known = counts.get(person);
    if (known !== undefined) return known;
    const fresh = noCounts();
    counts.set(person, fresh);
    return fresh;
  });
  for (const own of counts.values()) settle(own);
  return counts;
}

/** `conversionsByPerson` with everybody counted as one. */
export function teamConversion(
  passes: readonly StagePass[],
  curve: MaturityCurve,
  options: CountOptions,
): StepCounts {
  const team = noCounts();
  count(passes, curve, options, () => team);
  return settle(team);
}

function noCounts(): StepCounts {
  return { entered: 0, advanced: 0, lost: 0, open: 0, successes: 0, effectiveTrials: 0, rate: 0 };
}

function count(
  passes: readonly StagePass[],
  curve: MaturityCurve,
  options: CountOptions,
  cellOf: (pass: StagePass) => StepCounts,
): void {
  const shares = maturityByDay(curve);
  const today = dayNumber(options.today);
  const halfLife = options.halfLifeDays === undefined ? null : positive(options.halfLifeDays, "halfLifeDays");
  for (const pass of passes) {
    if (!counted(pass, options)) continue;
    const cell = cellOf(pass);
    const age = today - dayNumber(pass.enteredOn);
    const { outcome } = endOf(pass, options.today);
    const weight = nonNegative(pass.weight ?? 1, "weight") * (halfLife === null ? 1 : 2 ** (-age / halfLife));
    cell.entered++;
    cell[outcome]++;
    if (outcome === "advanced") cell.successes += weight;
    cell.effectiveTrials += weight * shares[Math.min(age, shares.length - 1)]!;
  }
}

/** Somebody quicker than the team would otherwise have passed more often than he tried. */
function settle(counts: StepCounts): StepCounts {
  counts.effectiveTrials = Math.max(counts.effectiveTrials, counts.successes);
  counts.rate = counts.effectiveTrials > 0 ? counts.successes / counts.effectiveTrials : 0;
  return counts;
}

/**
 * Days after which an entry counts half (method a6): 180, twice the cycle, or the time that brings 60 entries,
 * whichever is longest, but never more than 730.
 */
export function halfLifeDays(input: { cycleDays: number; entriesPerDay: number }): number {
  const { cycleDays, entriesPerDay } = input;
  nonNegative(cycleDays, "cycleDays");
  nonNegative(entriesPerDay, "entriesPerDay");
  const forSixtyEntries = entriesPerDay === 0 ? 730 : 60 / entriesPerDay;
  return Math.min(730, Math.max(180, 2 * cycleDays, forSixtyEntries));
}

function counted(pass: StagePass, options: { today: string; recordedSince?: string }): boolean {
  if (pass.enteredOn > options.today) return false;
  return options.recordedSince === undefined || pass.enteredOn >= options.recordedSince;
}

/** How the pass stands on `today`; a later end has not happened yet. */
function endOf(
  pass: StagePass,
  today: string,
): { outcome: "advanced" | "lost" | "open"; day: string | null } {
  const { enteredOn, passedOn, lostOn } = pass;
  if ((passedOn ?? enteredOn) < enteredOn || (lostOn ?? enteredOn) < enteredOn) {
    throw new RangeError(`a pass entered on ${enteredOn} cannot end before`);
  }
  if (passedOn !== undefined && passedOn <= today) return { outcome: "advanced", day: passedOn };
  if (lostOn !== undefined && lostOn <= today) return { outcome: "lost", day: lostOn };
  return { outcome: "open", day: null };
}
