import "server-only";
import { uuidv7 } from "uuidv7";
import { insertActivity, removeActivity } from "@/lib/data/activity-log";
import { getActivityType } from "@/lib/data/activity-types";
import type { Scope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { addDays } from "@/lib/engine/calendar";
import type { LogActivityForm } from "@/lib/forms/log-activity";

export type LogAnswer =
  | { ok: true; id: string; personId: string; day: string }
  | { ok: false; reason: "no-person" | "unknown-activity" | "day-too-far"; sentence: string };

/** A count may come late (offline, the evening before); further back the day sheet is the place. */
const LATEST_DAYS_BACK = 30;

/**
 * Counts an activity for the person who taps, once per token however often it is sent.
 * A day that was already asked keeps its target; only what was done moves.
 */
export async function logActivity(
  scope: Scope,
  form: LogActivityForm,
  clock: { today: string; now: Date },
): Promise<LogAnswer> {
  const personId = ownPerson(scope);
  if (personId === null) return noPerson;
  const day = form.day ?? clock.today;
  if (day > addDays(clock.today, 1) || day < addDays(clock.today, -LATEST_DAYS_BACK)) {
    return {
      ok: false,
      reason: "day-too-far",
      sentence: `Counts are kept for the last ${LATEST_DAYS_BACK} days up to today. Nothing was counted.`,
    };
  }
  return inTransaction(
    scope,
    async (inside): Promise<LogAnswer> => {
      const type = await getActivityType(inside, form.activityTypeId);
      if (type === null || type.retired) {
        return {
          ok: false,
          reason: "unknown-activity",
          sentence:
            "This kind of activity is no longer counted. Nothing was changed; please reload the page.",
        };
      }
      const { id } = await insertActivity(inside, {
        id: uuidv7(),
        personId,
        activityTypeId: type.id,
        day,
        at: clock.now,
        quantity: form.quantity,
        outcome: form.outcome,
        idempotencyKey: form.token,
      });
      return { ok: true, id, personId, day };
    },
    { retry: true },
  );
}

/** Takes back what the same person counted; a second undo of the same count changes nothing. */
export async function undoActivity(scope: Scope, id: string, now: Date): Promise<LogAnswer> {
  const personId = ownPerson(scope);
  if (personId === null) return noPerson;
  const undone = await inTransaction(scope, (inside) => removeActivity(inside, { id, personId, at: now }), {
    retry: true,
  });
  if (undone === null) {
    return {
      ok: false,
      reason: "unknown-activity",
      sentence: "That count is not one of yours, or was never stored. Nothing was changed.",
    };
  }
  return { ok: true, id, personId, day: undone.day };
}

const noPerson: LogAnswer = {
  ok: false,
  reason: "no-person",
  sentence: "Your login is not linked to a person with a quota, so there is nobody to count for.",
};

function ownPerson(scope: Scope): string | null {
  return scope.actor.kind === "user" ? scope.actor.personId : null;
}
