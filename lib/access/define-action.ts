import "server-only";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Operation } from "@/lib/access/permissions";
import { isOwnOrigin, originRefusal } from "@/lib/access/request-origin";
import { scopeForRequest } from "@/lib/access/require-scope";
import { now } from "@/lib/clock";
import { type AuditSubject, appendAuditEntry } from "@/lib/data/audit";
import type { Scope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { environment } from "@/lib/env";
import type { ActionState } from "@/lib/forms/action-state";
import { readForm, refusedWith } from "@/lib/forms/read-form";

/** What every outcome that is stored says: what it was done to, and what happens once it is safe in the database. */
export type Stored = {
  audit: AuditSubject;
  /** paths whose pages now show something else */
  revalidate?: readonly string[];
  /** mail, events, a new session: after commit, because `run` may have been rolled back or run twice */
  afterCommit?: () => Promise<void>;
};

export type Outcome<Value> =
  | ({ kind: "done"; value: Value; sentence: string | null } & Stored)
  | ({ kind: "redirect"; path: string } & Stored)
  | { kind: "refused"; sentence: string; fields: Readonly<Record<string, string>> };

export type Action<Value> = (before: ActionState<unknown>, formData: FormData) => Promise<ActionState<Value>>;

/** It worked; `sentence` is said in a toast. */
export function done<Value>(value: Value, stored: Stored, sentence: string | null = null): Outcome<Value> {
  return { kind: "done", value, sentence, ...stored };
}

/** It worked, and the person goes on to another page of ours. */
export function redirectTo(path: string, stored: Stored): Outcome<never> {
  return { kind: "redirect", path, ...stored };
}

/** It was not done: all writes of `run` are rolled back, and the form shows why beside what was typed. */
export function refused(sentence: string, fields: Readonly<Record<string, string>> = {}): Outcome<never> {
  return { kind: "refused", sentence, fields };
}

/**
 * The one way a form changes something (decision 8): origin, who is asking, what was typed, then `run` and its audit
 * entry in one transaction. `run` may be run again after a conflict in the database, so it does nothing that a
 * rollback cannot take back; that goes into `afterCommit`.
 *
 * @example
 * export const correctDeal = defineAction(correctDealForm, "correct-deal", async (scope, { dealId, day }) => {
 *   const deal = await correctDealDay(scope, dealId, day);
 *   if (deal === null) return refused("This deal is no longer there. Nothing was changed.");
 *   return done(null, { audit: { subject: "deal", subjectId: dealId, details: { day } }, revalidate: ["/deals"] });
 * });
 */
export function defineAction<Input, Value>(
  form: z.ZodType<Input>,
  permission: Operation,
  run: (scope: Scope, input: Input) => Promise<Outcome<Value>>,
): Action<Value> {
  return async (_before, formData) => {
    const { APP_URL } = environment();
    if (!isOwnOrigin(await headers(), APP_URL)) return refusedWith(formData, originRefusal(APP_URL));
    const asking = await scopeForRequest(permission);
    if (!asking.ok) return refusedWith(formData, `${asking.sentence} Nothing was changed.`);
    const read = readForm(form, formData);
    if (!read.ok) return read.refused;
    const outcome = await stored(asking.scope, permission, (scope) => run(scope, read.input));
    if (outcome.kind === "refused") return refusedWith(formData, outcome.sentence, outcome.fields);
    await outcome.afterCommit?.();
    for (const path of outcome.revalidate ?? []) revalidatePath(path);
    if (outcome.kind === "redirect") redirect(outcome.path);
    return { status: "done", value: outcome.value, sentence: outcome.sentence };
  };
}

/** Carries a refusal out of the transaction, because only a throw rolls back. */
class RolledBack extends Error {
  override readonly name = "RolledBack";
  constructor(readonly outcome: Outcome<never>) {
    super("The action was refused; its transaction is rolled back.");
  }
}

async function stored<Value>(
  scope: Scope,
  operation: Operation,
  run: (scope: Scope) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await inTransaction(
      scope,
      async (inside) => {
        const outcome = await run(inside);
        if (outcome.kind === "refused") throw new RolledBack(outcome);
        await appendAuditEntry(inside, operation, outcome.audit, now());
        return outcome;
      },
      { retry: true },
    );
  } catch (failure) {
    if (failure instanceof RolledBack) return failure.outcome;
    throw failure;
  }
}
