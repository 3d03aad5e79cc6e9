"use server";

import { headers } from "next/headers";
import { defineAction, done, refused } from "@/lib/access/define-action";
import { now } from "@/lib/clock";
import { environment } from "@/lib/env";
import { inviteMemberForm } from "@/lib/forms/invite-member";
import { changeActiveForm, changeRoleForm, makeResetLinkForm } from "@/lib/forms/manage-access";
import { changeActive, changeRole } from "@/lib/usecases/change-access";
import { inviteMember } from "@/lib/usecases/invite-member";
import { makeResetLink } from "@/lib/usecases/reset-password";

const page = ["/settings/access"];

/** What a form shows once: the whole address, because it is sent to somebody by hand. */
export type LinkOnce = { url: string; name: string; expiresAt: string };

export const invite = defineAction(inviteMemberForm, "manage-access", async (scope, form) => {
  const answer = await inviteMember(scope, form, now());
  if (!answer.ok) return refused(answer.sentence, answer.fields);
  const { membershipId, name, link } = answer;
  const details = { done: "invited", email: form.email, role: form.role };
  const stored = { audit: { subject: "membership", subjectId: membershipId, details }, revalidate: page };
  if (link === null)
    return done<LinkOnce | null>(
      null,
      stored,
      `${name} has a login already and finds this organization after signing in.`,
    );
  return done<LinkOnce | null>(await linkOnce(link), stored);
});

export const makeLink = defineAction(makeResetLinkForm, "manage-access", async (scope, { membershipId }) => {
  const link = await makeResetLink(scope, membershipId, now());
  if (!link.ok) return refused(link.sentence);
  const audit = { subject: "membership", subjectId: membershipId, details: { done: "made a link" } };
  return done<LinkOnce | null>(await linkOnce(link), { audit });
});

export const giveRole = defineAction(
  changeRoleForm,
  "manage-access",
  async (scope, { membershipId, role }) => {
    const answer = await changeRole(scope, membershipId, role);
    if (!answer.ok) return refused(answer.sentence);
    const details = { done: "changed the role", from: answer.before.role, to: role };
    return done(
      null,
      { audit: { subject: "membership", subjectId: membershipId, details }, revalidate: page },
      `${answer.before.name} is ${role} from the next page on.`,
    );
  },
);

export const letIn = defineAction(
  changeActiveForm,
  "manage-access",
  async (scope, { membershipId, active }) => {
    const answer = await changeActive(scope, membershipId, active, now());
    if (!answer.ok) return refused(answer.sentence);
    const details = { done: active ? "let in" : "shut out" };
    const { name } = answer.before;
    return done(
      null,
      { audit: { subject: "membership", subjectId: membershipId, details }, revalidate: page },
      active ? `${name} may sign in again.` : `${name} is signed out and may not sign in.`,
    );
  },
);

/** defineAction has let the request through, so its origin is an address of ours. */
async function linkOnce(link: { path: string; name: string; expiresAt: Date }): Promise<LinkOnce> {
  const own = environment().APP_URL ?? (await headers()).get("origin") ?? "";
  const url = own === "" ? link.path : new URL(link.path, own).href;
  return { url, name: link.name, expiresAt: link.expiresAt.toISOString() };
}
