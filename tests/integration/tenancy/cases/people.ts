import * as memberships from "@/lib/data/memberships";
import * as periodWrites from "@/lib/data/period-writes";
import * as quotaCells from "@/lib/data/quota-cells";
import * as teams from "@/lib/data/teams";
import * as visiblePeople from "@/lib/data/visible-people";
import { global, nothing, rows, type TenancyCases } from "@/tests/integration/tenancy/tenancy-case";
import { today } from "@/tests/support/factories/moments";

export const peopleCases: TenancyCases = {
  "memberships.listOrganizationsOfMember": rows((scope, company) =>
    memberships.listOrganizationsOfMember(scope, company.userId),
  ),
  "period-writes.insertPeriods": nothing((scope, { periodId: parentId }) =>
    periodWrites.insertPeriods(scope, [
      { kind: "quarter", label: "New", from: "2028-01-01", to: "2028-03-31", parentId },
    ]),
  ),
  "quota-cells.listQuotaCells": rows((scope, { funnelId, periodId }) =>
    quotaCells.listQuotaCells(scope, { funnelId, periodIds: [periodId] }),
  ),
  "teams.listTeams": rows((scope) => teams.listTeams(scope)),
  "users.findUser": global("logins are global: an invitation asks whose an address is"),
  "visible-people.listVisiblePersonIds": rows((scope) => visiblePeople.listVisiblePersonIds(scope, today)),
};
