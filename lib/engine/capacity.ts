import type { Lever, Reach } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";

/** What meetings of one's own, travel and the like take of a day (method d6). */
const OVERHEAD_SHARE = 0.35;

/**
 * First-stage units that fill one full day together with the work that follows from them, or null where minutes are
 * not known. A call costs its own minutes and its share of the meetings and proposals it leads to.
 *
 * @example
 * // call 20, meeting 60 at 10 %, proposal 120 at 5 %: 32 minutes a call; 480 x 0.65 = 312 minutes
 * unitsPerFullDay(input) // => 9.75
 */
export function unitsPerFullDay(input: PlanInput): number | null {
  if (input.capacity === undefined) return null;
  let minutes = 0;
  let reached = 1;
  input.stages.forEach((stage, index) => {
    minutes += reached * (index === 0 ? firstStageMinutes(input) : (stage.minutesPerUnit ?? 0));
    reached *= input.steps[index]?.rate?.mean ?? 1;
  });
  if (minutes === 0) return null;
  return (input.capacity.minutesPerDay * (1 - (input.capacity.overheadShare ?? OVERHEAD_SHARE))) / minutes;
}

/** Minutes of one unit at the person's own mix of channels. */
function firstStageMinutes(input: PlanInput): number {
  const shares = input.channels.reduce((sum, channel) => sum + channel.mixShare, 0);
  if (shares === 0) return input.stages[0]!.minutesPerUnit ?? 0;
  return input.channels.reduce((sum, channel) => sum + channel.mixShare * channel.minutesPerUnit, 0) / shares;
}

/**
 * Whether a full calendar reaches the quota, and the three levers that would, each alone (method d6).
 * `knownMinor` is what is closed and expected without new work, `newMinor` what a full calendar adds in time,
 * `range` the 80 % range of the total at that volume.
 */
export function reachOf(input: {
  quotaMinor: number;
  knownMinor: number;
  newMinor: number;
  range: { lowMinor: number; highMinor: number };
  /** In-time value of one more full day like the first one left. */
  perDayMinor: number;
  lastStep: { from: string; to: string; rate: number; atMostOne: boolean };
  winValueMinor: number;
}): Reach {
  const { quotaMinor, knownMinor, newMinor, range, perDayMinor, lastStep, winValueMinor } = input;
  const expected = knownMinor + newMinor;
  const shortfallMinor = Math.max(0, quotaMinor - expected);
  const reachableMinor = { low: range.lowMinor, expected, high: range.highMinor };
  const outOfReach = range.highMinor < quotaMinor;
  if (shortfallMinor === 0) return { reachableMinor, outOfReach, shortfallMinor, levers: null };
  // What brings a millionth of the quota cannot be multiplied into the rest of it.
  const lands = (minor: number) => minor > quotaMinor * 1e-6;
  const factor = lands(newMinor) ? (quotaMinor - knownMinor) / newMinor : null;
  const toRate = factor === null ? null : lastStep.rate * factor;
  const possible: Lever = { factor, possible: factor !== null };
  return {
    reachableMinor,
    outOfReach,
    shortfallMinor,
    levers: {
      rate: {
        factor,
        possible: toRate !== null && (toRate <= 1 || !lastStep.atMostOne),
        step: { from: lastStep.from, to: lastStep.to },
        fromRate: lastStep.rate,
        toRate,
      },
      winValue: { ...possible, toMinor: factor === null ? null : winValueMinor * factor },
      moreDays: {
        days: lands(perDayMinor) ? shortfallMinor / perDayMinor : null,
        possible: lands(perDayMinor),
      },
      pipelineMinor: shortfallMinor,
    },
  };
}
