import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { giveRole, invite, letIn, makeLink } from "@/app/(workspace)/settings/access/actions";
import { startSession } from "@/lib/access/session";
import { now } from "@/lib/clock";
import { type ActionState, untouched } from "@/lib/forms/action-state";
import { findResetLink } from "@/lib/usecases/reset-password";
import { testDatabase } from "@/tests/support/database/test-database";
import { insertMembers, type Members } from "@/tests/support/factories/members";
import { personRow } from "@/tests/support/factories/people";
import { beginRequest, newBrowser } from "@/tests/support/next-request";

vi.mock("next/headers", async () => (await import("@/tests/support/next-request")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/support/next-request")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/support/next-request")).nextCache);

const test = testDatabase();
let here: Members;
let there: Members;
let pia: string;

beforeAll(async () => {
  here = await insertMembers(test.client, "here");
  there = await insertMembers(test.client, "there");
  const person = personRow({ organizationId: here.organizationId, name: "Pia New" });
  pia = person.id;
  await test.client.person.create({ data: person });
});

beforeEach(() => signInAs("admin"));

async function signInAs(role: "admin" | "manager"): Promise<void> {
  newBrowser();
  await startSession({ userId: here[role].userId, organizationId: here.organizationId, sessionVersion: 1 });
  beginRequest();
}

type Send = (before: ActionState<unknown>, data: FormData) => Promise<ActionState<unknown>>;
function send(action: Send, fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return action(untouched, data);
}
const inviting = (fields: Record<string, string>) =>
  send(invite, { personId: "", name: "", email: "", role: "rep", ...fields });

function linkOf(answer: ActionState<unknown>): { url: string; name: string } {
  if (answer.status !== "done") throw new Error(JSON.stringify(answer));
  return answer.value as { url: string; name: string };
}

describe("an invitation", () => {
  it("makes the login of a person and a link that opens for them, shown with the address people use", async () => {
    const { url, name } = linkOf(await inviting({ personId: pia, email: "Pia@Example.com" }));
    expect(name).toBe("Pia New");
    expect(url).toMatch(/^http:\/\/localhost:3000\/reset\//);
    const [organizationId, secret] = new URL(url).pathname.split("/").slice(2);
    expect(await findResetLink(organizationId ?? "", secret ?? "", now())).toMatchObject({
      email: "pia@example.com",
    });
    const membership = await test.client.membership.findFirst({ where: { personId: pia } });
    expect(membership).toMatchObject({ organizationId: here.organizationId, role: "rep", active: true });
  });

  it("is refused for an address or a person that has a login here, and for a rep without a person", async () => {
    expect(await inviting({ name: "X", email: "pia@example.com", role: "coach" })).toMatchObject({
      fields: { email: expect.any(String) },
    });
    expect(await inviting({ personId: pia, email: "other@example.com" })).toMatchObject({
      fields: { personId: "Pia New has a login already." },
    });
    expect(await inviting({ name: "X", email: "x@example.com" })).toMatchObject({
      fields: { personId: expect.stringContaining("rep") },
    });
    expect(
      await test.client.user.count({ where: { email: { in: ["other@example.com", "x@example.com"] } } }),
    ).toBe(0);
  });

  it("lets somebody with a login elsewhere in by that one, without a link to their password", async () => {
    const answer = await inviting({ name: "Visitor", email: there.coach.email, role: "coach" });
    expect(answer).toMatchObject({ status: "done", value: null });
    const of = { organizationId: here.organizationId, userId: there.coach.userId };
    const membership = await test.client.membership.findFirstOrThrow({ where: of });
    const link = await send(makeLink, { membershipId: membership.id });
    expect(link).toMatchObject({
      status: "refused",
      sentence: expect.stringContaining("another organization"),
    });
  });

  it("does not reach a person of another organization", async () => {
    const answer = await inviting({ personId: there.rep.personId, email: "far@example.com" });
    expect(answer).toMatchObject({ status: "refused", fields: { personId: expect.any(String) } });
  });
});

describe("an admin", () => {
  it("makes a link for a new password, and the newest one is the one that works", async () => {
    const { membershipId } = here.coach;
    const [first, second] = [
      await send(makeLink, { membershipId }),
      await send(makeLink, { membershipId }),
    ].map(linkOf);
    const opens = async (url = "") => {
      const [organizationId, secret] = new URL(url).pathname.split("/").slice(2);
      return (await findResetLink(organizationId ?? "", secret ?? "", now())) !== null;
    };
    expect(await opens(first?.url)).toBe(false);
    expect(await opens(second?.url)).toBe(true);
  });

  it("gives a role and shuts somebody out, but stays the last admin", async () => {
    const { membershipId } = here.rep;
    expect(await send(giveRole, { membershipId, role: "manager" })).toMatchObject({ status: "done" });
    expect(await send(letIn, { membershipId, active: "false" })).toMatchObject({ status: "done" });
    const of = { organizationId_id: { organizationId: here.organizationId, id: membershipId } };
    expect(await test.client.membership.findUnique({ where: of })).toMatchObject({
      role: "manager",
      active: false,
    });
    const own = { membershipId: here.admin.membershipId };
    expect(await send(giveRole, { ...own, role: "rep" })).toMatchObject({ status: "refused" });
    expect(await send(letIn, { ...own, active: "false" })).toMatchObject({ status: "refused" });
  });
});

it("is no manager's business", async () => {
  await signInAs("manager");
  const { membershipId } = here.admin;
  expect(await send(makeLink, { membershipId })).toMatchObject({ status: "refused" });
  expect(await inviting({ name: "X", email: "y@example.com", role: "admin" })).toMatchObject({
    status: "refused",
  });
});
