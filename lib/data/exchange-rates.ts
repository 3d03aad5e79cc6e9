import "server-only";
import { dayFromColumn } from "@/lib/data/client/day-column";
import type { Scope } from "@/lib/data/scope";

/** One unit of `currency` in the organization's, from a day on. */
export type ExchangeRateRow = { currency: string; day: string; rate: number };

/** Every rate that was entered, oldest first. */
export async function listExchangeRates(scope: Scope): Promise<ExchangeRateRow[]> {
  const rows = await scope.db.exchangeRate.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: [{ day: "asc" }, { currency: "asc" }],
  });
  return rows.map(({ currency, day, rate }) => ({ currency, day: dayFromColumn(day), rate }));
}
