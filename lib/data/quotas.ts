import "server-only";
import { safeInteger } from "@/lib/data/client/safe-integer";
import type { Scope } from "@/lib/data/scope";

export interface QuotaRow {
  id: string;
  personId: string;
  funnelId: string;
  periodId: string;
  measure: string;
  amountMinor: number;
  rampShare: number;
}

/** Primary quotas of the named periods. One of nothing is none: its row only stays for its history. */
export async function listQuotas(
  scope: Scope,
  filter: { periodIds: string[]; personIds?: string[] },
): Promise<QuotaRow[]> {
  const rows = await scope.db.quota.findMany({
    where: {
      organizationId: scope.organizationId,
      isPrimary: true,
      amountMinor: { gt: 0 },
      periodId: { in: filter.periodIds },
      ...(filter.personIds ? { personId: { in: filter.personIds } } : {}),
    },
    orderBy: [{ personId: "asc" }, { recordedAt: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    funnelId: row.funnelId,
    periodId: row.periodId,
    measure: row.measure,
    amountMinor: safeInteger(row.amountMinor),
    rampShare: row.rampShare,
  }));
}
