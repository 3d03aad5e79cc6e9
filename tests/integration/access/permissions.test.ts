import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { operations, permissions, type Role, roles } from "@/lib/access/permissions";
import { requireScope, scopeForRequest } from "@/lib/access/require-scope";
import { startSession } from "@/lib/access/session";
import { testDatabase } from "@/tests/support/database/test-database";
import { insertMembers, type Members } from "@/tests/support/factories/members";
import { beginRequest, newBrowser, WentElsewhere } from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);

const test = testDatabase();
let here: Members;
beforeAll(async () => {
  here = await insertMembers(test.client, "here");
});
beforeEach(() => newBrowser());

async function signInAs(role: Role) {
  await startSession({ userId: here[role].userId, organizationId: here.organizationId, sessionVersion: 1 });
  beginRequest();
}

async function whereTo(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => "stayed",
    (failure: unknown) => {
      if (failure instanceof WentElsewhere) return failure.to;
      throw failure;
    },
  );
}

// Without a team role coaches and managers see the whole organization.
const reachOfCell = { own: "own", teams: "all", all: "all" } as const;

describe.each(operations)("%s", (operation) => {
  it("is refused to somebody who is not signed in", async () => {
    expect(await scopeForRequest(operation)).toMatchObject({ ok: false, status: 401 });
    expect(await whereTo(requireScope(operation))).toBe("/sign-in");
  });

  it.each(roles)("is given to or kept from a %s as the table says", async (role) => {
    await signInAs(role);
    const cell = permissions[operation][roles.indexOf(role)] ?? "never";
    const answer = await scopeForRequest(operation);
    if (cell === "never") {
      expect(answer).toMatchObject({ ok: false, status: 403 });
      expect(await whereTo(requireScope(operation))).toBe("not found");
      return;
    }
    if (!answer.ok) throw new Error(answer.sentence);
    const { scope } = answer;
    expect(scope.role).toBe(role);
    expect(scope.organizationId).toBe(here.organizationId);
    expect(scope.actor).toEqual({
      kind: "user",
      userId: here[role].userId,
      membershipId: here[role].membershipId,
      personId: here[role].personId,
    });
    expect(scope.reach.kind).toBe(reachOfCell[cell]);
    if (scope.reach.kind === "own") expect(scope.reach.personId).toBe(here[role].personId);
  });
});

describe("a coach with a team role", () => {
  it("reaches that team and its sub-teams, as of today, and the whole organization never again", async () => {
    const { organizationId, coach } = here;
    const team = (id: string, parentId: string | null) => ({
      organizationId,
      id,
      name: `team ${id}`,
      parentId,
    });
    const [top, below, beside] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    await test.client.team.create({ data: team(top, null) });
    await test.client.team.createMany({ data: [team(below, top), team(beside, null)] });
    const teamRole = {
      organizationId,
      id: crypto.randomUUID(),
      membershipId: coach.membershipId,
      teamId: top,
    };
    await test.client.teamRole.create({
      data: { ...teamRole, role: "coach", fromDay: new Date("2020-01-01") },
    });
    await signInAs("coach");
    const scope = await requireScope("view-team");
    expect(scope.reach).toEqual({ kind: "teams", teamIds: expect.arrayContaining([top, below]) });
    expect(scope.reach.kind === "teams" && scope.reach.teamIds).not.toContain(beside);

    await test.client.teamRole.updateMany({
      where: { organizationId },
      data: { toDay: new Date("2020-12-31") },
    });
    expect((await requireScope("view-team")).reach).toEqual({ kind: "teams", teamIds: [] });
  });
});

describe("a session", () => {
  it("confirms itself with one query", async () => {
    await signInAs("manager");
    await scopeForRequest("view-team");
    const before = test.sqlLog.length;
    await scopeForRequest("view-team");
    expect(test.sqlLog.slice(before)).toHaveLength(1);
  });

  it("of one organization is nothing in another", async () => {
    const there = await insertMembers(test.client, "there");
    await startSession({
      userId: here.admin.userId,
      organizationId: there.organizationId,
      sessionVersion: 1,
    });
    beginRequest();
    expect(await scopeForRequest("view-today")).toMatchObject({ ok: false, status: 401 });
  });

  it("that has ended says so at the sign-in", async () => {
    await startSession({ userId: here.rep.userId, organizationId: here.organizationId, sessionVersion: 7 });
    beginRequest({ "x-backsolve-path": "/today" });
    expect(await whereTo(requireScope("view-today"))).toBe("/sign-in?problem=ended&next=%2Ftoday");
  });

  it("leads back to the page somebody wanted, when it is one of ours", async () => {
    beginRequest({ "x-backsolve-path": "/people/7?period=q4" });
    expect(await whereTo(requireScope("view-person"))).toBe("/sign-in?next=%2Fpeople%2F7%3Fperiod%3Dq4");
    beginRequest({ "x-backsolve-path": "//evil.example" });
    expect(await whereTo(requireScope("view-person"))).toBe("/sign-in");
  });
});
