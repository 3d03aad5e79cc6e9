import * as evidence from "@/lib/data/evidence";
import { rows, type TenancyCases } from "@/tests/integration/tenancy/tenancy-case";
import { today } from "@/tests/support/factories/moments";

const page = { offset: 0, limit: 50 };
const year = { from: "2026-01-01", to: "2026-12-31" };

export const evidenceCases: TenancyCases = {
  "evidence.listPassEvidence": rows((scope, { funnelId, stageId, personId }) =>
    evidence.listPassEvidence(
      scope,
      { funnelId, stageId, personId, from: year.from, asOf: today, sources: "all", withInferred: true },
      page,
    ),
  ),
  "evidence.listResultEvidence": rows((scope, { funnelId, personId }) =>
    evidence.listResultEvidence(
      scope,
      { funnelId, personId, measure: "money", ...year, winsOnly: false },
      page,
    ),
  ),
  "evidence.listActivityEvidence": rows((scope, { personId, activityTypeId }) =>
    evidence.listActivityEvidence(
      scope,
      { personId, ...year, kinds: [{ activityTypeId, outcome: null }] },
      page,
    ),
  ),
  "evidence.listQuotaEvidence": rows((scope, { quotaId }) => evidence.listQuotaEvidence(scope, quotaId)),
};
