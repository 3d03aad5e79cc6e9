import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { queryRows, sql } from "@/lib/data/client/raw";
import type { Reach, Scope } from "@/lib/data/scope";
import { visiblePeople, visiblePeopleSql } from "@/lib/data/visibility";
import { testDatabase } from "@/tests/support/database/test-database";
import type { Company } from "@/tests/support/factories/company";
import { day } from "@/tests/support/factories/moments";
import { assignmentRow, personRow } from "@/tests/support/factories/people";

const test = testDatabase();
let here: Company;
let there: Company;

beforeAll(async () => {
  ({ here, there } = await test.twoOrganizations());
  const of = { organizationId: here.organizationId };
  // "mover" was in the sub-team until the end of June and is in the team since July; "loner" is in none.
  const mover = personRow({ ...of, name: "here mover" });
  await test.client.person.createMany({ data: [mover, personRow({ ...of, name: "here loner" })] });
  await test.client.assignment.createMany({
    data: [
      assignmentRow({ ...of, personId: mover.id, teamId: here.subTeamId, toDay: day("2026-06-30") }),
      assignmentRow({ ...of, personId: mover.id, teamId: here.teamId, fromDay: day("2026-07-01") }),
    ],
  });
});

/** Names seen on a day, by both spellings of the rule, which must agree. */
async function seen(scope: Scope, onDay: string): Promise<string[]> {
  const { organizationId } = scope;
  const found = await scope.db.person.findMany({ where: { organizationId, ...visiblePeople(scope, onDay) } });
  const rows = await queryRows(
    scope,
    sql`SELECT name FROM person WHERE organization_id = ${organizationId}::uuid
          AND id IN (${visiblePeopleSql(scope, onDay)})`,
    z.object({ name: z.string() }),
  );
  const names = found.map((person) => person.name.replace("here ", "")).sort();
  expect(rows.map((row) => row.name.replace("here ", "")).sort()).toEqual(names);
  return names;
}

const asks = (reach: Reach, personId?: string) =>
  test.scopeFor(here, {
    reach,
    role: "coach",
    ...(personId === undefined ? {} : { userId: here.userId, membershipId: here.membershipId, personId }),
  });

describe("Who is visible on a day", () => {
  it("everybody to whom reaches all", async () => {
    expect(await seen(await asks({ kind: "all" }), "2026-11-22")).toEqual([
      "colleague",
      "loner",
      "mover",
      "rep",
    ]);
  });

  it("oneself to whom reaches only that", async () => {
    expect(await seen(await asks({ kind: "own", personId: here.personId }), "2026-11-22")).toEqual(["rep"]);
  });

  it("the people assigned to one's teams on that day, first and last day included", async () => {
    const coach = await asks({ kind: "teams", teamIds: [here.subTeamId] });
    expect(await seen(coach, "2026-06-30")).toEqual(["mover", "rep"]);
    expect(await seen(coach, "2026-07-01")).toEqual(["rep"]);
    expect(await seen(coach, "2025-12-31")).toEqual([]);
    expect(await seen(coach, "2026-01-01")).toEqual(["mover", "rep"]);
  });

  it("oneself too, whatever team one is in", async () => {
    const coach = await asks({ kind: "teams", teamIds: [here.subTeamId] }, here.colleagueId);
    expect(await seen(coach, "2026-11-22")).toEqual(["colleague", "rep"]);
  });

  it("nobody but oneself to whom has no team left", async () => {
    expect(await seen(await asks({ kind: "teams", teamIds: [] }), "2026-11-22")).toEqual([]);
    expect(await seen(await asks({ kind: "teams", teamIds: [] }, here.personId), "2026-11-22")).toEqual([
      "rep",
    ]);
  });

  it("nobody of another organization, even by its teams and people", async () => {
    expect(
      await seen(await asks({ kind: "teams", teamIds: [there.teamId, there.subTeamId] }), "2026-11-22"),
    ).toEqual([]);
    expect(await seen(await asks({ kind: "own", personId: there.personId }), "2026-11-22")).toEqual([]);
  });
});
