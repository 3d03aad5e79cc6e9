import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { queryRows, sql } from "@/lib/data/client/raw";
import { sqlState } from "@/lib/data/client/sql-state";
import type { Scope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { testDatabase } from "@/tests/support/database/test-database";
import type { Company } from "@/tests/support/factories/company";
import { teamRow } from "@/tests/support/factories/people";

const test = testDatabase();
let here: Company;
let scope: Scope;

beforeAll(async () => {
  ({ here } = await test.twoOrganizations());
  scope = await test.scopeFor(here);
});

const nameTaken = (name: string) =>
  test.client.team.count({ where: { organizationId: here.organizationId, name } });
const addTeam = (given: Scope, name: string) =>
  given.db.team.create({ data: teamRow({ organizationId: here.organizationId, name }) });

describe("A transaction of a scope", () => {
  it("stores all of it", async () => {
    const answer = await inTransaction(scope, async (inside) => {
      await addTeam(inside, "one");
      await addTeam(inside, "two");
      return 2;
    });
    expect(answer).toBe(2);
    expect((await nameTaken("one")) + (await nameTaken("two"))).toBe(2);
  });

  it("stores nothing when the work throws, and throws what the work threw", async () => {
    const thrown = new Error("changed my mind");
    const running = inTransaction(scope, async (inside) => {
      await addTeam(inside, "three");
      throw thrown;
    });
    await expect(running).rejects.toBe(thrown);
    expect(await nameTaken("three")).toBe(0);
  });

  it("joins the transaction it is called in: what is inside goes with what is outside", async () => {
    const running = inTransaction(scope, async (outer) => {
      await inTransaction(outer, (inner) => addTeam(inner, "four"));
      throw new Error("all of it back");
    });
    await expect(running).rejects.toThrow("all of it back");
    expect(await nameTaken("four")).toBe(0);
  });

  it("gives a scope with the same organization, actor, role and reach", async () => {
    await inTransaction(scope, async (inside) => {
      const { db, ...rest } = inside;
      const { db: outer, ...same } = scope;
      expect(rest).toEqual(same);
      expect(db === outer).toBe(false);
      const rows = await queryRows(
        inside,
        sql`SELECT name FROM organization WHERE organization_id = ${here.organizationId}::uuid`,
        z.object({ name: z.string() }),
      );
      expect(rows).toEqual([{ name: "here company" }]);
    });
  });

  it("tells a key's refusal by its code on either engine", async () => {
    await addTeam(scope, "five");
    const failure = await addTeam(scope, "five").catch((refused: unknown) => refused);
    expect(sqlState(failure)).toBe("23505");
  });

  it("reports a constraint that is checked only at the commit, and stores nothing", async () => {
    const connection = await test.database.connect();
    await connection.query(
      "ALTER TABLE team ADD CONSTRAINT planted_later UNIQUE (organization_id, lead_person_id) DEFERRABLE INITIALLY DEFERRED",
    );
    const doubled = inTransaction(scope, async (inside) => {
      for (const name of ["six", "seven"]) {
        await inside.db.team.create({
          data: teamRow({ organizationId: here.organizationId, name, leadPersonId: here.personId }),
        });
      }
    });
    expect(sqlState(await doubled.catch((failure: unknown) => failure))).toBe("23505");
    expect(await nameTaken("six")).toBe(0);
    await connection.query("ALTER TABLE team DROP CONSTRAINT planted_later");
    await connection.close();
  });

  it("keeps instants to the millisecond and days to the day, whatever zone the process is in", async () => {
    const at = new Date("2026-03-29T00:59:59.123Z");
    const key = { organizationId: here.organizationId, key: "instant" };
    await scope.db.setting.create({ data: { ...key, value: {}, updatedAt: at } });
    const read = await scope.db.setting.findUniqueOrThrow({ where: { organizationId_key: key } });
    expect(read.updatedAt).toEqual(at);
    const rows = await queryRows(
      scope,
      sql`SELECT updated_at AS at, updated_at::text AS text FROM setting
          WHERE organization_id = ${here.organizationId}::uuid AND key = 'instant' AND updated_at = ${at}::timestamptz`,
      z.object({ at: z.date(), text: z.string() }),
    );
    expect(rows).toEqual([{ at, text: "2026-03-29 00:59:59.123+00" }]);
  });
});
