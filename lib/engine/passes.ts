import { dayNumber } from "./days";

/** A record's visits to stages, in any order; `lostOn` where it ended without a win. */
export type StageRecord = {
  entries: readonly { stage: string; day: string }[];
  lostOn?: string;
  /**
   * The file says where the record began and ended, not what lay between ("Lost" overwrote its stage). It is left
   * out of every step of a chain of more than two stages: losses never all fall on the first step.
   */
  historyUnknown?: boolean;
};

/** One record's stay at one step: in on a day, then passed on, lost, or still there. */
export type StagePass = {
  enteredOn: string;
  passedOn?: string;
  lostOn?: string;
  /** Who owned the record when it entered; the trial is theirs. */
  personId?: string;
  /** Share of the trial credited (1 unless said otherwise). */
  weight?: number;
  /** One of its ends was inferred from a later stage: it counts, but says nothing about time. */
  inferred?: boolean;
};

export type RecordPasses = {
  /** Step i leads from stage i to stage i + 1; undefined where the record never reached stage i. */
  steps: (StagePass | undefined)[];
  /** Stages it passed without a visit of their own. */
  inferredEntries: number;
  /** Visits to a stage it had been in before. */
  reEntries: number;
  /** A stage was dated after a later one; the earlier of the dates was taken. */
  outOfOrder: boolean;
};

/**
 * What one record says about each step, as known on `today` (method a1): the first visit to a stage counts; a
 * record seen further on has passed what lies before; a stage dated after a later one takes the later one's date;
 * a loss followed by another visit is undone; what happens after `today` has not happened yet.
 * Throws RangeError for a stage that is not in the list and for days that do not exist.
 *
 * @example
 * recordPasses(["call", "meeting", "won"], { entries: [{ stage: "call", day: "2026-01-05" },
 *   { stage: "won", day: "2026-02-01" }] }, { today: "2026-03-01" }).steps
 * // => call to meeting and meeting to won, both passed on 2026-02-01, both inferred
 */
export function recordPasses(
  stages: readonly string[],
  record: StageRecord,
  options: { today: string },
): RecordPasses {
  return passesByPosition(stagePositions(stages), record, options.today);
}

/** Stage name → position. Throws RangeError for repeated names or fewer than two stages. */
export function stagePositions(stages: readonly string[]): Map<string, number> {
  if (stages.length < 2) throw new RangeError("a step needs two stages");
  const positions = new Map(stages.map((stage, position) => [stage, position]));
  if (positions.size !== stages.length) throw new RangeError("stage names must differ");
  return positions;
}

/** `recordPasses` for loops: positions are prepared once. */
export function passesByPosition(
  positions: ReadonlyMap<string, number>,
  record: StageRecord,
  today: string,
): RecordPasses {
  const steps: (StagePass | undefined)[] = new Array(positions.size - 1).fill(undefined);
  const result: RecordPasses = { steps, inferredEntries: 0, reEntries: 0, outOfOrder: false };
  const visits = firstVisits(positions, record, today);
  if (visits.furthest < 0 || (record.historyUnknown === true && positions.size > 2)) return result;
  result.reEntries = visits.repeats;
  const lost =
    record.lostOn !== undefined && record.lostOn <= today && record.lostOn >= visits.latest
      ? record.lostOn
      : undefined;

  // From the furthest stage back: each stage was reached no later than whatever follows it.
  let next: string | undefined;
  let nextInferred = false;
  for (let stage = visits.furthest; stage >= 0; stage--) {
    const own = visits.first[stage];
    const inferred = own === undefined;
    if (inferred) result.inferredEntries++;
    if (own !== undefined && next !== undefined && own > next) result.outOfOrder = true;
    const enteredOn: string = own === undefined || (next !== undefined && next < own) ? next! : own;
    if (stage < steps.length) {
      const pass: StagePass = { enteredOn };
      if (next !== undefined) pass.passedOn = next;
      else if (lost !== undefined) pass.lostOn = lost;
      if (inferred || nextInferred) pass.inferred = true;
      steps[stage] = pass;
    }
    next = enteredOn;
    nextInferred = inferred;
  }
  return result;
}

type Visits = { first: (string | undefined)[]; furthest: number; repeats: number; latest: string };

/** ISO days compare as text, so first and last visits need no arithmetic. */
function firstVisits(positions: ReadonlyMap<string, number>, record: StageRecord, today: string): Visits {
  const first: (string | undefined)[] = new Array(positions.size).fill(undefined);
  const visits: Visits = { first, furthest: -1, repeats: 0, latest: "" };
  if (record.lostOn !== undefined) dayNumber(record.lostOn);
  for (const { stage, day } of record.entries) {
    const position = positions.get(stage);
    if (position === undefined) throw new RangeError(`unknown stage ${JSON.stringify(stage)}`);
    dayNumber(day);
    if (day > today) continue;
    const before = first[position];
    if (before !== undefined) visits.repeats++;
    if (before === undefined || day < before) first[position] = day;
    if (position > visits.furthest) visits.furthest = position;
    if (day > visits.latest) visits.latest = day;
  }
  return visits;
}
