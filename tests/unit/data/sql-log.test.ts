import { describe, expect, it } from "vitest";
import { unscopedStatements } from "@/tests/support/database/sql-log";

const tables = ["team", "person"];
const judge = (text: string, system = false) => unscopedStatements([{ text, system }], tables);

describe("The log of all SQL", () => {
  it("finds a statement on a tenant table that does not name the organization", () => {
    const planted = [
      "SELECT id FROM team",
      'SELECT "public"."team"."id" FROM "public"."team" WHERE "id" = $1',
      "SELECT 1 FROM app_user u JOIN person p ON p.id = u.id",
      "UPDATE person SET name = $1 WHERE id = $2",
      "DELETE FROM team WHERE id = $1",
      "INSERT INTO team (id, organization_id) VALUES ($1, $2)",
      "SELECT t.organization_id FROM team t JOIN person p ON p.organization_id = t.organization_id",
    ];
    expect(planted.filter((text) => judge(text).length === 0)).toEqual([]);
  });

  it("lets pass what names it, what writes it first, and what touches no tenant table", () => {
    const fine = [
      'SELECT "id" FROM "public"."team" WHERE "public"."team"."organization_id" = $1',
      'SELECT 1 FROM "public"."person" WHERE ("public"."person"."organization_id" IN ($1) AND "id" IN ($2,$3))',
      'INSERT INTO "public"."team" ("organization_id","id") VALUES ($1,$2)',
      "UPDATE team SET name = $1 WHERE organization_id = $2",
      "SELECT id FROM app_user",
      "SELECT team FROM app_user",
      "BEGIN",
    ];
    expect(fine.flatMap((text) => judge(text))).toEqual([]);
  });

  it("leaves what the system asks to the system's own guard", () => {
    expect(judge("SELECT id FROM team", true)).toEqual([]);
  });
});
