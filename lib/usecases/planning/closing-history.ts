import "server-only";
import type { ClosingHistory } from "@/lib/engine/plan-input";
import { companyDays } from "@/lib/usecases/planning/calendar-of";
import type { FunnelFacts } from "@/lib/usecases/planning/facts";

const PAST_PERIODS = 8;

/**
 * Which share of past periods' results was closed by the working day that today is: everybody's ledger, so that
 * one person's luck does not draw the curve (method e, pace). Null while no period has ended.
 */
export function closingHistory(facts: FunnelFacts, measure: string): ClosingHistory | null {
  const { period, periods, day } = facts;
  const elapsed = companyDays(facts, period.from, day).length - 1;
  const all = companyDays(facts, period.from, period.to).length;
  if (all === 0) return null;
  const past = periods
    .filter((candidate) => candidate.kind === period.kind && candidate.to < period.from)
    .slice(-PAST_PERIODS);
  const shares = past.flatMap((candidate) => {
    const days = companyDays(facts, candidate.from, candidate.to);
    const until = days[Math.floor((days.length * Math.max(0, elapsed)) / all) - 1];
    let total = 0;
    let closed = 0;
    for (const row of facts.results) {
      if (row.measure !== measure || row.kind === "overlay") continue;
      if (row.day < candidate.from || row.day > candidate.to) continue;
      total += row.amountMinor;
      if (until !== undefined && row.day <= until) closed += row.amountMinor;
    }
    return total > 0 ? [Math.min(1, Math.max(0, closed / total))] : [];
  });
  if (shares.length === 0) return null;
  return { shareByNow: median(shares), periods: shares.length };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
