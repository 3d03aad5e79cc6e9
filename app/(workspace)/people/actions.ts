"use server";

import { defineAction, done, refused } from "@/lib/access/define-action";
import { now, todayIn } from "@/lib/clock";
import { getOrganization } from "@/lib/data/organizations";
import { addPersonForm } from "@/lib/forms/add-person";
import { setQuotasForm } from "@/lib/forms/set-quotas";
import { addPerson } from "@/lib/usecases/add-person";
import { planAnew } from "@/lib/usecases/plan-anew";
import { setQuotas } from "@/lib/usecases/set-quotas";

const shownOn = ["/people", "/team", "/today"];

export const saveQuotas = defineAction(setQuotasForm, "manage-quotas", async (scope, form) => {
  const { zone } = await getOrganization(scope);
  const today = todayIn(zone);
  const answer = await setQuotas(scope, form, { today, now: now() });
  if (!answer.ok) return refused(answer.sentence, answer.fields);
  const { changed } = answer;
  const audit = { subject: "funnel", subjectId: form.funnelId, details: { changed } };
  if (changed === 0) return done(null, { audit }, "Everything stood like this already.");
  const { organizationId } = scope;
  return done(
    null,
    { audit, revalidate: shownOn, afterCommit: () => planAnew(organizationId, today) },
    `${changed === 1 ? "One quota" : `${changed} quotas`} saved. What was asked today stays; the plan moves from here.`,
  );
});

export const addSomebody = defineAction(addPersonForm, "manage-people", async (scope, form) => {
  const { zone, locale } = await getOrganization(scope);
  const answer = await addPerson(scope, form, { today: todayIn(zone), now: now(), locale });
  if (!answer.ok) return refused(answer.sentence, answer.fields);
  const audit = { subject: "person", subjectId: answer.personId, details: { name: form.name } };
  return done(null, { audit, revalidate: ["/people"] }, `${form.name} is here now. A quota makes the plan.`);
});
