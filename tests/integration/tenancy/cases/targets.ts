import * as dayTargets from "@/lib/data/day-targets";
import * as outlooks from "@/lib/data/outlooks";
import * as plans from "@/lib/data/plans";
import { nothing, rows, type TenancyCases } from "@/tests/integration/tenancy/tenancy-case";
import type { Company } from "@/tests/support/factories/company";
import { today } from "@/tests/support/factories/moments";

const asked = "2026-11-20";
const createdAt = new Date("2026-11-22T09:00:00Z");

const targetOf = ({ personId, funnelId, planId }: Company, day: string) => ({
  ...{ personId, funnelId, planId, day, createdAt },
  ...{ plan: {}, inputs: {}, dataVersion: 1, methodVersion: "1" },
});

export const targetCases: TenancyCases = {
  "day-targets.insertDayTargets": nothing((scope, company) =>
    dayTargets.insertDayTargets(scope, [targetOf(company, today), targetOf(company, asked)]),
  ),
  "day-targets.listDayTargets": rows((scope, company) =>
    dayTargets.listDayTargets(scope, { day: asked, personIds: [company.personId] }),
  ),
  "day-targets.getDayTargetOf": rows((scope, company) =>
    dayTargets.getDayTargetOf(scope, { personId: company.personId, day: asked }),
  ),
  "outlooks.countFreshOutlooks": nothing((scope) =>
    outlooks.countFreshOutlooks(scope, { day: asked, dataVersion: 0 }),
  ),
  "outlooks.countStaleOutlooks": nothing((scope) =>
    outlooks.countStaleOutlooks(scope, { day: today, dataVersion: 1 }),
  ),
  "outlooks.deleteOutlooksExcept": nothing((scope, { funnelId }) =>
    outlooks.deleteOutlooksExcept(scope, { funnelId, personIds: [] }),
  ),
  "outlooks.replaceOutlooks": nothing((scope, { personId, funnelId }) =>
    outlooks.replaceOutlooks(scope, [
      {
        personId,
        funnelId,
        day: today,
        dataVersion: 1,
        plan: {},
        inputs: {},
        explanation: {},
        computedAt: createdAt,
      },
    ]),
  ),
  "outlooks.listOutlooks": rows((scope, company) =>
    outlooks.listOutlooks(scope, { day: asked, personIds: [company.personId], withExplanation: true }),
  ),
  "outlooks.getOutlookOf": rows((scope, { personId, funnelId }) =>
    outlooks.getOutlookOf(scope, { personId, funnelId }),
  ),
  "plans.listPlans": rows((scope, company) =>
    plans.listPlans(scope, { periodId: company.periodId, onDay: today }),
  ),
  "plans.insertFirstPlans": nothing((scope, { colleagueId, funnelId, periodId }) =>
    plans.insertFirstPlans(
      scope,
      [{ personId: colleagueId, funnelId, periodId, fromDay: today, baseline: {} }],
      createdAt,
    ),
  ),
};
