import { uuidv7 } from "uuidv7";
import * as activityTypes from "@/lib/data/activity-types";
import * as exchangeRates from "@/lib/data/exchange-rates";
import * as funnels from "@/lib/data/funnels";
import * as goals from "@/lib/data/goals";
import * as holidays from "@/lib/data/holidays";
import * as newFunnel from "@/lib/data/new-funnel";
import * as organizations from "@/lib/data/organizations";
import * as people from "@/lib/data/people";
import * as periods from "@/lib/data/periods";
import * as personLooks from "@/lib/data/person-looks";
import * as personPlaces from "@/lib/data/person-places";
import * as quotas from "@/lib/data/quotas";
import { global, nothing, rows, type TenancyCases } from "@/tests/integration/tenancy/tenancy-case";
import { today } from "@/tests/support/factories/moments";

const now = new Date("2026-11-22T09:00:00Z");

export const companyCases: TenancyCases = {
  "activity-types.getActivityType": rows((scope, company) =>
    activityTypes.getActivityType(scope, company.activityTypeId),
  ),
  // currencies, days and rates, which are nobody's
  "exchange-rates.listExchangeRates": nothing((scope) => exchangeRates.listExchangeRates(scope)),
  "funnels.listFunnels": rows((scope) => funnels.listFunnels(scope)),
  "new-funnel.createFunnel": nothing((scope) =>
    newFunnel.createFunnel(scope, {
      id: uuidv7(),
      name: "New",
      slug: "new",
      position: 2,
      stages: [{ id: uuidv7(), name: "First", slug: "first", category: "working" }],
    }),
  ),
  "goals.listGoals": rows((scope, company) => goals.listGoals(scope, company.periodId)),
  "holidays.listHolidays": rows((scope) =>
    holidays.listHolidays(scope, { from: "2026-01-01", to: "2026-12-31" }),
  ),
  "organizations.getOrganization": rows((scope) => organizations.getOrganization(scope)),
  "organizations.createOrganization": nothing(
    (scope, company) =>
      organizations
        .createOrganization(scope, {
          name: "Second",
          slug: company.word,
          currency: "EUR",
          zone: "Europe/Berlin",
          locale: "de-DE",
          createdAt: now,
        })
        .catch(() => null), // the scope's organization is there already
  ),
  "organizations.listOrganizations": global("the work of the night goes from organization to organization"),
  "people.listPeople": rows((scope) => people.listPeople(scope, today)),
  "people.getPerson": rows((scope, company) => people.getPerson(scope, company.personId, today)),
  "person-looks.recordLook": nothing((scope, { personId, membershipId }) =>
    personLooks.recordLook(scope, { personId, membershipId, day: today, screen: "person" }),
  ),
  "person-looks.listLooks": rows((scope, { personId }) =>
    personLooks.listLooks(scope, { personId, since: "2026-01-01" }),
  ),
  "person-places.getPersonPlace": rows((scope, { personId }) =>
    personPlaces.getPersonPlace(scope, personId, today),
  ),
  "person-places.assignToTeam": nothing((scope, { personId }) =>
    personPlaces.assignToTeam(scope, { personId, teamName: "New team", from: today, recordedAt: now }),
  ),
  "person-places.setPosition": nothing((scope, { personId }) =>
    personPlaces.setPosition(scope, { personId, position: "Lead", from: today, recordedAt: now }),
  ),
  "periods.listPeriods": rows((scope) => periods.listPeriods(scope)),
  "quotas.listQuotas": rows((scope, company) =>
    quotas.listQuotas(scope, { periodIds: [company.periodId], personIds: [company.personId] }),
  ),
};
