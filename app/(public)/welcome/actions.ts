"use server";

import { definePublicAction } from "@/lib/access/define-public-action";
import { startSession } from "@/lib/access/session";
import { now } from "@/lib/clock";
import { welcomeForm } from "@/lib/forms/welcome";
import { setUpFirstOrganization } from "@/lib/usecases/welcome";

export const setUp = definePublicAction(welcomeForm, async (form) => {
  const answer = await setUpFirstOrganization(form, now());
  if (answer.ok) {
    await startSession(answer.session);
    return { ok: true, path: "/team" };
  }
  if (answer.reason === "already-set-up") {
    return { ok: false, sentence: "Somebody has set Backsolve up in the meantime. Ask them to let you in." };
  }
  return { ok: false, sentence: "Please choose another password.", fields: { password: answer.sentence } };
});
