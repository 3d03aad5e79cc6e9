import type { Metadata } from "next";
import { addSomebody, saveQuotas } from "@/app/(workspace)/people/actions";
import { AddPersonForm } from "@/components/people/AddPersonForm";
import { PeopleTable } from "@/components/people/PeopleTable";
import { PeopleTopline } from "@/components/people/PeopleTopline";
import { peopleSentence } from "@/components/people/people-sentence";
import { QuotaGrid } from "@/components/people/QuotaGrid";
import { WithoutQuotas } from "@/components/people/WithoutQuotas";
import { can } from "@/lib/access/permissions";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { todayIn } from "@/lib/clock";
import { peopleList } from "@/lib/usecases/people-list";

export const metadata: Metadata = { title: "People" };

type Search = Promise<{ view?: string; funnel?: string }>;

/** Who works here, and what does everybody owe? */
export default async function PeoplePage({ searchParams }: { searchParams: Search }) {
  const { view, funnel } = await searchParams;
  const scope = await requireScope("view-people");
  const { role, zone, locale, currency } = await requireStanding();
  const list = await peopleList(scope, { day: todayIn(zone), funnelId: funnel });
  const setsQuotas = can(role, "manage-quotas");
  const editing = view === "quotas" && setsQuotas;
  const ready = list.people.length > 0 && list.funnelId !== null && list.periods.length > 0;
  return (
    <>
      <PeopleTopline list={list} editing={editing} setsQuotas={setsQuotas} />
      <h1>{peopleSentence(list, locale)}</h1>
      {editing && ready && list.funnelId !== null && (
        <QuotaGrid
          action={saveQuotas}
          funnelId={list.funnelId}
          people={list.people}
          periods={list.periods}
          currency={currency}
          locale={locale}
        />
      )}
      {!ready && <WithoutQuotas people={list.people.length} hasFunnel={list.funnelId !== null} />}
      {!editing && list.people.length > 0 && <PeopleTable {...list} locale={locale} />}
      {!editing && can(role, "manage-people") && (
        <AddPersonForm action={addSomebody} teams={list.teams} positions={list.positions} open={!ready} />
      )}
    </>
  );
}
