import "server-only";
import { uuidv7 } from "uuidv7";
import { hashPassword } from "@/lib/access/password";
import { passwordProblem } from "@/lib/access/password-policy";
import type { Session } from "@/lib/access/session";
import { appendAuditEntry } from "@/lib/data/audit";
import { createMembership } from "@/lib/data/memberships";
import { createOrganization } from "@/lib/data/organizations";
import { makeScope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { anyUserExists, claimFirstUser, createUser } from "@/lib/data/users";
import type { WelcomeForm } from "@/lib/forms/welcome";

export type WelcomeAnswer =
  | { ok: true; session: Session }
  | { ok: false; reason: "already-set-up" }
  | { ok: false; reason: "password"; sentence: string };

/** Whether this installation still waits for its first admin. */
export async function awaitsFirstAdmin(): Promise<boolean> {
  return !(await anyUserExists());
}

/**
 * The first set-up: an organization, and its admin. Done once; of two people sending the form at the same moment
 * one becomes the admin and the other is told so.
 */
export async function setUpFirstOrganization(form: WelcomeForm, now: Date): Promise<WelcomeAnswer> {
  if (await anyUserExists()) return { ok: false, reason: "already-set-up" };
  const sentence = passwordProblem(form.password, [form.email, form.name, form.organization]);
  if (sentence !== null) return { ok: false, reason: "password", sentence };
  const passwordHash = await hashPassword(form.password);
  const organizationId = uuidv7();
  const userId = uuidv7();
  const membershipId = uuidv7();
  const scope = await makeScope({
    organizationId,
    actor: { kind: "user", userId, membershipId, personId: null },
    role: "admin",
    reach: { kind: "all" },
  });
  const done = await inTransaction(
    scope,
    async (inside) => {
      if (!(await claimFirstUser(inside, userId))) return false;
      const { organization: name, currency, zone } = form;
      const slug = slugOf(name);
      await createOrganization(inside, { name, slug, currency, zone, locale: "en-US", createdAt: now });
      await createUser(inside, {
        id: userId,
        email: form.email,
        name: form.name,
        passwordHash,
        createdAt: now,
      });
      await createMembership(inside, {
        id: membershipId,
        userId,
        personId: null,
        role: "admin",
        createdAt: now,
      });
      const details = { name, currency, zone };
      await appendAuditEntry(
        inside,
        "set-up",
        { subject: "organization", subjectId: organizationId, details },
        now,
      );
      return true;
    },
    { retry: true },
  );
  if (!done) return { ok: false, reason: "already-set-up" };
  return { ok: true, session: { userId, organizationId, sessionVersion: 1 } };
}

/** "Müller & Söhne GmbH" → "muller-sohne-gmbh". The first organization's, so there is none to collide with. */
function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return slug || "organization";
}
