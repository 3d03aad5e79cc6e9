import "server-only";
import type { StagePassRow } from "@/lib/data/stage-passes";
import { daysBetween } from "@/lib/engine/calendar";
import { conversionsByPerson, curveOfPasses, halfLifeDays, teamConversion } from "@/lib/engine/conversion";
import { lagSummary } from "@/lib/engine/lag";
import type { StagePass } from "@/lib/engine/passes";
import { ARRIVING_SOURCES } from "@/lib/usecases/planning/chain-of";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";
import type { StepModel, StepTally } from "@/lib/usecases/planning/step-model";

/** Enough recorded passes for a landing curve of its own; below it the lognormal of the summary is steadier. */
const PASSES_FOR_EMPIRICAL = 60;

/**
 * A step between two record stages: passes of records that needed outreach, by their owner at entry, counted as
 * matured trials (method a4) and weighed by age (a6).
 */
export function recordStep(facts: FunnelFacts, from: string, to: string): Omit<StepModel, "prior" | "basis"> {
  const rows = facts.passes.filter((row) => row.stageId === from && !ARRIVING_SOURCES.has(row.source));
  const passes = rows.map(toPass);
  const options = { today: facts.day };
  const curve = curveOfPasses(passes, options);
  const lag = lagSummary(curve);
  const first = rows[0]?.reachedOn ?? facts.day;
  const span = Math.max(1, daysBetween(first, facts.evidenceUntil) + 1);
  const halfLife = halfLifeDays({ cycleDays: lag?.medianDays ?? 0, entriesPerDay: passes.length / span });
  // Old evidence is weighed from its own newest day: it is told as old, not thinned away to nothing.
  const counting = { today: facts.day, halfLifeDays: halfLife };
  const scale = 2 ** (daysBetween(facts.evidenceUntil, facts.day) / halfLife);
  const tally = (counts: ReturnType<typeof teamConversion>): StepTally => ({
    successes: counts.successes * scale,
    trials: counts.effectiveTrials * scale,
    entered: counts.entered,
    advanced: counts.advanced,
    lost: counts.lost,
    open: counts.open,
  });
  const byPerson = new Map(
    [...conversionsByPerson(passes, curve, counting)].map(([person, counts]) => [person, tally(counts)]),
  );
  const timed = passes.filter((pass) => pass.passedOn !== undefined && pass.inferred !== true).length;
  return {
    kind: "share",
    from,
    to,
    byPerson,
    team: tally(teamConversion(passes, curve, counting)),
    lag:
      lag === null
        ? null
        : timed >= PASSES_FOR_EMPIRICAL
          ? { kind: "empirical", points: curve.map(({ days, share }) => ({ days, share })) }
          : { kind: "lognormal", medianDays: lag.medianDays, sigma: lag.sigma },
    medianDays: lag?.medianDays ?? null,
  };
}

export function toPass(row: StagePassRow): StagePass {
  return {
    enteredOn: row.reachedOn,
    // a passage dated before its own beginning is a slip of the source; it passed at once
    ...(row.passedOn === null
      ? {}
      : { passedOn: row.passedOn < row.reachedOn ? row.reachedOn : row.passedOn }),
    ...(row.lostOn === null ? {} : { lostOn: row.lostOn < row.reachedOn ? row.reachedOn : row.lostOn }),
    personId: row.personId,
    inferred: row.inferred,
  };
}
