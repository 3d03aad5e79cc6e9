import "server-only";
import { z } from "zod";
import { dayColumn, executeSql, joined, queryRows, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

/** An activity as an import writes it; days "YYYY-MM-DD". */
export type ImportedActivity = {
  id: string;
  externalId: string;
  personId: string;
  activityTypeId: string;
  day: string;
  quantity: number;
  outcome: string;
  seconds: number | null;
  dealId: string | null;
};

const knownActivity = z.object({
  id: z.string(),
  externalId: z.string(),
  personId: z.string(),
  activityTypeId: z.string(),
  day: dayColumn,
  quantity: z.number(),
  outcome: z.string(),
  seconds: z.number().nullable(),
  dealId: z.string().nullable(),
});

/** Activities of a source that are there already, by external id. */
export async function listKnownActivities(
  scope: Scope,
  importSourceId: string,
  externalIds: readonly string[],
): Promise<ImportedActivity[]> {
  if (externalIds.length === 0) return [];
  return queryRows(
    scope,
    sql`SELECT id, external_id AS "externalId", person_id AS "personId", activity_type_id AS "activityTypeId", day,
               quantity, outcome, seconds, deal_id AS "dealId"
        FROM activity
        WHERE organization_id = ${scope.organizationId}::uuid AND import_source_id = ${importSourceId}::uuid
          AND external_id IN (${joined(externalIds)})`,
    knownActivity,
  );
}

/** Creates activities, or overwrites those of the same source and external id. The roll-up is not touched here. */
export async function upsertImportedActivities(
  scope: Scope,
  from: { importSourceId: string; recordedAt: Date },
  activities: readonly ImportedActivity[],
): Promise<void> {
  await executeSql(
    scope,
    sql`INSERT INTO activity (organization_id, id, person_id, activity_type_id, day, at, quantity, outcome, seconds,
                              deal_id, import_source_id, external_id, recorded_at)
        SELECT ${scope.organizationId}::uuid, sent.id, sent."personId", sent."activityTypeId", sent.day,
               (sent.day + time '12:00') AT TIME ZONE 'UTC', sent.quantity, sent.outcome, sent.seconds, sent."dealId",
               ${from.importSourceId}::uuid, sent."externalId", ${from.recordedAt}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(activities)}::jsonb) AS sent(
          id uuid, "personId" uuid, "activityTypeId" uuid, day date, quantity int, outcome text, seconds int,
          "dealId" uuid, "externalId" text)
        ON CONFLICT (organization_id, import_source_id, external_id) DO UPDATE
        SET person_id = EXCLUDED.person_id, activity_type_id = EXCLUDED.activity_type_id, day = EXCLUDED.day,
            at = EXCLUDED.at, quantity = EXCLUDED.quantity, outcome = EXCLUDED.outcome, seconds = EXCLUDED.seconds,
            deal_id = EXCLUDED.deal_id, removed_at = NULL, recorded_at = EXCLUDED.recorded_at`,
  );
}

/** Rebuilds the roll-up of the days named: taken away and summed again from the rows, in the caller's transaction. */
export async function rebuildActivityDays(
  scope: Scope,
  days: readonly { personId: string; day: string }[],
): Promise<void> {
  if (days.length === 0) return;
  const { organizationId } = scope;
  const touched = JSON.stringify(days);
  await executeSql(
    scope,
    sql`DELETE FROM activity_day USING jsonb_to_recordset(${touched}::jsonb) AS touched("personId" uuid, day date)
        WHERE activity_day.organization_id = ${organizationId}::uuid
          AND activity_day.person_id = touched."personId" AND activity_day.day = touched.day`,
  );
  await executeSql(
    scope,
    sql`INSERT INTO activity_day (organization_id, person_id, day, activity_type_id, outcome, quantity)
        SELECT ${organizationId}::uuid, activity.person_id, activity.day, activity.activity_type_id,
               activity.outcome, sum(activity.quantity)
        FROM activity
        JOIN jsonb_to_recordset(${touched}::jsonb) AS touched("personId" uuid, day date)
          ON activity.person_id = touched."personId" AND activity.day = touched.day
        WHERE activity.organization_id = ${organizationId}::uuid AND activity.removed_at IS NULL
        GROUP BY activity.person_id, activity.day, activity.activity_type_id, activity.outcome`,
  );
}

const dealRef = z.object({ id: z.string(), externalId: z.string() });

/** Records by the id a file calls them, whatever source they came from; the first one made wins. */
export async function findDealsByExternalId(
  scope: Scope,
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  if (externalIds.length === 0) return new Map();
  const rows = await queryRows(
    scope,
    sql`SELECT id, external_id AS "externalId" FROM deal
        WHERE organization_id = ${scope.organizationId}::uuid
          AND external_id IN (${joined(externalIds)})
        ORDER BY id DESC`,
    dealRef,
  );
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
}
