import "server-only";
import { addDays } from "@/lib/engine/calendar";
import type { WinValue } from "@/lib/engine/plan-input";
import { poolMeans } from "@/lib/engine/value";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";

/** Wins of every person with a money quota, pooled by random effects; a count measure is worth one. */
export function winValues(facts: FunnelFacts): (personId: string, measure: string) => WinValue {
  const byPerson = new Map<string, number[]>();
  for (const row of facts.results) {
    if (row.measure !== "money" || row.kind !== "booked" || row.dealId === null || row.amountMinor <= 0)
      continue;
    const list = byPerson.get(row.personId) ?? [];
    list.push(row.amountMinor);
    byPerson.set(row.personId, list);
  }
  const people = [...byPerson.keys()];
  const pooled = people.length > 0 ? poolMeans([...byPerson.values(), []], { heavyTails: true }) : [];
  const team = pooled.at(-1);
  const all = [...byPerson.values()].flat();
  return (personId, measure) => {
    if (measure !== "money") return { meanMinor: 1, ownShare: 1, wins: 0 };
    const own = byPerson.get(personId) ?? [];
    const value = pooled[people.indexOf(personId)] ?? team;
    return {
      meanMinor: value?.mean ?? 0,
      ownShare: people.includes(personId) ? (value?.ownShare ?? 0) : 0,
      wins: own.length,
      recentMinor: all,
      evidence: {
        query: "win-values",
        params: {
          personId,
          funnelId: facts.funnel.id,
          from: addDays(facts.period.from, -730),
          asOf: facts.day,
        },
        count: own.length,
      },
    };
  };
}
