import "server-only";
import { stringify } from "csv-stringify/sync";
import { type DealRow, listDealPeople, listDeals, type PersonChoice } from "@/lib/data/deals";
import type { Scope } from "@/lib/data/scope";
import { currencyDigits } from "@/lib/format/currency";
import { DEALS_PER_PAGE, type DealFilterChoice } from "@/lib/forms/deal-filters";

export type DealListView = {
  deals: DealRow[];
  total: number;
  page: number;
  offset: number;
  hasMore: boolean;
  /** null for whoever sees only their own */
  people: PersonChoice[] | null;
};

/** A page of the records the reader may see, newest first; the last one when an address asks for one beyond it. */
export async function dealList(scope: Scope, choice: DealFilterChoice, today: string): Promise<DealListView> {
  const at = (page: number) =>
    listDeals(
      scope,
      {
        ...(choice.status === "" ? {} : { status: choice.status }),
        ...(choice.person === "" ? {} : { personId: choice.person }),
        search: choice.search,
        offset: (page - 1) * DEALS_PER_PAGE,
        limit: DEALS_PER_PAGE,
      },
      today,
    );
  const asked = await at(choice.page);
  const last = Math.max(1, Math.ceil(asked.total / DEALS_PER_PAGE));
  const page = Math.min(choice.page, last);
  const { deals, total } = page === choice.page ? asked : await at(page);
  const people = scope.reach.kind === "own" ? null : await listDealPeople(scope, today);
  return { deals, total, page, offset: (page - 1) * DEALS_PER_PAGE, hasMore: page < last, people };
}

const headings = [
  "name",
  "account",
  "product",
  "person",
  "status",
  "stage",
  "value",
  "currency",
  "created",
  "expected close",
  "closed",
  "source",
];

/** The records that are on the screen, for a spreadsheet: cells that begin like a formula are escaped. */
export function dealsCsv(deals: readonly DealRow[]): string {
  const lines = deals.map((deal) => [
    deal.name,
    deal.accountName ?? "",
    deal.productName ?? "",
    deal.personName,
    deal.status,
    deal.stageName ?? "",
    deal.valueMinor === null
      ? ""
      : (deal.valueMinor / 10 ** currencyDigits(deal.currency)).toFixed(currencyDigits(deal.currency)),
    deal.currency,
    deal.createdOn,
    deal.expectedCloseOn ?? "",
    deal.wonOn ?? deal.lostOn ?? "",
    deal.source,
  ]);
  return stringify([headings, ...lines], { escape_formulas: true, bom: true });
}
