import "server-only";
import { uuidv7 } from "uuidv7";
import { createMembership, listMembers } from "@/lib/data/memberships";
import { listPersonNames } from "@/lib/data/person-names";
import type { Scope } from "@/lib/data/scope";
import { createUser, findUser } from "@/lib/data/users";
import type { InviteMemberForm } from "@/lib/forms/invite-member";
import { makeResetLink, type ResetLink } from "@/lib/usecases/reset-password";

export type InviteAnswer =
  | { ok: true; membershipId: string; name: string; link: Extract<ResetLink, { ok: true }> | null }
  | { ok: false; sentence: string; fields: Record<string, string> };

/**
 * Lets somebody into the organization, inside the caller's transaction. Who has no password yet gets a link to choose
 * one; who has a login elsewhere signs in with it and finds this organization beside the others.
 */
export async function inviteMember(scope: Scope, form: InviteMemberForm, now: Date): Promise<InviteAnswer> {
  const members = await listMembers(scope);
  if (members.some(({ email }) => email === form.email))
    return refusal({ email: "Somebody with this address is here already. Change them in the list." });
  const people = await listPersonNames(scope);
  const person = people.find(({ id }) => id === form.personId) ?? null;
  if (form.personId !== null && person === null)
    return refusal({ personId: "This person is no longer there. Please choose again." });
  if (person !== null && members.some(({ personId }) => personId === person.id))
    return refusal({ personId: `${person.name} has a login already.` });
  if (form.role === "rep" && person === null)
    return refusal({ personId: "A rep’s day needs a person with a quota. Please choose who it is." });
  const name = form.name || (person?.name ?? "");
  if (name === "") return refusal({ name: "Please write a name, or choose a person." });

  const known = await findUser(scope, form.email);
  const userId = known?.userId ?? uuidv7();
  if (known === null)
    await createUser(scope, { id: userId, email: form.email, name, passwordHash: null, createdAt: now });
  const membershipId = uuidv7();
  const personId = person?.id ?? null;
  await createMembership(scope, { id: membershipId, userId, personId, role: form.role, createdAt: now });
  if (known?.hasPassword) return { ok: true, membershipId, name: known.name, link: null };
  const link = await makeResetLink(scope, membershipId, now);
  return link.ok
    ? { ok: true, membershipId, name, link }
    : { ok: false, sentence: link.sentence, fields: {} };
}

function refusal(fields: Record<string, string>): Extract<InviteAnswer, { ok: false }> {
  return { ok: false, sentence: "Please look at the marked fields. Nothing was changed.", fields };
}
