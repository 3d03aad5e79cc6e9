import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as endSessionRoute } from "@/app/api/session/end/route";
import { POST as switchRoute } from "@/app/api/session/organization/route";
import { POST as signInRoute } from "@/app/api/session/route";
import { scopeForRequest } from "@/lib/access/require-scope";
import { startSession } from "@/lib/access/session";
import { testDatabase } from "@/tests/support/database/test-database";
import { insertMembers, type Members } from "@/tests/support/factories/members";
import { membershipRow } from "@/tests/support/factories/organization";
import {
  beginRequest,
  newBrowser,
  removeHeader,
  setCookies,
  takeCookies,
} from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);

const test = testDatabase();
let here: Members;
beforeAll(async () => {
  here = await insertMembers(test.client, "here");
});
beforeEach(async () => {
  newBrowser();
  await test.client.rateCounter.deleteMany();
});

function form(fields: Record<string, string>): Request {
  return new Request("http://localhost:3000/api/session", {
    method: "POST",
    body: new URLSearchParams(fields),
  });
}

async function signIn(email: string, password: string, more: Record<string, string> = {}) {
  const response = await signInRoute(form({ email, password, ...more }));
  return { status: response.status, to: response.headers.get("location"), body: await response.text() };
}

const typedCookie = () => setCookies.find(({ name }) => name === "backsolve_sign_in");

describe("signing in", () => {
  it.each([
    ["rep", "/today"],
    ["coach", "/team"],
    ["manager", "/team"],
    ["admin", "/team"],
  ] as const)("takes a %s to %s", async (role, path) => {
    expect(await signIn(here[role].email.toUpperCase(), here.password)).toMatchObject({
      status: 303,
      to: path,
    });
    beginRequest();
    expect(await scopeForRequest("view-today")).toMatchObject({ ok: true, scope: { role } });
  });

  it("goes on to the page somebody wanted, and to no other site", async () => {
    const { email } = here.rep;
    expect((await signIn(email, here.password, { next: "/people/7" })).to).toBe("/people/7");
    expect((await signIn(email, here.password, { next: "//evil.example/" })).to).toBe("/today");
  });

  it("sets a cookie that scripts cannot read and other sites cannot send", async () => {
    await signIn(here.rep.email, here.password);
    const session = setCookies.find(({ name }) => name === "backsolve_session");
    expect(session?.options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", secure: false });
    newBrowser({ "x-forwarded-proto": "https" });
    await signIn(here.rep.email, here.password);
    expect(setCookies.find(({ name }) => name === "backsolve_session")?.options.secure).toBe(true);
  });

  it("keeps the typed address for the form, and no password anywhere", async () => {
    const { to } = await signIn(here.rep.email, "wrong horse battery", { next: "/people/7" });
    expect(to).toBe("/sign-in?problem=wrong&next=%2Fpeople%2F7");
    expect(typedCookie()).toMatchObject({
      value: here.rep.email,
      options: { path: "/sign-in", httpOnly: true },
    });
    expect(JSON.stringify(setCookies)).not.toContain("wrong horse");
  });

  it("does nothing for a form of another site, or of nobody", async () => {
    beginRequest({ origin: "https://evil.example", "x-forwarded-host": "evil.example" });
    expect((await signIn(here.rep.email, here.password)).to).toBe("/sign-in?problem=elsewhere");
    removeHeader("origin");
    expect((await signIn(here.rep.email, here.password)).to).toBe("/sign-in?problem=elsewhere");
    expect(setCookies).toEqual([]);
  });

  it.each([
    ["nothing typed", form({ email: "", password: "" })],
    ["fields nobody asked for", form({ email: "a@example.com", password: "x", role: "admin" })],
    ["no form", new Request("http://localhost:3000/", { method: "POST", body: "{}" })],
    ["a flood", form({ email: "a@example.com", password: "x".repeat(100_000) })],
  ])("asks again for %s", async (_what, request) => {
    expect((await signInRoute(request)).headers.get("location")).toBe("/sign-in?problem=incomplete");
  });
});

describe("somebody guessing", () => {
  it("cannot tell an unknown address from a wrong password, an ended membership or an unused invitation", async () => {
    const { client } = test;
    const { organizationId } = here;
    const ended = await client.user.create({
      data: {
        id: crypto.randomUUID(),
        email: "ended@example.com",
        name: "E",
        passwordHash: null,
        createdAt: new Date(),
      },
    });
    const { passwordHash } = await client.user.findUniqueOrThrow({ where: { id: here.rep.userId } });
    await client.user.update({ where: { id: ended.id }, data: { passwordHash } });
    await client.membership.create({
      data: { ...membershipRow({ organizationId, userId: ended.id }), active: false },
    });
    const invited = await client.user.create({
      data: { id: crypto.randomUUID(), email: "invited@example.com", name: "I", createdAt: new Date() },
    });
    await client.membership.create({ data: membershipRow({ organizationId, userId: invited.id }) });

    const tries = [
      ["nobody@example.com", "a quiet harbour lamp"],
      [here.rep.email, "a wrong harbour lamp"],
      ["ended@example.com", here.password],
      ["invited@example.com", here.password],
    ] as const;
    const answers = [];
    const times = [];
    for (const [email, password] of tries) {
      const started = performance.now();
      answers.push(await signIn(email, password));
      times.push(performance.now() - started);
      expect(typedCookie()?.value).toBe(email);
      newBrowser();
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    // A refusal has a least time, longer than the work behind any of them: nothing shorter, so nothing to measure.
    for (const time of times) expect(time).toBeGreaterThanOrEqual(290);
  });

  it("is stopped after ten tries, whoever the address belongs to, and told the same", async () => {
    for (const email of [here.coach.email, "nobody@example.com"]) {
      const answers = await Promise.all(
        Array.from({ length: 14 }, () => signIn(email, "a wrong harbour lamp")),
      );
      expect(answers.filter(({ to }) => to === "/sign-in?problem=wrong")).toHaveLength(10);
      expect(answers.filter(({ to }) => to === "/sign-in?problem=wait")).toHaveLength(4);
      expect((await signIn(email, here.password)).to).toBe("/sign-in?problem=wait");
    }
  });

  it("does not lock the owner out of a browser they have used before", async () => {
    await signIn(here.manager.email, here.password);
    const ownBrowser = takeCookies();
    newBrowser();
    for (let tries = 0; tries < 12; tries += 1) await signIn(here.manager.email, "a wrong harbour lamp");
    expect((await signIn(here.manager.email, here.password)).to).toBe("/sign-in?problem=wait");
    ownBrowser();
    beginRequest();
    expect((await signIn(here.manager.email, here.password)).to).toBe("/team");
  });

  it("cannot use a known browser's cookie for another account", async () => {
    await signIn(here.manager.email, here.password);
    for (let tries = 0; tries < 11; tries += 1) await signIn(here.rep.email, "a wrong harbour lamp");
    expect((await signIn(here.rep.email, here.password)).to).toBe("/sign-in?problem=wait");
  });

  it("is stopped by their network address when they try many accounts", async () => {
    const from = { "x-forwarded-for": "203.0.113.7" };
    const tries = Array.from({ length: 101 }, (_, index) => {
      beginRequest(from);
      return signIn(`person${index}@example.com`, "a wrong harbour lamp");
    });
    const answers = await Promise.all(tries);
    expect(answers.filter(({ to }) => to === "/sign-in?problem=wait")).toHaveLength(1);
  });

  it("is not helped by tries that were the owner's: they do not count", async () => {
    for (let tries = 0; tries < 12; tries += 1) {
      newBrowser();
      expect((await signIn(here.admin.email, here.password)).to).toBe("/team");
    }
  });
});

describe("signing out", () => {
  it("ends the session here and a copy of it elsewhere", async () => {
    await signIn(here.coach.email, here.password);
    const copy = takeCookies();
    beginRequest();
    expect((await endSessionRoute()).headers.get("location")).toBe("/sign-in");
    expect(await scopeForRequest("view-today")).toMatchObject({ ok: false, status: 401 });
    copy();
    beginRequest();
    expect(await scopeForRequest("view-today")).toMatchObject({ ok: false, status: 401 });
    newBrowser();
    await signIn(here.coach.email, here.password);
    expect(await scopeForRequest("view-today")).toMatchObject({ ok: true });
  });

  it("is not done for another site", async () => {
    await signIn(here.coach.email, here.password);
    beginRequest({ origin: "https://evil.example" });
    await endSessionRoute();
    beginRequest();
    expect(await scopeForRequest("view-today")).toMatchObject({ ok: true });
  });
});

describe("an admin of two organizations", () => {
  const to = (organizationId: string) =>
    switchRoute(
      new Request("http://localhost:3000/", {
        method: "POST",
        body: new URLSearchParams({ organizationId }),
      }),
    );

  it("goes from one to the other, with the role they have there", async () => {
    const there = await insertMembers(test.client, "there");
    const { organizationId } = there;
    await test.client.membership.create({
      data: membershipRow({ organizationId, userId: here.admin.userId, role: "coach" }),
    });
    await signIn(here.admin.email, here.password);
    beginRequest();
    expect((await to(organizationId)).headers.get("location")).toBe("/team");
    beginRequest();
    expect(await scopeForRequest("view-today")).toMatchObject({
      ok: true,
      scope: { organizationId, role: "coach" },
    });
  });

  it("finds no organization they do not belong to", async () => {
    const foreign = await insertMembers(test.client, "foreign");
    await signIn(here.rep.email, here.password);
    beginRequest();
    const unknown = await to(crypto.randomUUID());
    const closed = await to(foreign.organizationId);
    expect([closed.status, await closed.text()]).toEqual([404, await unknown.text()]);
    expect(await scopeForRequest("view-today")).toMatchObject({
      ok: true,
      scope: { organizationId: here.organizationId },
    });
  });
});

describe("a cookie that is not ours", () => {
  it.each(["", "x", "a.b.c.d.e", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA"])(
    "is nobody's: %j",
    async (value) => {
      const { cookies } = (await import("@/tests/support/next-request")).nextHeaders;
      (await cookies()).set("backsolve_session", value);
      expect(await scopeForRequest("view-today")).toMatchObject({ ok: false, status: 401 });
    },
  );

  it("of another use does not sign anybody in", async () => {
    await signIn(here.rep.email, here.password);
    const known = setCookies.find(({ name }) => name === "backsolve_known")?.value ?? "";
    newBrowser();
    const { cookies } = (await import("@/tests/support/next-request")).nextHeaders;
    (await cookies()).set("backsolve_session", known);
    expect(await scopeForRequest("view-today")).toMatchObject({ ok: false, status: 401 });
  });

  it("of an older session version has ended", async () => {
    await startSession({ userId: here.rep.userId, organizationId: here.organizationId, sessionVersion: 7 });
    beginRequest();
    expect(await scopeForRequest("view-today")).toMatchObject({ ok: false, status: 401 });
  });
});
