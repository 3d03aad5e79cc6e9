import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { isOwnOrigin, originRefusal } from "@/lib/access/request-origin";
import { environment } from "@/lib/env";
import type { ActionState } from "@/lib/forms/action-state";
import { readForm, refusedWith } from "@/lib/forms/read-form";

export type PublicOutcome =
  | { ok: true; path: string }
  | { ok: false; sentence: string; fields?: Readonly<Record<string, string>> };

/**
 * A form for somebody who cannot be signed in yet: the first set-up, a link to a new password. There is no scope;
 * the use case behind `run` makes one from what the form proves, and writes its own audit entry.
 */
export function definePublicAction<Input>(
  form: z.ZodType<Input>,
  run: (input: Input) => Promise<PublicOutcome>,
): (before: ActionState<unknown>, formData: FormData) => Promise<ActionState> {
  return async (_before, formData) => {
    const { APP_URL } = environment();
    if (!isOwnOrigin(await headers(), APP_URL)) return refusedWith(formData, originRefusal(APP_URL));
    const read = readForm(form, formData);
    if (!read.ok) return read.refused;
    const outcome = await run(read.input);
    if (!outcome.ok) return refusedWith(formData, outcome.sentence, outcome.fields);
    redirect(outcome.path);
  };
}
