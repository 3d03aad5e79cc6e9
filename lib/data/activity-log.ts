import "server-only";
import { z } from "zod";
import { dayFromColumn } from "@/lib/data/client/day-column";
import { executeSql, queryRows, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

export interface NewActivity {
  id: string;
  personId: string;
  activityTypeId: string;
  day: string;
  at: Date;
  quantity: number;
  outcome: string;
  idempotencyKey: string;
}

const idRow = z.object({ id: z.string() });

/**
 * Writes an activity with its roll-up, inside the caller's transaction. The same key twice is one row:
 * the roll-up moves only when the row was new, which is why these are two statements and not one.
 *
 * @returns the id of the activity under that key, and whether this call wrote it
 */
export async function insertActivity(
  scope: Scope,
  activity: NewActivity,
): Promise<{ id: string; isNew: boolean }> {
  const inserted = await queryRows(
    scope,
    sql`INSERT INTO activity (organization_id, id, person_id, activity_type_id, day, at, quantity, outcome,
                              idempotency_key, recorded_at)
        VALUES (${scope.organizationId}::uuid, ${activity.id}::uuid, ${activity.personId}::uuid,
                ${activity.activityTypeId}::uuid, ${activity.day}::date, ${activity.at}::timestamptz,
                ${activity.quantity}, ${activity.outcome}, ${activity.idempotencyKey}, ${activity.at}::timestamptz)
        ON CONFLICT (organization_id, person_id, idempotency_key) DO NOTHING
        RETURNING id`,
    idRow,
  );
  if (inserted.length === 0) {
    const there = await scope.db.activity.findFirstOrThrow({
      where: {
        organizationId: scope.organizationId,
        personId: activity.personId,
        idempotencyKey: activity.idempotencyKey,
      },
      select: { id: true },
    });
    return { id: there.id, isNew: false };
  }
  await addToActivityDay(scope, activity);
  return { id: activity.id, isNew: true };
}

/** Undoes an activity of one person; undoing twice is the same as once. Answers what was undone, or null. */
export async function removeActivity(
  scope: Scope,
  target: { id: string; personId: string; at: Date },
): Promise<{ activityTypeId: string; day: string; quantity: number } | null> {
  const { organizationId } = scope;
  const there = await scope.db.activity.findFirst({
    where: { organizationId, id: target.id, personId: target.personId },
  });
  if (there === null) return null;
  const undone = {
    activityTypeId: there.activityTypeId,
    day: dayFromColumn(there.day),
    quantity: there.quantity,
  };
  const { count } = await scope.db.activity.updateMany({
    where: { organizationId, id: target.id, personId: target.personId, removedAt: null },
    data: { removedAt: target.at },
  });
  if (count === 1) {
    await addToActivityDay(scope, {
      personId: target.personId,
      ...undone,
      outcome: there.outcome,
      quantity: -there.quantity,
    });
  }
  return undone;
}

async function addToActivityDay(
  scope: Scope,
  cell: { personId: string; day: string; activityTypeId: string; outcome: string; quantity: number },
): Promise<void> {
  await executeSql(
    scope,
    sql`INSERT INTO activity_day (organization_id, person_id, day, activity_type_id, outcome, quantity)
        VALUES (${scope.organizationId}::uuid, ${cell.personId}::uuid, ${cell.day}::date,
                ${cell.activityTypeId}::uuid, ${cell.outcome}, ${cell.quantity})
        ON CONFLICT (organization_id, person_id, day, activity_type_id, outcome)
        DO UPDATE SET quantity = activity_day.quantity + EXCLUDED.quantity`,
  );
}
