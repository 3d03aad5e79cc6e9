// Long because one small team whose quotas are set, kept and refused in turn.
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addSomebody, saveQuotas } from "@/app/(workspace)/people/actions";
import { startSession } from "@/lib/access/session";
import { todayIn } from "@/lib/clock";
import { type ActionState, untouched } from "@/lib/forms/action-state";
import { quotaField, quotaWasField } from "@/lib/forms/set-quotas";
import { ensureDay } from "@/lib/usecases/ensure-day";
import { peopleList } from "@/lib/usecases/people-list";
import { testDatabase } from "@/tests/support/database/test-database";
import { funnelRow, stageRow } from "@/tests/support/factories/funnel";
import { insertMembers, type Members } from "@/tests/support/factories/members";
import { day, recordedAt } from "@/tests/support/factories/moments";
import { assignmentRow, personRow, teamRow } from "@/tests/support/factories/people";
import { beginRequest, newBrowser } from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/support/next-request")).nextCache);

const test = testDatabase();
const today = todayIn("America/New_York");

let here: Members;
let funnelId: string;
/** "North" holds nora, whom the manager leads; olaf is in nobody's team. */
let nora: string;
let olaf: string;
const of = () => ({ organizationId: here.organizationId });

beforeAll(async () => {
  here = await insertMembers(test.client, "here");
  const funnel = funnelRow(of());
  funnelId = funnel.id;
  await test.client.funnel.create({ data: funnel });
  await test.client.stage.createMany({
    data: [
      stageRow({ ...of(), funnelId }),
      stageRow({ ...of(), funnelId, name: "Won", slug: "won", position: 2, category: "won" }),
    ],
  });
  const people = ["Nora North", "Olaf Other"].map((name) => personRow({ ...of(), name }));
  await test.client.person.createMany({ data: people });
  [nora, olaf] = people.map(({ id }) => id) as [string, string];
  const team = teamRow({ ...of(), name: "North" });
  await test.client.team.create({ data: team });
  await test.client.assignment.create({ data: assignmentRow({ ...of(), personId: nora, teamId: team.id }) });
  const { membershipId } = here.manager;
  const lead = { id: crypto.randomUUID(), membershipId, teamId: team.id, role: "manager" };
  await test.client.teamRole.create({ data: { ...of(), ...lead, fromDay: day("2026-01-01") } });
});

beforeEach(() => signInAs("admin"));

async function signInAs(role: "admin" | "manager" | "coach"): Promise<void> {
  newBrowser();
  await startSession({ userId: here[role].userId, organizationId: here.organizationId, sessionVersion: 1 });
  beginRequest();
}

const list = async () => peopleList(await test.scopeFor(here), { day: today, funnelId: undefined });
const outlookOf = (personId: string) => test.client.outlook.findFirst({ where: { ...of(), personId } });
const targetOf = (personId: string) =>
  test.client.dayTarget.findFirst({ where: { ...of(), personId, day: day(today) } });
const countChanges = () => test.client.quotaChange.count({ where: of() });

/** Sends the page as it is, with these cells typed anew: person, place of the period, text. */
async function save(
  typed: [personId: string, place: 0 | 1, text: string][],
  more: Record<string, string> = {},
): Promise<ActionState<null>> {
  const { people, periods } = await list();
  const data = new FormData();
  data.append("funnelId", funnelId);
  for (const [personId, place, text] of typed) {
    const periodId = periods[place]?.id ?? "";
    const was = people.find(({ id }) => id === personId)?.quotas[place]?.amountMinor ?? 0;
    data.append(quotaField(personId, periodId), text);
    data.append(quotaWasField(personId, periodId), String(was));
  }
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  return saveQuotas(untouched, data);
}

describe("setting quotas", () => {
  it("gives the calendar its quarters and years first, and everybody a target of today", async () => {
    const { people, periods } = await list();
    expect(await test.client.period.count({ where: { ...of(), kind: "quarter" } })).toBe(8);
    expect(await test.client.period.count({ where: { ...of(), kind: "year" } })).toBe(2);
    expect(await test.client.period.count({ where: { ...of(), kind: "quarter", parentId: null } })).toBe(0);
    expect(periods).toHaveLength(2);
    expect(periods[0] && periods[0].from <= today && today <= periods[0].to).toBe(true);

    const answer = await save(people.map(({ id }) => [id, 0, "300k"]));
    expect(answer).toMatchObject({ status: "done" });
    const quotas = await test.client.quota.findMany({ where: of() });
    expect(quotas).toHaveLength(people.length);
    expect(new Set(quotas.map(({ amountMinor }) => amountMinor))).toEqual(new Set([30_000_000n]));
    expect(await countChanges()).toBe(people.length);
    for (const { id } of people) {
      const plan = (await targetOf(id))?.plan as { ok: boolean; reason?: { code: string } };
      expect(plan.ok || plan.reason?.code, "a plan, or why there is none").toBeTruthy();
      expect(await outlookOf(id)).not.toBeNull();
    }
  });

  it("writes nothing when nothing differs", async () => {
    const before = await test.client.organization.findUniqueOrThrow({ where: of() });
    const changes = await countChanges();
    expect(await save([[nora, 0, "300,000"]])).toMatchObject({ status: "done" });
    expect(await countChanges()).toBe(changes);
    expect((await test.client.organization.findUniqueOrThrow({ where: of() })).dataVersion).toBe(
      before.dataVersion,
    );
  });

  it("leaves what was asked today and moves where the person stands", async () => {
    const before = await targetOf(nora);
    const changes = await countChanges();
    await save([[nora, 0, "450,000"]]);
    expect(await targetOf(nora)).toEqual(before);
    expect((await outlookOf(nora))?.dataVersion).toBeGreaterThan(before?.dataVersion ?? Infinity);
    const [last] = await test.client.quotaChange.findMany({
      where: of(),
      orderBy: { recordedAt: "desc" },
      take: 1,
    });
    expect(await countChanges()).toBe(changes + 1);
    expect(last).toMatchObject({
      oldAmountMinor: 30_000_000n,
      newAmountMinor: 45_000_000n,
      occurredOn: day(today),
    });
    expect(last?.membershipId).toBe(here.admin.membershipId);
  });

  it("takes a quota away with 0 or nothing, keeps its history, and does not plan the day again and again", async () => {
    await save([[olaf, 0, ""]]);
    expect((await list()).people.find(({ id }) => id === olaf)?.quotas[0]?.amountMinor).toBe(0);
    expect(await outlookOf(olaf)).toBeNull();
    const row = await test.client.quota.findFirst({
      where: { ...of(), personId: olaf },
      include: { quotaChanges: true },
    });
    expect(row?.quotaChanges.map(({ newAmountMinor }) => newAmountMinor).sort()).toEqual([0n, 30_000_000n]);

    const computed = (await outlookOf(nora))?.computedAt;
    await ensureDay(await test.scopeFor(here), today);
    expect((await outlookOf(nora))?.computedAt).toEqual(computed);
  });

  it("fills what is empty in the next period from the present one, and nothing else", async () => {
    await save([[here.rep.personId, 1, "100"]]);
    const cells = (await list()).people.flatMap(({ id, quotas }): [string, 0 | 1, string][] =>
      quotas.map(({ amountMinor }, place) => [id, place as 0 | 1, String(amountMinor / 100)]),
    );
    expect(await save(cells, { how: "copy-forward" })).toMatchObject({ status: "done" });
    const next = new Map((await list()).people.map(({ id, quotas }) => [id, quotas[1]?.amountMinor]));
    expect(next.get(nora)).toBe(45_000_000);
    expect(next.get(here.rep.personId)).toBe(10_000);
    expect(next.get(olaf)).toBe(0);
  });

  it("counts in what a person's quota is counted in, and a person's new quota too", async () => {
    const { periods } = await list();
    const own = { ...of(), personId: here.rep.personId, funnelId, periodId: periods[0]?.id ?? "" };
    await test.client.quota.updateMany({ where: own, data: { measure: "stage:meeting", amountMinor: 0n } });
    await test.client.quota.deleteMany({
      where: { ...of(), personId: own.personId, periodId: periods[1]?.id ?? "" },
    });
    expect(await save([[own.personId, 0, "43.5"]])).toMatchObject({ status: "refused" });
    expect(
      await save([
        [own.personId, 0, "43"],
        [own.personId, 1, "45"],
      ]),
    ).toMatchObject({ status: "done" });
    const quotas = (await list()).people.find(({ id }) => id === own.personId)?.quotas;
    expect(quotas?.map(({ amount, countedIn }) => [amount, countedIn])).toEqual([
      [{ count: 43 }, "Meeting"],
      [{ count: 45 }, "Meeting"],
    ]);
  });

  it("says what to write when it is not a number, gives back what was typed, and saves none of it", async () => {
    const changes = await countChanges();
    const answer = await save([
      [nora, 0, "lots"],
      [olaf, 0, "5"],
    ]);
    expect(answer).toMatchObject({
      status: "refused",
      sentence: "Please write a number, like 300,000. Nothing was changed.",
    });
    expect(Object.values((answer as { fields: object }).fields)).toEqual(["This is not a number."]);
    expect(Object.values((answer as { typed: object }).typed)).toContain("lots");
    expect(await countChanges()).toBe(changes);
  });

  it("does not undo a colleague's change unseen", async () => {
    const { periods } = await list();
    const was = { [quotaWasField(nora, periods[0]?.id ?? "")]: "30000000" };
    const answer = await save([[nora, 0, "310,000"]], was);
    expect(answer).toMatchObject({ status: "refused" });
    expect((answer as { sentence: string }).sentence).toContain("Nora North");
    expect((await list()).people.find(({ id }) => id === nora)?.quotas[0]?.amountMinor).toBe(45_000_000);
  });
});

describe("somebody who manages a team", () => {
  beforeEach(() => signInAs("manager"));

  it("sets the quotas of its people", async () => {
    expect(await save([[nora, 0, "460k"]])).toMatchObject({ status: "done" });
    expect((await list()).people.find(({ id }) => id === nora)?.quotas[0]?.amountMinor).toBe(46_000_000);
  });

  it("sets nobody else's, not even beside one of their own", async () => {
    const changes = await countChanges();
    const answer = await save([
      [nora, 0, "470k"],
      [olaf, 0, "1k"],
    ]);
    expect(answer).toMatchObject({ status: "refused" });
    expect(await countChanges()).toBe(changes);
  });

  it("adds people to their own team only", async () => {
    const send = (team: string) => addSomebody(untouched, personForm({ name: "Pia New", team }));
    expect(await send("South")).toMatchObject({
      status: "refused",
      fields: { team: expect.stringContaining("North") },
    });
    expect(await test.client.team.count({ where: { ...of(), name: "South" } })).toBe(0);
    expect(await send("north")).toMatchObject({ status: "done" });
    const { people } = await list();
    expect(people.find(({ name }) => name === "Pia New")).toMatchObject({
      team: "North",
      position: "Seller",
    });
  });

  it("does not set quotas as a coach", async () => {
    await signInAs("coach");
    expect(await save([[nora, 0, "1"]])).toMatchObject({ status: "refused" });
  });
});

describe("adding a person", () => {
  it("tells two people of one name apart by their e-mail", async () => {
    const same = await addSomebody(untouched, personForm({ name: "nora north" }));
    expect(same).toMatchObject({ status: "refused", fields: { name: expect.stringContaining("e-mail") } });
    const other = await addSomebody(untouched, personForm({ name: "Nora North", email: "Nora@Example.com" }));
    expect(other).toMatchObject({ status: "done" });
    const twice = await addSomebody(untouched, personForm({ name: "Nora Third", email: "nora@example.com" }));
    expect(twice).toMatchObject({ status: "refused", fields: { email: expect.any(String) } });
  });

  it("makes a team of a new name, for an admin", async () => {
    expect(await addSomebody(untouched, personForm({ name: "Quin", team: "West" }))).toMatchObject({
      status: "done",
    });
    expect((await list()).people.find(({ name }) => name === "Quin")).toMatchObject({ team: "West" });
  });
});

describe("a calendar of months", () => {
  it("goes on with the next month, and is not hidden by quarters nobody owes anything in", async () => {
    const other = await insertMembers(test.client, "months");
    const inOther = { organizationId: other.organizationId };
    const funnel = funnelRow(inOther);
    await test.client.funnel.create({ data: funnel });
    const [from, to] = [`${today.slice(0, 8)}01`, lastOfMonth(today)];
    const month = { ...inOther, id: crypto.randomUUID(), kind: "month", label: "This month" };
    await test.client.period.create({ data: { ...month, firstDay: day(from), lastDay: day(to) } });
    const quota = { ...inOther, id: crypto.randomUUID(), personId: other.rep.personId, funnelId: funnel.id };
    await test.client.quota.create({
      data: { ...quota, periodId: month.id, amountMinor: 100n, occurredOn: day(from), recordedAt },
    });
    const scope = await test.scopeFor(other);
    const quarter = { ...inOther, id: crypto.randomUUID(), kind: "quarter", label: "Unused" };
    await test.client.period.create({ data: { ...quarter, firstDay: day(from), lastDay: day(to) } });

    const { periods } = await peopleList(scope, { day: today, funnelId: undefined });
    expect(periods.map(({ label }) => label)[0]).toBe("This month");
    expect(periods).toHaveLength(2);
    await ensureDay(scope, today);
    expect(await test.client.dayTarget.count({ where: inOther })).toBe(1);
  });
});

function lastOfMonth(of: string): string {
  const [year = 0, month = 0] = of.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function personForm(given: Record<string, string>): FormData {
  const data = new FormData();
  const fields = { name: "", email: "", team: "", position: "Seller", startOn: "2026-01-05", ...given };
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
