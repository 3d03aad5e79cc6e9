import "server-only";
import { addDays, daysBetween } from "@/lib/engine/calendar";
import { winningChance } from "@/lib/engine/winning";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";
import type { WinCurves } from "@/lib/usecases/planning/open-records";

export type UsualPipeline = { usualShare: number | null; periods: number; steadyShare?: number };

/**
 * What everybody together usually holds for the next period by this point, as a share of the quotas that followed:
 * the median over past periods (method e, quiet). Past records are read as they stood then and valued with today's
 * curves and the mean win, because what they were worth then is not kept.
 */
export function usualPipeline(facts: FunnelFacts, curves: WinCurves, measure: string): UsualPipeline {
  const meanValue = meanWin(facts, measure);
  const elapsed = daysBetween(facts.period.from, facts.day);
  const past = facts.periods.filter(
    (candidate) => candidate.kind === facts.period.kind && candidate.to < facts.period.from,
  );
  const shares = past.flatMap((period) => {
    const following = facts.periods.find(
      (candidate) => candidate.kind === period.kind && candidate.from > period.to,
    );
    const owed = facts.quotas
      .filter((quota) => quota.periodId === following?.id && quota.measure === measure)
      .reduce((sum, quota) => sum + quota.amountMinor * quota.rampShare, 0);
    const day = addDays(period.from, elapsed);
    if (owed <= 0 || day > period.to || period.from <= facts.ratesFrom) return [];
    return [(heldOn(facts, curves, day, period.to) * meanValue) / owed];
  });
  const steady = steadyShare(facts, curves);
  return {
    usualShare: shares.length > 0 ? median(shares) : null,
    periods: shares.length,
    ...(steady === null ? {} : { steadyShare: steady }),
  };
}

/**
 * Of an even flow of wins, the days' worth that is begun by now and lands after the period: Σ (1 - G(d)) over the
 * days d beyond its end, with G the speed from the first record stage to the win, by the length of the period.
 */
function steadyShare(facts: FunnelFacts, curves: WinCurves): number | null {
  const first = facts.funnel.stages.find((stage) => stage.measuredBy === "record" && curves.has(stage.id));
  const points = (first && curves.get(first.id)?.points) ?? [];
  const won = points.at(-1)?.advanced ?? 0;
  if (won <= 0) return null;
  const longest = points.at(-1)?.days ?? 0;
  let days = 0;
  let place = 0;
  for (let ahead = daysBetween(facts.day, facts.period.to); ahead < longest; ahead += 1) {
    while (place + 1 < points.length && (points[place + 1]?.days ?? 0) <= ahead) place += 1;
    const reached = (points[place]?.days ?? 0) <= ahead ? (points[place]?.advanced ?? 0) : 0;
    days += 1 - reached / won;
  }
  return days / (daysBetween(facts.nextPeriod.from, facts.nextPeriod.to) + 1);
}

/** Wins that the records open on a past day were expected to bring after the period's end. */
function heldOn(facts: FunnelFacts, curves: WinCurves, day: string, lastDay: string): number {
  const standing = new Map<string, { stageId: string; reachedOn: string }>();
  const ended = new Set<string>();
  for (const pass of facts.passes) {
    if (pass.reachedOn > day || pass.inferred) continue;
    // a stage without a curve is the end of the chain: such a record is won
    if (!curves.has(pass.stageId) || (pass.lostOn !== null && pass.lostOn <= day)) ended.add(pass.dealId);
    const known = standing.get(pass.dealId);
    if (known === undefined || pass.reachedOn >= known.reachedOn) standing.set(pass.dealId, pass);
  }
  const daysLeft = Math.max(0, daysBetween(day, lastDay));
  let held = 0;
  for (const [dealId, { stageId, reachedOn }] of standing) {
    const curve = curves.get(stageId);
    if (curve === undefined || ended.has(dealId)) continue;
    const ageDays = Math.max(0, daysBetween(reachedOn, day));
    held += Math.max(0, winningChance(curve, { ageDays }) - winningChance(curve, { ageDays, daysLeft }));
  }
  return held;
}

function meanWin(facts: FunnelFacts, measure: string): number {
  if (measure !== "money") return 1;
  const wins = facts.results.filter(
    (row) => row.measure === "money" && row.kind === "booked" && row.amountMinor > 0,
  );
  return wins.length > 0 ? wins.reduce((sum, row) => sum + row.amountMinor, 0) / wins.length : 0;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[(sorted.length >> 1) - 1] ?? upper) + upper) / 2;
}
