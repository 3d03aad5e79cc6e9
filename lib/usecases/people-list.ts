import "server-only";
import { listFunnels } from "@/lib/data/funnels";
import { getOrganization } from "@/lib/data/organizations";
import { listPeople } from "@/lib/data/people";
import { listPeriods } from "@/lib/data/periods";
import { listQuotaCells } from "@/lib/data/quota-cells";
import type { Scope } from "@/lib/data/scope";
import { listTeams } from "@/lib/data/teams";
import { listVisiblePersonIds } from "@/lib/data/visible-people";
import type { Amount } from "@/lib/format/amount";
import { currencyDigits } from "@/lib/format/currency";
import { ensurePeriods } from "@/lib/usecases/ensure-periods";
import { periodInForce } from "@/lib/usecases/planning/facts";
import { countedIn, isMoneyMeasure, measureOfCell } from "@/lib/usecases/quota-measure";

export type ListedQuota = { periodId: string; amountMinor: number; amount: Amount; countedIn: string | null };

export type ListedPerson = {
  id: string;
  name: string;
  team: string | null;
  position: string;
  startOn: string | null;
  /** of the present and the next period, in this order; 0 = none */
  quotas: ListedQuota[];
};

export type PeopleList = {
  people: ListedPerson[];
  /** the present period and the next one */
  periods: { id: string; label: string; from: string; to: string }[];
  funnels: { id: string; name: string }[];
  /** the funnel whose quotas are shown; null while there is none */
  funnelId: string | null;
  /** what there is to choose from for a new person */
  teams: string[];
  positions: string[];
};

/** Who works here, within the reader's reach, and what everybody owes in this period and the next. */
export async function peopleList(
  scope: Scope,
  asked: { day: string; funnelId: string | undefined },
): Promise<PeopleList> {
  const { day } = asked;
  await ensurePeriods(scope, day);
  const [organization, allPeople, visible, calendar, funnels, teams] = await Promise.all([
    getOrganization(scope),
    listPeople(scope, day),
    listVisiblePersonIds(scope, day),
    listPeriods(scope),
    listFunnels(scope),
    listTeams(scope),
  ]);
  const around = await periodInForce(scope, calendar, day);
  const periods = around === null ? [] : [around.period, around.nextPeriod].filter(({ id }) => id !== "");
  const funnel = funnels.find(({ id }) => id === asked.funnelId) ?? funnels[0];
  const cells =
    funnel === undefined
      ? []
      : await listQuotaCells(scope, { funnelId: funnel.id, periodIds: periods.map(({ id }) => id) });
  const money = { currency: organization.currency, digits: currencyDigits(organization.currency) };
  const quotaOf = (personId: string, periodId: string): ListedQuota => {
    const cell = { personId, periodId };
    const there = cells.find((row) => row.personId === personId && row.periodId === periodId);
    const amountMinor = there?.amountMinor ?? 0;
    const measure = measureOfCell(cells, cell);
    const amount = isMoneyMeasure(measure) ? { amountMinor, ...money } : { count: amountMinor };
    return { periodId, amountMinor, amount, countedIn: funnel ? countedIn(measure, funnel) : null };
  };
  const reached = new Set(visible);
  const people = allPeople.filter(({ id }) => reached.has(id));
  return {
    people: people.map(({ id, name, team, position, startOn }) => ({
      id,
      name,
      team: team?.name ?? null,
      position,
      startOn,
      quotas: periods.map((period) => quotaOf(id, period.id)),
    })),
    periods: periods.map(({ id, label, from, to }) => ({ id, label, from, to })),
    funnels: funnels.map(({ id, name }) => ({ id, name })),
    funnelId: funnel?.id ?? null,
    teams: teams.map(({ name }) => name),
    positions: [...new Set(people.map(({ position }) => position))].filter((name) => name !== "").sort(),
  };
}
