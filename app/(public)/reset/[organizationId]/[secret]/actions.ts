"use server";

import { definePublicAction } from "@/lib/access/define-public-action";
import { firstPage } from "@/lib/access/first-page";
import { startSession } from "@/lib/access/session";
import { now } from "@/lib/clock";
import { resetPasswordForm } from "@/lib/forms/reset-password";
import { resetPassword } from "@/lib/usecases/reset-password";

export const chooseNewPassword = definePublicAction(resetPasswordForm, async (form) => {
  const answer = await resetPassword(form, now());
  if (answer.ok) {
    await startSession(answer.session);
    return { ok: true, path: firstPage(answer.role) };
  }
  if (answer.reason === "link") return { ok: false, sentence: answer.sentence };
  return { ok: false, sentence: "Please choose another password.", fields: { password: answer.sentence } };
});
