import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type Action, defineAction, done, redirectTo, refused } from "@/lib/access/define-action";
import { startSession } from "@/lib/access/session";
import { findBrokenAuditEntry, listAuditEntries } from "@/lib/data/audit";
import { getMember, listMembers } from "@/lib/data/memberships";
import type { Scope } from "@/lib/data/scope";
import { untouched } from "@/lib/forms/action-state";
import { changeRole } from "@/lib/usecases/change-access";
import { testDatabase } from "@/tests/support/database/test-database";
import { insertMembers, type Members } from "@/tests/support/factories/members";
import { beginRequest, newBrowser, revalidated, WentElsewhere } from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/support/next-request")).nextCache);

const test = testDatabase();
let here: Members;
beforeAll(async () => {
  here = await insertMembers(test.client, "here");
});
beforeEach(async () => {
  newBrowser();
  await startSession({ userId: here.admin.userId, organizationId: here.organizationId, sessionVersion: 1 });
  beginRequest();
});

const renameForm = z.strictObject({
  name: z.string().min(1, "Please write a name."),
  ending: z.enum(["done", "refuse", "redirect", "throw"]).default("done"),
});
const log: string[] = [];

const rename: Action<string> = defineAction(
  renameForm,
  "manage-organization",
  async (scope, { name, ending }) => {
    await scope.db.organization.update({ where: { organizationId: scope.organizationId }, data: { name } });
    if (ending === "refuse") return refused("That name is taken.", { name: "Please choose another." });
    if (ending === "throw") throw new Error("the disk is gone");
    const stored = {
      audit: { subject: "organization", subjectId: scope.organizationId, details: { name } },
      revalidate: ["/settings"],
      afterCommit: async () => void log.push(await storedName()),
    };
    return ending === "redirect" ? redirectTo("/settings", stored) : done(name, stored, "Renamed.");
  },
);

const storedName = async () =>
  (await test.client.organization.findUniqueOrThrow({ where: { organizationId: here.organizationId } })).name;

function send(action: Action<unknown>, fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return action(untouched, data);
}

const audited = async () => {
  const scope = await test.scopeFor(here);
  return listAuditEntries(scope, null);
};

describe("an action", () => {
  it("stores what it does together with who did it, then revalidates and says so", async () => {
    log.length = 0;
    expect(await send(rename, { name: "One" })).toEqual({
      status: "done",
      value: "One",
      sentence: "Renamed.",
    });
    expect(await storedName()).toBe("One");
    expect(log).toEqual(["One"]);
    expect(revalidated).toEqual(["/settings"]);
    expect((await audited())[0]).toMatchObject({
      operation: "manage-organization",
      actorKind: "user",
      actorId: here.admin.membershipId,
      subject: "organization",
      subjectId: here.organizationId,
      details: { name: "One" },
    });
  });

  it("leaves nothing of a refusal but what was typed", async () => {
    const [before, entries] = [await storedName(), (await audited()).length];
    const state = await send(rename, { name: "Two", ending: "refuse" });
    expect(state).toEqual({
      status: "refused",
      sentence: "That name is taken.",
      fields: { name: "Please choose another." },
      typed: { name: "Two", ending: "refuse" },
    });
    expect(await storedName()).toBe(before);
    expect(await audited()).toHaveLength(entries);
    expect(revalidated).toEqual([]);
  });

  it("leaves nothing of a surprise either, and passes it on", async () => {
    const [before, entries] = [await storedName(), (await audited()).length];
    await expect(send(rename, { name: "Three", ending: "throw" })).rejects.toThrow("the disk is gone");
    expect(await storedName()).toBe(before);
    expect(await audited()).toHaveLength(entries);
  });

  it("redirects only once it is stored", async () => {
    await expect(send(rename, { name: "Four", ending: "redirect" })).rejects.toEqual(
      new WentElsewhere("/settings"),
    );
    expect(await storedName()).toBe("Four");
    expect(revalidated).toEqual(["/settings"]);
  });

  it("does not begin when a field is wrong", async () => {
    expect(await send(rename, { name: "" })).toMatchObject({
      status: "refused",
      fields: { name: "Please write a name." },
    });
    expect(await send(rename, { name: "x", organizationId: here.organizationId })).toMatchObject({
      status: "refused",
    });
  });

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a forged X-Forwarded-Host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["an opaque origin", { origin: "null" }],
  ])("does not begin for %s", async (_what, headers) => {
    const before = await storedName();
    beginRequest(headers);
    expect(await send(rename, { name: "Stolen" })).toMatchObject({
      status: "refused",
      typed: { name: "Stolen" },
    });
    expect(await storedName()).toBe(before);
  });

  it("does not begin for a role without the operation, or for nobody", async () => {
    const before = await storedName();
    await startSession({
      userId: here.manager.userId,
      organizationId: here.organizationId,
      sessionVersion: 1,
    });
    beginRequest();
    const asManager = await send(rename, { name: "Five" });
    newBrowser();
    const asNobody = await send(rename, { name: "Five" });
    expect(asManager).toMatchObject({ status: "refused", sentence: expect.stringContaining("Your role") });
    expect(asNobody).toMatchObject({ status: "refused", sentence: expect.stringContaining("signed out") });
    expect(await storedName()).toBe(before);
  });

  it("runs again after a conflict in the database, and is stored and audited once", async () => {
    let runs = 0;
    const entries = (await audited()).length;
    const once: Action<number> = defineAction(z.strictObject({}), "manage-organization", async (scope) => {
      runs += 1;
      // What a deadlock looks like when it reaches us.
      if (runs === 1) throw Object.assign(new Error("deadlock detected"), { code: "40P01" });
      return done(runs, { audit: { subject: "organization", subjectId: scope.organizationId, details: {} } });
    });
    expect(await send(once, {})).toMatchObject({ status: "done", value: 2 });
    expect(await audited()).toHaveLength(entries + 1);
  });
});

describe("the audit log", () => {
  const scope = (): Promise<Scope> => test.scopeFor(here);

  it("is one chain however many write at once", async () => {
    const before = (await audited()).length;
    await Promise.all(Array.from({ length: 8 }, (_, index) => send(rename, { name: `At once ${index}` })));
    expect(await findBrokenAuditEntry(await scope())).toBeNull();
    expect(await audited()).toHaveLength(Math.min(50, before + 8));
    const entries = await test.client.auditEntry.findMany({ where: { organizationId: here.organizationId } });
    expect(new Set(entries.map(({ previousHash }) => previousHash)).size).toBe(entries.length);
  });

  it("shows an entry that was changed, and one that was taken out", async () => {
    const { organizationId } = here;
    const chain = await test.client.auditEntry.findMany({
      where: { organizationId },
      orderBy: { at: "asc" },
    });
    const [, second, third] = chain;
    if (second === undefined || third === undefined) throw new Error("the chain is too short for this test");
    const key = { organizationId_id: { organizationId, id: second.id } };

    await test.client.auditEntry.update({ where: key, data: { details: { name: "Never happened" } } });
    expect(await findBrokenAuditEntry(await scope())).toMatchObject({ id: second.id });
    await test.client.auditEntry.update({ where: key, data: { details: second.details ?? {} } });
    expect(await findBrokenAuditEntry(await scope())).toBeNull();

    await test.client.auditEntry.delete({ where: key });
    expect(await findBrokenAuditEntry(await scope())).toMatchObject({ id: third.id });
    await test.client.auditEntry.create({ data: { ...second, details: second.details ?? {} } });
    expect(await findBrokenAuditEntry(await scope())).toBeNull();
  });
});

describe("an admin's change of access", () => {
  it("lists who has a login and finds nobody of another organization", async () => {
    const there = await insertMembers(test.client, "there");
    const scope = await test.scopeFor(here);
    expect((await listMembers(scope)).map(({ role }) => role).sort()).toEqual([
      "admin",
      "coach",
      "manager",
      "rep",
    ]);
    expect(await getMember(scope, there.rep.membershipId)).toBeNull();
    expect(await changeRole(scope, there.rep.membershipId, "admin")).toMatchObject({ ok: false });
  });
});
