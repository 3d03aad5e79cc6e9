import "server-only";
import { daysBetween } from "@/lib/engine/calendar";
import type { IncidenceRecord } from "@/lib/engine/incidence";
import type { OpenRecord } from "@/lib/engine/plan-input";
import { type WinningCurve, winningChance, winningCurve } from "@/lib/engine/winning";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";

/** From entering each stage to the end of the chain: won, lost or still open, over everybody (method d1). */
export type WinCurves = Map<string, WinningCurve>;

export function winCurves(facts: FunnelFacts, goalStageId: string): WinCurves {
  const wonOn = new Map<string, string>();
  const lostOn = new Map<string, string>();
  for (const pass of facts.passes) {
    if (pass.stageId === goalStageId) wonOn.set(pass.dealId, pass.reachedOn);
    if (pass.lostOn !== null) lostOn.set(pass.dealId, pass.lostOn);
  }
  const records = new Map<string, IncidenceRecord[]>();
  for (const pass of facts.passes) {
    if (pass.stageId === goalStageId || pass.inferred) continue;
    const won = wonOn.get(pass.dealId);
    const lost = lostOn.get(pass.dealId);
    const end = won ?? lost ?? facts.day;
    const list = records.get(pass.stageId) ?? [];
    list.push({
      days: Math.max(0, daysBetween(pass.reachedOn, end)),
      outcome: won !== undefined ? "advanced" : lost !== undefined ? "lost" : "open",
    });
    records.set(pass.stageId, list);
  }
  return new Map([...records].map(([stageId, list]) => [stageId, winningCurve(list)]));
}

/**
 * A person's open records with their chances: how records of that stage and age ended here, moved by how much
 * better or worse this person brings the rest of the chain to its end.
 */
export function openRecordsOf(
  facts: FunnelFacts,
  curves: WinCurves,
  person: {
    id: string;
    relativeRateFrom: (stageId: string) => number;
    meanValueMinor: number;
    countsWins: boolean;
  },
): OpenRecord[] {
  const daysLeft = Math.max(0, daysBetween(facts.day, facts.period.to));
  return facts.openDeals.flatMap((deal) => {
    if (deal.personId !== person.id || deal.stageId === null) return [];
    const curve = curves.get(deal.stageId);
    if (curve === undefined) return [];
    const ageDays = Math.max(0, daysBetween(deal.enteredOn, facts.day));
    const relative = person.relativeRateFrom(deal.stageId);
    const chance = (left?: number) =>
      moved(winningChance(curve, { ageDays, ...(left === undefined ? {} : { daysLeft: left }) }), relative);
    return [
      {
        id: deal.id,
        name: deal.name,
        stage: deal.stageId,
        enteredOn: deal.enteredOn,
        valueMinor: person.countsWins ? 1 : (deal.valueMinor ?? Math.round(person.meanValueMinor)),
        winChance: chance(),
        winInTimeChance: chance(daysLeft),
        evidence: {
          query: "stage-records",
          params: {
            funnelId: facts.funnel.id,
            stageId: deal.stageId,
            asOf: facts.day,
            from: facts.ratesFrom,
          },
          count: curve.watchedDays.length,
        },
      },
    ];
  });
}

/** A chance moved by a ratio of rates on the odds, so that it never leaves 0 to 1. */
function moved(chance: number, ratio: number): number {
  if (chance <= 0 || chance >= 1) return chance;
  const odds = (chance / (1 - chance)) * ratio;
  return odds / (1 + odds);
}
