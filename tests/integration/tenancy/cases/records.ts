import { uuidv7 } from "uuidv7";
import * as activityDays from "@/lib/data/activity-days";
import * as activityLog from "@/lib/data/activity-log";
import * as activityWeeks from "@/lib/data/activity-weeks";
import * as dealCorrections from "@/lib/data/deal-corrections";
import * as dealHistory from "@/lib/data/deal-history";
import * as dealRecord from "@/lib/data/deal-record";
import * as deals from "@/lib/data/deals";
import * as results from "@/lib/data/results";
import * as stageEntries from "@/lib/data/stage-entries";
import * as stagePasses from "@/lib/data/stage-passes";
import { nothing, rows, type TenancyCases } from "@/tests/integration/tenancy/tenancy-case";
import { today } from "@/tests/support/factories/moments";

const year = { from: "2026-01-01", to: "2026-12-31" };
const at = new Date("2026-11-22T09:00:00Z");

export const recordCases: TenancyCases = {
  "activity-days.listActivityDays": rows((scope, company) =>
    activityDays.listActivityDays(scope, { ...year, personIds: [company.personId] }),
  ),
  "activity-log.insertActivity": nothing((scope, company) =>
    activityLog.insertActivity(scope, {
      id: uuidv7(),
      personId: company.personId,
      activityTypeId: company.activityTypeId,
      day: today,
      at,
      quantity: 2,
      outcome: "",
      idempotencyKey: "new",
    }),
  ),
  "activity-log.removeActivity": rows((scope, company) =>
    activityLog.removeActivity(scope, { id: company.activityId, personId: company.personId, at }),
  ),
  "activity-weeks.listActivityWeeks": rows((scope) => activityWeeks.listActivityWeeks(scope, year)),
  "deals.listOpenDeals": rows((scope, company) =>
    deals.listOpenDeals(scope, { funnelId: company.funnelId, asOf: today }),
  ),
  "deals.listDeals": rows((scope, company) =>
    deals.listDeals(scope, { personId: company.personId, offset: 0, limit: 50 }, today),
  ),
  "deals.listDealPeople": rows((scope) => deals.listDealPeople(scope, today)),
  "deal-record.getDeal": rows((scope, company) => dealRecord.getDeal(scope, company.dealId, today)),
  "deal-history.listDealChanges": rows((scope, company) =>
    dealHistory.listDealChanges(scope, company.dealId, today),
  ),
  "deal-history.namesOfPeople": rows((scope, company) =>
    dealHistory.namesOfPeople(scope, [company.personId]),
  ),
  "deal-corrections.changeDeal": nothing((scope, company) =>
    dealCorrections.changeDeal(
      scope,
      { id: company.dealId, version: 1 },
      {
        name: "Planted",
        personId: company.personId,
        status: "open",
        stageId: company.stageId,
        valueMinor: 1,
        createdOn: today,
        expectedCloseOn: null,
        wonOn: null,
        lostOn: null,
      },
    ),
  ),
  "deal-corrections.replaceEntries": nothing((scope, { dealId, stageEntryId, stageId, personId }) =>
    dealCorrections.replaceEntries(
      scope,
      dealId,
      [{ id: stageEntryId, stageId, personId, enteredOn: "2026-10-01", leftOn: null }],
      [
        { id: stageEntryId, stageId, personId, enteredOn: "2026-10-02", leftOn: null },
        { id: uuidv7(), stageId, personId, enteredOn: today, leftOn: null },
      ],
      at,
    ),
  ),
  "deal-corrections.replacePasses": nothing((scope, { dealId, funnelId, stageId, personId }) =>
    dealCorrections.replacePasses(scope, { id: dealId, funnelId }, [
      {
        dealId,
        stageId,
        personId,
        reachedOn: today,
        passedOn: null,
        lostOn: null,
        passed: false,
        inferred: false,
      },
    ]),
  ),
  "deal-corrections.addToLedger": nothing((scope, { dealId, funnelId, importSourceId, personId }) =>
    dealCorrections.addToLedger(
      scope,
      { id: dealId, funnelId, importSourceId },
      [
        {
          id: uuidv7(),
          personId,
          day: today,
          amountMinor: 1,
          share: 1,
          kind: "credit-note",
          note: "Planted",
        },
      ],
      at,
    ),
  ),
  "results.listResults": rows((scope, company) =>
    results.listResults(scope, { funnelId: company.funnelId, ...year }),
  ),
  "stage-entries.listStageEntriesOn": rows((scope, company) =>
    stageEntries.listStageEntriesOn(scope, {
      personId: company.personId,
      funnelId: company.funnelId,
      day: "2026-10-01",
    }),
  ),
  "stage-passes.listStagePasses": rows((scope, company) =>
    stagePasses.listStagePasses(scope, { funnelId: company.funnelId, from: year.from, asOf: today }),
  ),
  // answers a day, which is nobody's
  "stage-passes.getLastReachedOn": nothing((scope, company) =>
    stagePasses.getLastReachedOn(scope, { funnelId: company.funnelId, asOf: today }),
  ),
};
