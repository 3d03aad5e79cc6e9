import { beforeAll, describe, expect, it } from "vitest";
import { refusedBy, sqlState } from "@/lib/data/client/sql-state";
import { testDatabase } from "@/tests/support/database/test-database";
import type { Company } from "@/tests/support/factories/company";

const test = testDatabase();
let here: Company;
let there: Company;

beforeAll(async () => {
  ({ here, there } = await test.twoOrganizations());
});

type Key = { name: string; table: string; columns: string[]; target: string };

/** The keys that tie a tenant table to another, read from the database itself: a new one is tried without a line here. */
async function tenantKeys(): Promise<Key[]> {
  const connection = await test.database.connect();
  const rows = await connection.query(
    `SELECT c.conname AS name, c.conrelid::regclass::text AS "table", c.confrelid::regclass::text AS target,
            array_to_json(array(SELECT a.attname FROM unnest(c.conkey) WITH ORDINALITY k(number, place)
                  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number ORDER BY k.place))::text AS columns
     FROM pg_constraint c WHERE c.contype = 'f' ORDER BY c.conname`,
  );
  await connection.close();
  return rows
    .map((row) => ({
      ...(row as Omit<Key, "columns">),
      columns: JSON.parse(String(row.columns)) as string[],
    }))
    .filter((key) => key.columns.length > 1 && key.columns[0] === "organization_id");
}

describe("The database itself", () => {
  it("refuses a row of one organization that points at a row of another, for every key", async () => {
    const keys = await tenantKeys();
    expect(keys.length).toBeGreaterThan(50);
    const connection = await test.database.connect();
    const tried: string[] = [];
    for (const { name, table, columns, target } of keys) {
      const [, ...rest] = columns;
      const [foreign] = await connection.query(`SELECT * FROM ${target} WHERE organization_id = $1 LIMIT 1`, [
        there.organizationId,
      ]);
      const own = await connection.query(`SELECT 1 FROM ${table} WHERE organization_id = $1`, [
        here.organizationId,
      ]);
      expect(foreign, `${target} has a row`).toBeDefined();
      expect(own.length, `${table} has a row`).toBeGreaterThan(0);
      const assignments = rest.map((column, index) => `${column} = $${index + 2}`).join(", ");
      const failure = await connection
        .query(`UPDATE ${table} SET ${assignments} WHERE organization_id = $1`, [
          here.organizationId,
          ...rest.map(() => foreign?.id),
        ])
        .then(
          () => undefined,
          (refused: unknown) => refused,
        );
      expect(sqlState(failure), `${name} on ${table}`).toBe("23503");
      tried.push(name);
    }
    await connection.close();
    expect(tried).toHaveLength(keys.length);
  });

  it("names the key that refused, for the sentence a person reads", async () => {
    const { organizationId } = here;
    const failure = await test.client.team
      .create({ data: { organizationId, id: crypto.randomUUID(), name: "planted", parentId: there.teamId } })
      .catch((refused: unknown) => refused);
    expect(sqlState(failure)).toBe("23503");
    expect(refusedBy(failure)).toBe("team_organization_id_parent_id_fkey");
  });
});
