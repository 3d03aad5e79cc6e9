import { beforeEach, describe, expect, it, vi } from "vitest";
import { setUp } from "@/app/(public)/welcome/actions";
import { scopeForRequest } from "@/lib/access/require-scope";
import { findBrokenAuditEntry, listAuditEntries } from "@/lib/data/audit";
import { getOrganization, listOrganizations } from "@/lib/data/organizations";
import { untouched } from "@/lib/forms/action-state";
import { awaitsFirstAdmin } from "@/lib/usecases/welcome";
import { testDatabase } from "@/tests/support/database/test-database";
import { beginRequest, newBrowser, WentElsewhere } from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);

const test = testDatabase();
beforeEach(() => newBrowser());

const typed = {
  organization: "Müller & Söhne",
  currency: "EUR",
  zone: "Europe/Berlin",
  name: "Maya Chen",
  email: "Maya@Example.com",
  password: "seven green umbrellas",
};

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("the first set-up", () => {
  it("refuses an easy password, keeps what was typed and stores nothing", async () => {
    expect(await awaitsFirstAdmin()).toBe(true);
    const state = await setUp(untouched, form({ ...typed, password: "mayachen1" }));
    expect(state).toMatchObject({ status: "refused", fields: { password: expect.any(String) } });
    expect(state).toMatchObject({ typed: { email: "Maya@Example.com" } });
    expect(await listOrganizations()).toEqual([]);
  });

  it("is done once: of two at the same moment one becomes the admin", async () => {
    const both = await Promise.allSettled([
      setUp(untouched, form(typed)),
      setUp(untouched, form({ ...typed, email: "other@example.com", organization: "Other" })),
    ]);
    const went = both.filter((one) => one.status === "rejected");
    expect(went.map(({ reason }) => reason)).toEqual([new WentElsewhere("/team")]);
    expect(both.find((one) => one.status === "fulfilled")?.value).toMatchObject({ status: "refused" });
    expect(await test.client.user.count()).toBe(1);
    expect(await test.client.organization.count()).toBe(1);
    expect(await awaitsFirstAdmin()).toBe(false);
  });

  it("signs the admin in, in an organization that begins its audit log", async () => {
    const [made] = await listOrganizations();
    const scope = await test.scopeFor(made?.organizationId ?? "");
    expect(await getOrganization(scope)).toMatchObject({
      currency: "EUR",
      zone: "Europe/Berlin",
      isSample: false,
    });
    expect((await listAuditEntries(scope, null)).map(({ operation }) => operation)).toEqual(["set-up"]);
    expect(await findBrokenAuditEntry(scope)).toBeNull();
  });

  it("cannot be done again", async () => {
    expect(await setUp(untouched, form({ ...typed, email: "late@example.com" }))).toMatchObject({
      status: "refused",
    });
    beginRequest();
    expect(await scopeForRequest("view-today")).toMatchObject({ ok: false });
    expect(await test.client.user.count()).toBe(1);
  });
});
