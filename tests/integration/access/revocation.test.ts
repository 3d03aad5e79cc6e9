import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseNewPassword } from "@/app/(public)/reset/[organizationId]/[secret]/actions";
import { POST as signInRoute } from "@/app/api/session/route";
import type { Role } from "@/lib/access/permissions";
import { scopeForRequest } from "@/lib/access/require-scope";
import { untouched } from "@/lib/forms/action-state";
import { changeActive, changeRole } from "@/lib/usecases/change-access";
import { findResetLink, makeResetLink, resetPassword } from "@/lib/usecases/reset-password";
import { testDatabase } from "@/tests/support/database/test-database";
import { insertMembers, type Members } from "@/tests/support/factories/members";
import { membershipRow } from "@/tests/support/factories/organization";
import { beginRequest, newBrowser, takeCookies, WentElsewhere } from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);

const test = testDatabase();
const start = new Date("2026-11-22T10:00:00Z");
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const newPassword = "seven green umbrellas";
let here: Members;
beforeAll(async () => {
  here = await insertMembers(test.client, "here");
});
beforeEach(() => newBrowser());

async function signIn(email: string, password = here.password): Promise<string | null> {
  const body = new URLSearchParams({ email, password });
  const response = await signInRoute(new Request("http://localhost:3000/", { method: "POST", body }));
  beginRequest();
  return response.headers.get("location");
}

const isSignedIn = async () => (await scopeForRequest("view-today")).ok;
const asAdmin = (of: Members = here) =>
  test.scopeFor(of, { role: "admin", userId: of.admin.userId, membershipId: of.admin.membershipId });
const memberOf = (role: Role) => here[role].membershipId;

function partsOf(path: string) {
  const [, , organizationId = "", secret = ""] = path.split("/");
  return { organizationId, secret };
}

async function linkFor(membershipId: string) {
  const link = await makeResetLink(await asAdmin(), membershipId, start);
  if (!link.ok) throw new Error(link.sentence);
  return partsOf(link.path);
}

describe("a session ends at its next request", () => {
  it("when the role changes; the next one has the new role", async () => {
    await signIn(here.coach.email);
    expect(await isSignedIn()).toBe(true);
    expect(await changeRole(await asAdmin(), memberOf("coach"), "rep")).toMatchObject({ ok: true });
    expect(await isSignedIn()).toBe(false);
    expect(await signIn(here.coach.email)).toBe("/today");
    await changeRole(await asAdmin(), memberOf("coach"), "coach");
  });

  it("when the membership is ended; and no other begins until it is given back", async () => {
    await signIn(here.rep.email);
    await changeActive(await asAdmin(), memberOf("rep"), false, start);
    expect(await isSignedIn()).toBe(false);
    expect(await signIn(here.rep.email)).toBe("/sign-in?problem=wrong");
    await changeActive(await asAdmin(), memberOf("rep"), true, start);
    expect(await isSignedIn()).toBe(false);
    expect(await signIn(here.rep.email)).toBe("/today");
  });

  it("when a new password is set", async () => {
    await signIn(here.manager.email);
    const stolen = takeCookies();
    const link = await linkFor(memberOf("manager"));
    expect(await resetPassword({ ...link, password: newPassword }, later(0.5))).toMatchObject({ ok: true });
    stolen();
    beginRequest();
    expect(await isSignedIn()).toBe(false);
    newBrowser();
    expect(await signIn(here.manager.email)).toBe("/sign-in?problem=wrong");
    expect(await signIn(here.manager.email, newPassword)).toBe("/team");
  });
});

describe("the last admin", () => {
  it("stays, even when two take the role from each other at once", async () => {
    const alone = await insertMembers(test.client, "alone");
    const scope = await asAdmin(alone);
    expect(await changeRole(scope, alone.admin.membershipId, "rep")).toMatchObject({ ok: false });
    expect(await changeActive(scope, alone.admin.membershipId, false, start)).toMatchObject({ ok: false });
    await changeRole(scope, alone.manager.membershipId, "admin");
    const both = await Promise.all([
      changeRole(scope, alone.manager.membershipId, "rep"),
      changeRole(scope, alone.admin.membershipId, "rep"),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("a link to a new password", () => {
  it("carries the organization in clear and is stored as a hash", async () => {
    const { organizationId, secret } = await linkFor(memberOf("rep"));
    expect(organizationId).toBe(here.organizationId);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    const rows = await test.client.accessLink.findMany({ where: { organizationId } });
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it("works once, also when it is used twice at the same moment", async () => {
    const link = await linkFor(memberOf("rep"));
    const answers = await Promise.all([
      resetPassword({ ...link, password: newPassword }, later(0.1)),
      resetPassword({ ...link, password: newPassword }, later(0.1)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findResetLink(link.organizationId, link.secret, later(0.1))).toBeNull();
  });

  it("is over after an hour, and when a newer one is made", async () => {
    const first = await linkFor(memberOf("rep"));
    expect(await findResetLink(first.organizationId, first.secret, later(0.99))).not.toBeNull();
    expect(await findResetLink(first.organizationId, first.secret, later(1))).toBeNull();
    const second = await linkFor(memberOf("rep"));
    expect(await findResetLink(first.organizationId, first.secret, later(0.1))).toBeNull();
    expect(await findResetLink(second.organizationId, second.secret, later(0.1))).not.toBeNull();
  });

  it("is over when its owner is let in no longer", async () => {
    const link = await linkFor(memberOf("coach"));
    await changeActive(await asAdmin(), memberOf("coach"), false, start);
    expect(await findResetLink(link.organizationId, link.secret, later(0.1))).toBeNull();
    await changeActive(await asAdmin(), memberOf("coach"), true, start);
    expect(await findResetLink(link.organizationId, link.secret, later(0.1))).toBeNull();
  });

  it("opens nothing in another organization", async () => {
    const there = await insertMembers(test.client, "there");
    const { secret } = await linkFor(memberOf("rep"));
    expect(await findResetLink(there.organizationId, secret, later(0.1))).toBeNull();
    expect(await makeResetLink(await asAdmin(there), memberOf("rep"), start)).toMatchObject({ ok: false });
  });

  it("is not made for a login of another organization, unless one is its admin too", async () => {
    const there = await insertMembers(test.client, "there");
    const { organizationId } = there;
    const shared = membershipRow({ organizationId, userId: here.coach.userId, role: "rep" });
    await test.client.membership.create({ data: shared });
    expect(await makeResetLink(await asAdmin(there), shared.id, start)).toMatchObject({ ok: false });
    expect(await makeResetLink(await asAdmin(), memberOf("coach"), start)).toMatchObject({ ok: false });
    await test.client.membership.create({
      data: membershipRow({ organizationId, userId: here.admin.userId, role: "admin" }),
    });
    expect(await makeResetLink(await asAdmin(), memberOf("coach"), start)).toMatchObject({ ok: true });
  });

  it("refuses a password that is easy to guess and can then still be used", async () => {
    const link = await linkFor(memberOf("rep"));
    expect(await resetPassword({ ...link, password: "Password1" }, later(0.1))).toMatchObject({
      reason: "password",
    });
    expect(await resetPassword({ ...link, password: newPassword }, later(0.1))).toMatchObject({ ok: true });
  });

  it("signs its owner in through the form", async () => {
    const made = await makeResetLink(await asAdmin(), memberOf("rep"), new Date());
    if (!made.ok) throw new Error(made.sentence);
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...partsOf(made.path), password: newPassword }))
      data.set(name, value);
    await expect(chooseNewPassword(untouched, data)).rejects.toEqual(new WentElsewhere("/today"));
    beginRequest();
    expect(await isSignedIn()).toBe(true);
    expect(await chooseNewPassword(untouched, data)).toMatchObject({
      status: "refused",
      typed: expect.anything(),
    });
    expect(JSON.stringify(await chooseNewPassword(untouched, data))).not.toContain(newPassword);
  });
});
