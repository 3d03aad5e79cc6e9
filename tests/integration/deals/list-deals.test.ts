import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/deals.csv/route";
import type { Role } from "@/lib/access/permissions";
import { startSession } from "@/lib/access/session";
import { readDealFilters } from "@/lib/forms/deal-filters";
import { dealList } from "@/lib/usecases/deal-list";
import { testDatabase } from "@/tests/support/database/test-database";
import { day, today } from "@/tests/support/factories/moments";
import { assignmentRow, teamRow } from "@/tests/support/factories/people";
import { dealRow } from "@/tests/support/factories/records";
import { insertSalesTeam, type SalesTeam } from "@/tests/support/factories/sales-team";
import { beginRequest, newBrowser } from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);
vi.stubEnv("APP_TODAY", today);

const test = testDatabase();
let here: SalesTeam;
beforeAll(async () => {
  here = await insertSalesTeam(test.client, "here");
  await insertSalesTeam(test.client, "there");
  const { organizationId, funnelId } = here;
  const of = { organizationId, funnelId, personId: here.coach.personId };
  const names = ["=HYPERLINK(0)", "100% sure", "100 sure"];
  await test.client.deal.createMany({
    data: [
      ...names.map((name) => dealRow({ ...of, name, createdOn: day("2026-11-01") })),
      ...Array.from({ length: 60 }, (_, index) =>
        dealRow({ ...of, name: `Old ${index}`, createdOn: day("2026-01-02") }),
      ),
    ],
  });
});

const asRep = () => test.scopeFor(here, { ...here.rep, reach: { kind: "own", personId: here.rep.personId } });
const list = async (search: Record<string, string> = {}) =>
  dealList(await test.scopeFor(here), readDealFilters(search), today);

describe("The list of records", () => {
  it("hides others' records from a rep, however they filter", async () => {
    const own = await dealList(await asRep(), readDealFilters({}), today);
    expect(own.total).toBe(8);
    expect(new Set(own.deals.map(({ personId }) => personId))).toEqual(new Set([here.rep.personId]));
    expect(own.people).toBeNull();
    const others = await dealList(await asRep(), readDealFilters({ person: here.admin.personId }), today);
    expect([others.deals, others.total]).toEqual([[], 0]);
  });

  it("shows a manager with a team the people of it, and themselves", async () => {
    const { organizationId } = here;
    const team = teamRow({ organizationId });
    await test.client.team.create({ data: team });
    await test.client.assignment.create({
      data: assignmentRow({ organizationId, personId: here.rep.personId, teamId: team.id as string }),
    });
    const scope = await test.scopeFor(here, {
      ...here.manager,
      reach: { kind: "teams", teamIds: [team.id as string] },
    });
    const view = await dealList(scope, readDealFilters({}), today);
    expect(new Set(view.deals.map(({ personName }) => personName))).toEqual(
      new Set(["here rep", "here manager"]),
    );
    expect(view.people?.map(({ name }) => name)).toEqual(["here manager", "here rep"]);
  });

  it("is cut into pages of fifty that hold every record once", async () => {
    const [first, second, beyond] = [await list(), await list({ page: "2" }), await list({ page: "9" })];
    expect([first.deals.length, first.hasMore, second.offset, second.hasMore]).toEqual([50, true, 50, false]);
    const ids = [...first.deals, ...second.deals].map(({ id }) => id);
    expect([new Set(ids).size, first.total]).toEqual([first.total, ids.length]);
    expect([beyond.page, beyond.deals]).toEqual([2, second.deals]);
  });

  it("filters by status, person and name, and takes what is searched for literally", async () => {
    expect(new Set((await list({ status: "won" })).deals.map(({ status }) => status))).toEqual(
      new Set(["won"]),
    );
    expect((await list({ search: "100% " })).deals.map(({ name }) => name)).toEqual(["100% sure"]);
    expect((await list({ search: "HARBOUR" })).deals.map(({ name }) => name)).toEqual(["Harbour office"]);
    expect((await list({ person: here.admin.personId })).total).toBe(1);
  });

  it("takes an address that makes no sense for one that says nothing", () => {
    const nothing = readDealFilters({});
    expect(
      readDealFilters({ page: "-1", status: "dropped", person: "1 OR 1=1", search: ["a", "b"] }),
    ).toEqual(nothing);
    expect(nothing).toEqual({ search: "", status: "", person: "", page: 1 });
  });
});

describe("The file of what is on the screen", () => {
  const file = async (role: Role, query: string) => {
    newBrowser();
    const { userId } = here[role];
    await startSession({ userId, organizationId: here.organizationId, sessionVersion: 1 });
    beginRequest();
    return GET(new Request(`http://localhost:3000/api/deals.csv${query}`));
  };

  it("holds the same page under the same filters, and no formula", async () => {
    const answer = await file("admin", "?search=HYPER");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const lines = (await answer.text()).trim().split("\n");
    expect(lines).toEqual([
      "name,account,product,person,status,stage,value,currency,created,expected close,closed,source",
      "'=HYPERLINK(0),,,here coach,open,,12000.00,USD,2026-11-01,,,unknown",
    ]);
    expect((await (await file("admin", "?page=2")).text()).trim().split("\n")).toHaveLength(1 + 78 - 50);
  });

  it("holds only a rep's own, and nothing for somebody who is not signed in", async () => {
    const text = await (await file("rep", "")).text();
    expect(text).toContain("Harbour office");
    expect(text).not.toContain("here admin");
    newBrowser();
    expect((await GET(new Request("http://localhost:3000/api/deals.csv"))).status).toBe(401);
  });
});
