import "server-only";
import { dayFromColumn, dayToColumn } from "@/lib/data/client/day-column";
import { safeInteger } from "@/lib/data/client/safe-integer";
import type { Scope } from "@/lib/data/scope";

export interface ResultRow {
  personId: string;
  day: string;
  dealId: string | null;
  measure: string;
  kind: string;
  /** the person's share of the amount, in minor units (money) or whole units (counts) */
  amountMinor: number;
}

/**
 * The ledger between two days, both included. Attainment is a sum of these rows and of nothing else.
 * Overlay results count for their person and never for a team: callers that add people up leave them out.
 */
export async function listResults(
  scope: Scope,
  filter: { funnelId: string; from: string; to: string; personIds?: string[] },
): Promise<ResultRow[]> {
  const rows = await scope.db.result.findMany({
    where: {
      organizationId: scope.organizationId,
      funnelId: filter.funnelId,
      day: { gte: dayToColumn(filter.from), lte: dayToColumn(filter.to) },
      ...(filter.personIds ? { personId: { in: filter.personIds } } : {}),
    },
    select: {
      personId: true,
      day: true,
      dealId: true,
      measure: true,
      kind: true,
      amountMinor: true,
      share: true,
    },
    orderBy: [{ day: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    personId: row.personId,
    day: dayFromColumn(row.day),
    dealId: row.dealId,
    measure: row.measure,
    kind: row.kind,
    amountMinor: Math.round(safeInteger(row.amountMinor) * row.share),
  }));
}
