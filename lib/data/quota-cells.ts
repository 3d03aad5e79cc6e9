import "server-only";
import { safeInteger } from "@/lib/data/client/safe-integer";
import type { Scope } from "@/lib/data/scope";

export type QuotaCell = { personId: string; periodId: string; measure: string; amountMinor: number };

/** Primary quotas of a funnel as they are edited: those of nothing too, because they keep their measure. */
export async function listQuotaCells(
  scope: Scope,
  { funnelId, periodIds }: { funnelId: string; periodIds: readonly string[] },
): Promise<QuotaCell[]> {
  const rows = await scope.db.quota.findMany({
    where: {
      organizationId: scope.organizationId,
      funnelId,
      periodId: { in: [...periodIds] },
      isPrimary: true,
    },
    orderBy: [{ personId: "asc" }, { periodId: "asc" }],
    select: { personId: true, periodId: true, measure: true, amountMinor: true },
  });
  return rows.map((row) => ({ ...row, amountMinor: safeInteger(row.amountMinor) }));
}
