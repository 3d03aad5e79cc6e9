import type { Metadata } from "next";
import { DealFilters } from "@/components/deals/DealFilters";
import { DealsTable } from "@/components/deals/DealsTable";
import { Topline } from "@/components/shell/Topline";
import { can } from "@/lib/access/permissions";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { todayIn } from "@/lib/clock";
import { currencyDigits } from "@/lib/format/currency";
import { dealFiltersHref, readDealFilters } from "@/lib/forms/deal-filters";
import { dealList } from "@/lib/usecases/deal-list";

export const metadata: Metadata = { title: "Records" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function DealsPage({ searchParams }: { searchParams: Search }) {
  const scope = await requireScope("view-deals");
  const { zone, locale, role } = await requireStanding();
  const choice = readDealFilters(await searchParams);
  const view = await dealList(scope, choice, todayIn(zone));
  const pageHref = (page: number) => dealFiltersHref("/deals", { ...choice, page });
  return (
    <>
      <Topline title="Records" />
      <h1 className="sr-only">Records</h1>
      <DealFilters
        search={choice.search}
        status={choice.status}
        person={choice.person}
        {...(view.people && { people: view.people.map(({ id, name }) => ({ value: id, label: name })) })}
      />
      <DealsTable
        deals={view.deals.map((deal) => ({
          ...deal,
          href: `/deals/${deal.id}`,
          person: deal.personName,
          account: deal.accountName,
          stage: deal.stageName,
          value: deal.valueMinor === null ? null : money(deal.valueMinor, deal.currency),
          closedOn: deal.wonOn ?? deal.lostOn,
        }))}
        total={view.total}
        offset={view.offset}
        previousHref={view.page > 1 ? pageHref(view.page - 1) : null}
        nextHref={view.hasMore ? pageHref(view.page + 1) : null}
        csvHref={dealFiltersHref("/api/deals.csv", { ...choice, page: view.page })}
        {...(can(role, "import-data") && { importHref: "/data" })}
        locale={locale}
      />
    </>
  );
}

function money(amountMinor: number, currency: string) {
  return { amountMinor, currency, digits: currencyDigits(currency) };
}
