import { uuidv7 } from "uuidv7";
import * as activityTypes from "@/lib/data/activity-types";
import * as funnels from "@/lib/data/funnels";
import * as goals from "@/lib/data/goals";
import * as holidays from "@/lib/data/holidays";
import * as newFunnel from "@/lib/data/new-funnel";
import * as organizations from "@/lib/data/organizations";
import * as people from "@/lib/data/people";
import * as periods from "@/lib/data/periods";
import * as quotas from "@/lib/data/quotas";
import { global, nothing, rows, type TenancyCases } from "@/tests/integration/tenancy/tenancy-case";
import { today } from "@/tests/support/factories/moments";

export const companyCases: TenancyCases = {
  "activity-types.getActivityType": rows((scope, company) =>
    activityTypes.getActivityType(scope, company.activityTypeId),
  ),
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
          createdAt: new Date("2026-11-22T09:00:00Z"),
        })
        .catch(() => null), // the scope's organization is there already
  ),
  "organizations.listOrganizations": global("the work of the night goes from organization to organization"),
  "people.listPeople": rows((scope) => people.listPeople(scope, today)),
  "periods.listPeriods": rows((scope) => periods.listPeriods(scope)),
  "quotas.listQuotas": rows((scope, company) =>
    quotas.listQuotas(scope, { periodIds: [company.periodId], personIds: [company.personId] }),
  ),
};
