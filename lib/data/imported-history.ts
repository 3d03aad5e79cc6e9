import "server-only";
import { executeSql, joined, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

export type ImportedEntry = {
  id: string;
  dealId: string;
  stageId: string;
  personId: string;
  enteredOn: string;
  leftOn: string | null;
};

export type ImportedPass = {
  dealId: string;
  stageId: string;
  personId: string;
  reachedOn: string;
  passedOn: string | null;
  lostOn: string | null;
  passed: boolean;
  inferred: boolean;
};

/** What a won record brought, in minor units of the organization's currency. */
export type ImportedResult = {
  id: string;
  dealId: string;
  personId: string;
  day: string;
  amountMinor: number;
  externalId: string;
};

export type DealChangeRow = {
  id: string;
  dealId: string;
  field: "stage" | "value" | "owner" | "expected-close" | "source" | "name" | "status" | "created" | "closed";
  oldValue: string | null;
  newValue: string | null;
  occurredOn: string;
};

/**
 * Takes away what an earlier import of this source wrote about records, so that the new file's history stands alone;
 * with it goes what corrections added to that ledger, or the file's amount and the difference would both be counted.
 */
export async function clearImportedHistory(
  scope: Scope,
  importSourceId: string,
  dealIds: readonly string[],
): Promise<void> {
  if (dealIds.length === 0) return;
  const { organizationId } = scope;
  const ids = joined(dealIds.map((id) => sql`${id}::uuid`));
  await executeSql(
    scope,
    sql`DELETE FROM stage_entry WHERE organization_id = ${organizationId}::uuid AND deal_id IN (${ids})`,
  );
  await executeSql(
    scope,
    sql`DELETE FROM stage_pass WHERE organization_id = ${organizationId}::uuid AND deal_id IN (${ids})`,
  );
  await executeSql(
    scope,
    sql`DELETE FROM result WHERE organization_id = ${organizationId}::uuid AND deal_id IN (${ids})
          AND import_source_id = ${importSourceId}::uuid AND kind IN ('booked', 'credit-note')`,
  );
}

export async function insertStageEntries(
  scope: Scope,
  recordedAt: Date,
  entries: readonly ImportedEntry[],
): Promise<void> {
  await executeSql(
    scope,
    sql`INSERT INTO stage_entry (organization_id, id, deal_id, stage_id, person_id, entered_on, left_on, recorded_at)
        SELECT ${scope.organizationId}::uuid, sent.id, sent."dealId", sent."stageId", sent."personId",
               sent."enteredOn", sent."leftOn", ${recordedAt}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS sent(
          id uuid, "dealId" uuid, "stageId" uuid, "personId" uuid, "enteredOn" date, "leftOn" date)`,
  );
}

export async function insertStagePasses(
  scope: Scope,
  funnelId: string,
  passes: readonly ImportedPass[],
): Promise<void> {
  await executeSql(
    scope,
    sql`INSERT INTO stage_pass (organization_id, deal_id, stage_id, funnel_id, person_id, reached_on, passed_on,
                                lost_on, passed, inferred)
        SELECT ${scope.organizationId}::uuid, sent."dealId", sent."stageId", ${funnelId}::uuid, sent."personId",
               sent."reachedOn", sent."passedOn", sent."lostOn", sent.passed, sent.inferred
        FROM jsonb_to_recordset(${JSON.stringify(passes)}::jsonb) AS sent(
          "dealId" uuid, "stageId" uuid, "personId" uuid, "reachedOn" date, "passedOn" date, "lostOn" date,
          passed boolean, inferred boolean)`,
  );
}

/** A won record writes its result; attainment is the sum of results and of nothing else. */
export async function insertImportedResults(
  scope: Scope,
  into: { funnelId: string; importSourceId: string; recordedAt: Date },
  results: readonly ImportedResult[],
): Promise<void> {
  await executeSql(
    scope,
    sql`INSERT INTO result (organization_id, id, deal_id, person_id, funnel_id, day, measure, amount_minor, share,
                            kind, import_source_id, external_id, recorded_at)
        SELECT ${scope.organizationId}::uuid, sent.id, sent."dealId", sent."personId", ${into.funnelId}::uuid,
               sent.day, 'money', sent."amountMinor", 1, 'booked', ${into.importSourceId}::uuid, sent."externalId",
               ${into.recordedAt}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(results)}::jsonb) AS sent(
          id uuid, "dealId" uuid, "personId" uuid, day date, "amountMinor" bigint, "externalId" text)`,
  );
}

export async function insertDealChanges(
  scope: Scope,
  by: { membershipId: string | null; reason: string; recordedAt: Date },
  changes: readonly DealChangeRow[],
): Promise<void> {
  await executeSql(
    scope,
    sql`INSERT INTO deal_change (organization_id, id, deal_id, field, old_value, new_value, occurred_on, recorded_at,
                                 membership_id, reason)
        SELECT ${scope.organizationId}::uuid, sent.id, sent."dealId", sent.field, sent."oldValue", sent."newValue",
               sent."occurredOn", ${by.recordedAt}::timestamptz, ${by.membershipId}::uuid, ${by.reason}
        FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS sent(
          id uuid, "dealId" uuid, field text, "oldValue" text, "newValue" text, "occurredOn" date)`,
  );
}
