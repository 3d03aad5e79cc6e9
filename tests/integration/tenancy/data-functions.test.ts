import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Scope } from "@/lib/data/scope";
import { cases } from "@/tests/integration/tenancy/cases";
import { testDatabase } from "@/tests/support/database/test-database";
import type { Company } from "@/tests/support/factories/company";

const test = testDatabase();

/** Files of lib/data that hold no function of a table. */
const machinery = new Set(["scope", "transaction", "visibility"]);
const folder = path.resolve("lib/data");

const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => entry.name.replace(/\.ts$/, ""))
  .filter((name) => !machinery.has(name));

const modules = await Promise.all(
  names.map(
    async (name) =>
      [name, (await import(path.join(folder, `${name}.ts`))) as Record<string, unknown>] as const,
  ),
);
const functions = modules.flatMap(([name, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => typeof value === "function")
    .map(([key]) => `${name}.${key}`),
);

describe("Every function of lib/data", () => {
  it("has a case in tests/integration/tenancy/cases, and every case its function", () => {
    expect(functions.filter((name) => cases[name] === undefined)).toEqual([]);
    expect(Object.keys(cases).filter((name) => !functions.includes(name))).toEqual([]);
    expect(functions.length).toBeGreaterThan(30);
  });

  for (const [name, given] of Object.entries(cases)) {
    if ("global" in given) continue;
    it(`keeps to its organization: ${name}`, async () => {
      const { here, there } = await test.twoOrganizations();
      const marks = { own: await marksOf(here), foreign: await marksOf(there) };
      const before = await contentOf(there);
      const scope = await test.scopeFor(here, { userId: here.userId, membershipId: here.membershipId });

      const own = textOf(await given.call(scope, here));
      expect(marks.foreign.filter((mark) => own.includes(mark))).toEqual([]);
      if (given.answers === "rows") {
        expect(
          marks.own.some((mark) => own.includes(mark)),
          `answers something of its own: ${own}`,
        ).toBe(true);
      }

      const foreign = textOf(await answerOrRefusal(given.call, scope, there));
      expect(marks.foreign.filter((mark) => foreign.includes(mark))).toEqual([]);
      expect(await contentOf(there)).toEqual(before);
    });
  }
});

/** A refusal by a key is as good as an empty answer; what it says is not shown to anybody. */
async function answerOrRefusal(
  call: (scope: Scope, company: Company) => unknown,
  scope: Scope,
  company: Company,
): Promise<unknown> {
  try {
    return await call(scope, company);
  } catch {
    return null; // what matters is that nothing of the other company was answered or changed
  }
}

/** Every id and every name of a company: none may be seen by the other. */
async function marksOf(company: Company): Promise<string[]> {
  const content = JSON.stringify(await contentOf(company));
  const ids = content.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
  return [...new Set(ids), `${company.word} `, `${company.word}.`, `${company.word}-`];
}

/** All rows of a company in every tenant table, and its user's in the global ones. */
async function contentOf(company: Company): Promise<Record<string, unknown[]>> {
  const connection = await test.database.connect();
  const content: Record<string, unknown[]> = {};
  const tables = [
    ...test.tenantTables.map((table) => [table, "organization_id", company.organizationId] as const),
    ["app_user", "id", company.userId] as const,
    ["session_version", "user_id", company.userId] as const,
  ];
  for (const [table, column, id] of tables) {
    content[table] = await connection.query(
      `SELECT t::text AS row FROM ${table} t WHERE ${column} = $1::uuid ORDER BY 1`,
      [id],
    );
    expect(content[table].length, `${table} has a row`).toBeGreaterThan(0);
  }
  await connection.close();
  return content;
}

function textOf(answer: unknown): string {
  const text = JSON.stringify(answer, (_, value: unknown) =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value,
  );
  return text ?? "";
}
