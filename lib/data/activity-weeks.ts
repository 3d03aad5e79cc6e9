import "server-only";
import { z } from "zod";
import { dayColumn, queryRows, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

export interface ActivityWeekRow {
  personId: string;
  activityTypeId: string;
  outcome: string;
  /** Monday of the week */
  week: string;
  quantity: number;
  /** days behind it */
  days: number;
}

const activityWeekRow = z.object({
  person_id: z.string(),
  activity_type_id: z.string(),
  outcome: z.string(),
  week: dayColumn,
  quantity: z.number(),
  days: z.number(),
});

/** Activity per person, type, outcome and week, from the roll-up. */
export async function listActivityWeeks(
  scope: Scope,
  between: { from: string; to: string },
): Promise<ActivityWeekRow[]> {
  const rows = await queryRows(
    scope,
    sql`SELECT person_id, activity_type_id, outcome,
               date_trunc('week', day::timestamp)::date AS week,
               sum(quantity)::int AS quantity, (count(*) FILTER (WHERE quantity > 0))::int AS days
          FROM activity_day
         WHERE organization_id = ${scope.organizationId}::uuid
           AND day BETWEEN ${between.from}::date AND ${between.to}::date
         GROUP BY person_id, activity_type_id, outcome, week
         ORDER BY person_id, activity_type_id, outcome, week`,
    activityWeekRow,
  );
  return rows.map((row) => ({
    personId: row.person_id,
    activityTypeId: row.activity_type_id,
    outcome: row.outcome,
    week: row.week,
    quantity: row.quantity,
    days: row.days,
  }));
}
