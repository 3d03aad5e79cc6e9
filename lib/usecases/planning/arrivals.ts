import "server-only";
import type { StagePassRow } from "@/lib/data/stage-passes";
import { addDays, daysBetween } from "@/lib/engine/calendar";
import type { Arrivals } from "@/lib/engine/plan-input";
import { winningChance } from "@/lib/engine/winning";
import { fitYieldPrior, poolYield } from "@/lib/engine/yield";
import { ARRIVING_SOURCES } from "@/lib/usecases/planning/chain-of";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";
import type { WinCurves } from "@/lib/usecases/planning/open-records";

/** Half a year of arrivals says how many come in a week. */
const ARRIVAL_DAYS = 182;

/** Records that came without outreach of their own (inbound, referred, handed over), per person: the stage they entered at and when. */
export interface ArrivalHistory {
  byPerson: Map<string, { stageId: string; count: number }[]>;
  days: number;
}

export function arrivalHistory(facts: FunnelFacts): ArrivalHistory {
  const from = addDays(facts.evidenceUntil, -ARRIVAL_DAYS + 1);
  const byDeal = new Map<string, StagePassRow[]>();
  for (const pass of facts.passes) {
    if (pass.inferred) continue;
    const passes = byDeal.get(pass.dealId);
    if (passes) passes.push(pass);
    else byDeal.set(pass.dealId, [pass]);
  }
  const byPerson = new Map<string, { stageId: string; count: number }[]>();
  for (const entry of [...byDeal.values()].flatMap(arrivalsIn)) {
    if (entry.reachedOn < from) continue;
    const list = byPerson.get(entry.personId) ?? [];
    const cell = list.find((candidate) => candidate.stageId === entry.stageId);
    if (cell) cell.count += 1;
    else list.push({ stageId: entry.stageId, count: 1 });
    byPerson.set(entry.personId, list);
  }
  return { byPerson, days: ARRIVAL_DAYS };
}

/** Of one record, in order: the first stage of each person who did not have to win it by outreach of their own. */
function arrivalsIn(passes: StagePassRow[]): StagePassRow[] {
  const seen = new Set<string>();
  return passes.filter((pass) => {
    if (seen.has(pass.personId)) return false;
    seen.add(pass.personId);
    const handedOver = passes.some(
      (other) => other.personId !== pass.personId && other.reachedOn <= pass.reachedOn,
    );
    return ARRIVING_SOURCES.has(pass.source) || handedOver;
  });
}

/**
 * What is expected to come without outreach and still be won: the person's arrivals a day (pooled with colleagues,
 * Gamma-Poisson) times the chance that one landing on each day left is won in time, times the mean value.
 */
export function arrivalsOf(
  facts: FunnelFacts,
  history: ArrivalHistory,
  curves: WinCurves,
  person: { id: string; worksDays: number; nextDays: number; meanValueMinor: number },
): Arrivals[] {
  const stages = new Set([...history.byPerson.values()].flat().map((cell) => cell.stageId));
  return [...stages].flatMap((stageId) => {
    const curve = curves.get(stageId);
    if (curve === undefined) return [];
    const counts = (id: string) =>
      history.byPerson.get(id)?.find((cell) => cell.stageId === stageId)?.count ?? 0;
    const people = new Set([...facts.quotas.map((quota) => quota.personId), ...history.byPerson.keys()]);
    const prior = fitYieldPrior([...people].map((id) => ({ outcomes: counts(id), exposure: history.days })));
    const own = { outcomes: counts(person.id), exposure: Math.min(history.days, person.worksDays) };
    const perDay = poolYield(own, prior).mean;
    const daysLeft = Math.max(0, daysBetween(facts.day, facts.period.to));
    let landing = 0;
    for (let ahead = 0; ahead < daysLeft; ahead += 1) {
      landing += winningChance(curve, { ageDays: 0, daysLeft: daysLeft - ahead });
    }
    const everWon = winningChance(curve, { ageDays: 0 });
    return [
      {
        stage: stageId,
        thisPeriodMinor: perDay * landing * person.meanValueMinor,
        nextPeriodMinor: perDay * person.nextDays * everWon * person.meanValueMinor,
        evidence: {
          query: "arrivals",
          params: {
            funnelId: facts.funnel.id,
            personId: person.id,
            stageId,
            from: addDays(facts.evidenceUntil, -ARRIVAL_DAYS + 1),
            asOf: facts.day,
          },
          count: counts(person.id),
        },
      },
    ];
  });
}
