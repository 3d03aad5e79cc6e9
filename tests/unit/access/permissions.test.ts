import { describe, expect, it } from "vitest";
import { can, operations, permissions, reachFor, roles } from "@/lib/access/permissions";

const wider = ["never", "own", "teams", "all"];

describe("the permissions table", () => {
  it.each(operations)(
    "%s: nobody has less than the role before them, and can() agrees with the table",
    (operation) => {
      const [, ...rest] = permissions[operation];
      expect(rest).toHaveLength(3);
      for (const role of roles) expect(can(role, operation)).toBe(reachFor(role, operation) !== "never");
      // A coach guides and does not correct records; every other right only grows from rep to admin.
      const ladder = (["rep", "manager", "admin"] as const).map((role) =>
        wider.indexOf(reachFor(role, operation)),
      );
      expect(ladder).toEqual([...ladder].sort((a, b) => a - b));
    },
  );

  it("lets a rep see nobody but themselves", () => {
    const reaches = operations.map((operation) => reachFor("rep", operation));
    expect(new Set(reaches)).toEqual(new Set(["own", "never"]));
  });

  it("keeps access, the organization and its audit log with the admin", () => {
    const adminsOnly = operations.filter((operation) => !can("manager", operation));
    expect(adminsOnly).toEqual(["manage-access", "manage-organization", "view-audit"]);
  });

  it("lets everybody count their own activity and nobody another's", () => {
    for (const role of roles) expect(reachFor(role, "log-activity")).toBe("own");
  });
});
