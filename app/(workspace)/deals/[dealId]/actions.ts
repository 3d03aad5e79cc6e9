"use server";

import { revalidatePath } from "next/cache";
import { defineAction, done, refused } from "@/lib/access/define-action";
import { scopeForRequest } from "@/lib/access/require-scope";
import { now, todayIn } from "@/lib/clock";
import { getOrganization } from "@/lib/data/organizations";
import { type ActionState, fieldMessage } from "@/lib/forms/action-state";
import { correctDealForm } from "@/lib/forms/correct-deal";
import { correctDeal } from "@/lib/usecases/correct-deal";
import { ensureDay } from "@/lib/usecases/ensure-day";

const correct = defineAction(correctDealForm, "correct-deal", async (scope, form) => {
  const { zone } = await getOrganization(scope);
  const today = todayIn(zone);
  const answer = await correctDeal(scope, form, { today, now: now() });
  if (!answer.ok) return refused(answer.sentence, answer.fields);
  const { dealId, changed } = answer;
  const stored = {
    audit: { subject: "deal", subjectId: dealId, details: { changed } },
    revalidate: ["/deals", `/deals/${dealId}`, "/today", "/team"],
  };
  if (Object.keys(changed).length === 0) return done(null, stored, "Nothing was different.");
  return done(
    null,
    { ...stored, afterCommit: () => renewOutlooks(today) },
    "Saved, and kept in its history.",
  );
});

/** Corrects a record. */
export async function correctDealAction(
  before: ActionState<unknown>,
  formData: FormData,
): Promise<ActionState<null>> {
  const state = await correct(before, formData);
  // The page must say what the record is by now, or the next Save would be refused for ever.
  if (fieldMessage(state, "version") !== undefined) revalidatePath(`/deals/${formData.get("dealId")}`);
  return state;
}

/** Outside the transaction: where everybody stands is worked out anew from what is stored now. */
async function renewOutlooks(today: string): Promise<void> {
  const access = await scopeForRequest("view-deals");
  if (access.ok) await ensureDay(access.scope, today);
}
