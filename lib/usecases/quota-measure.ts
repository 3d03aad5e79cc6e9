import "server-only";
import type { FunnelRow } from "@/lib/data/funnels";
import type { QuotaCell } from "@/lib/data/quota-cells";

const moneyMeasures: ReadonlySet<string> = new Set(["money", "margin", "recurring"]);

/** Whether a measure is counted in a currency's minor units; the others are plain counts. */
export function isMoneyMeasure(measure: string): boolean {
  return moneyMeasures.has(measure);
}

/** What a quota that is no money counts: the stage's name, or the funnel's own records. Null for money. */
export function countedIn(
  measure: string,
  { stages, noun }: Pick<FunnelRow, "stages" | "noun">,
): string | null {
  if (isMoneyMeasure(measure)) return null;
  const stage = stages.find(({ slug }) => measure === `stage:${slug}`);
  return stage?.name ?? (measure === "units" ? "units" : noun);
}

/**
 * What a person's quota of a period is counted in: as it is, else as in their other period, else as for most people
 * of the funnel, else money.
 */
export function measureOfCell(
  there: readonly QuotaCell[],
  cell: Pick<QuotaCell, "personId" | "periodId">,
): string {
  const own = there.filter(({ personId }) => personId === cell.personId);
  const same = own.find(({ periodId }) => periodId === cell.periodId);
  return same?.measure ?? own[0]?.measure ?? usualMeasure(there);
}

function usualMeasure(there: readonly QuotaCell[]): string {
  const counts = new Map<string, number>();
  for (const { measure } of there) counts.set(measure, (counts.get(measure) ?? 0) + 1);
  const [most] = [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return most?.[0] ?? "money";
}
