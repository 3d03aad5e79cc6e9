import { describe, expect, it } from "vitest";
import { teamReach } from "@/lib/access/team-reach";

const teams = [
  { id: "sales", parentId: null },
  { id: "mid-market", parentId: "sales" },
  { id: "north", parentId: "mid-market" },
  { id: "enterprise", parentId: "sales" },
];
const today = "2026-11-22";

describe("the teams a coach or manager sees", () => {
  it("are theirs with every team below", () => {
    const held = [{ teamId: "mid-market", fromDay: "2026-01-01", toDay: null }];
    expect(teamReach(held, teams, today)?.sort()).toEqual(["mid-market", "north"]);
  });

  it("are all of the organization for somebody who was never given one", () => {
    expect(teamReach([], teams, today)).toBeNull();
  });

  it("begin and end with the role, both days included", () => {
    const held = (fromDay: string, toDay: string | null) => [{ teamId: "north", fromDay, toDay }];
    expect(teamReach(held(today, today), teams, today)).toEqual(["north"]);
    expect(teamReach(held("2026-11-23", null), teams, today)).toEqual([]);
    expect(teamReach(held("2026-01-01", "2026-11-21"), teams, today)).toEqual([]);
  });

  it("do not grow to everybody when the last role has ended", () => {
    const ended = [{ teamId: "sales", fromDay: "2025-01-01", toDay: "2025-12-31" }];
    expect(teamReach(ended, teams, today)).not.toBeNull();
  });

  it("end even when a team is its own ancestor", () => {
    const circle = [
      { id: "a", parentId: "b" },
      { id: "b", parentId: "a" },
    ];
    const held = [{ teamId: "a", fromDay: "2026-01-01", toDay: null }];
    expect(teamReach(held, circle, today)?.sort()).toEqual(["a", "b"]);
  });
});
