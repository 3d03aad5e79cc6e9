import { uuidv7 } from "uuidv7";
import * as importRows from "@/lib/data/import-rows";
import * as importSources from "@/lib/data/import-sources";
import * as importedActivities from "@/lib/data/imported-activities";
import * as importedDeals from "@/lib/data/imported-deals";
import * as importedHistory from "@/lib/data/imported-history";
import * as importedQuotas from "@/lib/data/imported-quotas";
import * as imports from "@/lib/data/imports";
import * as parents from "@/lib/data/parents";
import * as personNames from "@/lib/data/person-names";
import * as products from "@/lib/data/products";
import { nothing, rows, type TenancyCases } from "@/tests/integration/tenancy/tenancy-case";
import { today } from "@/tests/support/factories/moments";

const recordedAt = new Date("2026-11-22T09:00:00Z");
const page = { after: 0, limit: 10 };

export const importCases: TenancyCases = {
  "import-rows.insertImportRows": nothing((scope, company) =>
    importRows.insertImportRows(scope, company.importId, [{ row: 2, cells: ["a"] }]),
  ),
  "import-rows.listImportRows": rows((scope, company) =>
    importRows.listImportRows(scope, company.importId, page),
  ),
  "import-rows.setVerdicts": nothing((scope, company) =>
    importRows.setVerdicts(scope, company.importId, [
      { row: 1, verdict: "reject", repair: "planted", sentence: "planted", recordId: null },
    ]),
  ),
  "import-rows.listRejectedRows": rows((scope, company) =>
    importRows.listRejectedRows(scope, company.importId, page),
  ),
  "import-sources.listImportSources": rows((scope) => importSources.listImportSources(scope)),
  "import-sources.ensureImportSource": nothing((scope) =>
    importSources.ensureImportSource(scope, { name: "New CRM", product: "" }),
  ),
  "import-sources.rememberMapping": nothing((scope, company) =>
    importSources.rememberMapping(scope, {
      id: company.importSourceId,
      mapping: {},
      lastImportedAt: recordedAt,
    }),
  ),
  "imported-activities.listKnownActivities": rows((scope, company) =>
    importedActivities.listKnownActivities(scope, company.importSourceId, [`${company.word}-1`]),
  ),
  "imported-activities.upsertImportedActivities": nothing((scope, company) =>
    importedActivities.upsertImportedActivities(
      scope,
      { importSourceId: company.importSourceId, recordedAt },
      [
        {
          id: uuidv7(),
          externalId: `${company.word}-1`,
          personId: company.personId,
          activityTypeId: company.activityTypeId,
          day: today,
          quantity: 3,
          outcome: "",
          seconds: null,
          dealId: company.dealId,
        },
      ],
    ),
  ),
  "imported-activities.rebuildActivityDays": nothing((scope, company) =>
    importedActivities.rebuildActivityDays(scope, [{ personId: company.personId, day: "2026-11-20" }]),
  ),
  "imported-activities.findDealsByExternalId": rows((scope, company) =>
    importedActivities.findDealsByExternalId(scope, [`${company.word}-1`]),
  ),
  "imported-deals.listKnownDeals": rows((scope, company) =>
    importedDeals.listKnownDeals(scope, company.importSourceId, [`${company.word}-1`]),
  ),
  "imported-deals.lockImportSource": nothing((scope, company) =>
    importedDeals.lockImportSource(scope, company.importSourceId),
  ),
  "imported-deals.upsertImportedDeals": nothing((scope, company) =>
    importedDeals.upsertImportedDeals(
      scope,
      { funnelId: company.funnelId, importSourceId: company.importSourceId, recordedAt },
      [
        {
          id: uuidv7(),
          externalId: `${company.word}-1`,
          personId: company.personId,
          productId: null,
          parentId: null,
          name: "Planted",
          source: "unknown",
          status: "open",
          valueMinor: 1,
          currency: "USD",
          createdOn: today,
          expectedCloseOn: null,
          wonOn: null,
          lostOn: null,
          stageId: company.stageId,
          historyKnown: true,
        },
      ],
    ),
  ),
  "imported-history.clearImportedHistory": nothing((scope, company) =>
    importedHistory.clearImportedHistory(scope, company.importSourceId, [company.dealId]),
  ),
  "imported-history.insertStageEntries": nothing((scope, { dealId, stageId, personId }) =>
    importedHistory.insertStageEntries(scope, recordedAt, [
      { id: uuidv7(), dealId, stageId, personId, enteredOn: today, leftOn: null },
    ]),
  ),
  "imported-history.insertStagePasses": nothing((scope, { dealId, wonStageId, personId, funnelId }) =>
    importedHistory.insertStagePasses(scope, funnelId, [
      {
        dealId,
        stageId: wonStageId,
        personId,
        reachedOn: today,
        passedOn: null,
        lostOn: null,
        passed: false,
        inferred: false,
      },
    ]),
  ),
  "imported-history.insertImportedResults": nothing((scope, { funnelId, importSourceId, dealId, personId }) =>
    importedHistory.insertImportedResults(scope, { funnelId, importSourceId, recordedAt }, [
      { id: uuidv7(), dealId, personId, day: today, amountMinor: 1, externalId: "planted" },
    ]),
  ),
  "imported-history.insertDealChanges": nothing((scope, { dealId, membershipId }) =>
    importedHistory.insertDealChanges(scope, { membershipId, reason: "planted", recordedAt }, [
      { id: uuidv7(), dealId, field: "value", oldValue: "1", newValue: "2", occurredOn: today },
    ]),
  ),
  "imported-quotas.ensurePeriod": nothing((scope) =>
    importedQuotas.ensurePeriod(scope, {
      kind: "month",
      label: "November",
      firstDay: "2026-11-01",
      lastDay: "2026-11-30",
    }),
  ),
  "imported-quotas.setQuota": nothing((scope, { personId, funnelId, periodId, membershipId }) =>
    importedQuotas.setQuota(scope, {
      ...{ personId, funnelId, periodId, membershipId, recordedAt, today },
      ...{ measure: "money", amountMinor: 1, reason: "planted" },
    }),
  ),
  // answers an amount, which is nobody's
  "imported-quotas.findQuotaMinor": nothing((scope, { personId, funnelId }) =>
    importedQuotas.findQuotaMinor(scope, {
      ...{ personId, funnelId, measure: "money", kind: "quarter", firstDay: "2026-10-01" },
    }),
  ),
  "imports.createImport": nothing((scope, company) =>
    imports.createImport(scope, {
      id: uuidv7(),
      kind: "deals",
      fileName: "new.csv",
      bytes: 1,
      rows: 1,
      status: "staged",
      createdAt: recordedAt,
      membershipId: company.membershipId,
      detected: {},
    }),
  ),
  "imports.getImport": rows((scope, company) => imports.getImport(scope, company.importId)),
  "imports.listImports": rows((scope) => imports.listImports(scope)),
  "imports.changeImport": nothing((scope, company) =>
    imports.changeImport(scope, company.importId, ["committed"], { status: "undone" }),
  ),
  "imports.raiseDataVersion": nothing((scope) => imports.raiseDataVersion(scope)),
  "parents.ensureParents": nothing((scope) => parents.ensureParents(scope, "account", ["New account"])),
  "parents.findParents": rows((scope) =>
    parents.findParents(scope, "account", ["here account", "there account"]),
  ),
  "person-names.listPersonNames": rows((scope) => personNames.listPersonNames(scope)),
  "person-names.insertPeople": nothing((scope) =>
    personNames.insertPeople(
      scope,
      [{ id: uuidv7(), name: "Planted", email: null, externalId: null, startOn: null }],
      recordedAt,
    ),
  ),
  "person-names.completePerson": nothing((scope, company) =>
    personNames.completePerson(scope, company.colleagueId, {
      email: "new@example.com",
      externalId: "1",
      startOn: today,
    }),
  ),
  "products.listProducts": rows((scope) => products.listProducts(scope)),
  "products.ensureProducts": nothing((scope) => products.ensureProducts(scope, ["New product"])),
  "products.mergeProduct": nothing((scope, company) =>
    products.mergeProduct(scope, `${company.word} product`, "Another"),
  ),
};
