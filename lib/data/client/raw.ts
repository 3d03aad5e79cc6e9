import "server-only";
import { z } from "zod";
import { dayFromColumn } from "@/lib/data/client/day-column";
import { Prisma } from "@/lib/data/client/generated/client";
import { refuseUnboundSql } from "@/lib/data/client/raw-check";
import { safeInteger } from "@/lib/data/client/safe-integer";
import type { Scope } from "@/lib/data/scope";

/** A statement with its values bound, as sql`…` makes it. */
export type Sql = Prisma.Sql;

/** Tagged template: every `${value}` is a bound parameter, a nested sql`…` is spliced. */
export const sql = Prisma.sql;

/** `${joined([a, b])}` → `$1,$2`; throws on an empty list, which SQL cannot say. */
export const joined = Prisma.join;

/** A fragment that adds nothing, for conditions that do not apply. */
export const nothing = Prisma.empty;

/** A date column in a row schema: answers "YYYY-MM-DD". */
export const dayColumn = z.date().transform(dayFromColumn);

type RawHandle = {
  $queryRaw(statement: Sql): Promise<unknown[]>;
  $executeRaw(statement: Sql): Promise<number>;
};

/**
 * Rows of a raw statement, each checked against a zod schema; bigint columns arrive as safe integers.
 * The text must contain `organization_id = ${scope.organizationId}`; anything else is refused before it is sent.
 *
 * @example
 * queryRows(scope, sql`SELECT id, name FROM team WHERE organization_id = ${scope.organizationId}`, teamRow)
 */
export async function queryRows<Row>(
  scope: Scope,
  statement: Sql,
  rowSchema: z.ZodType<Row>,
): Promise<Row[]> {
  refuseUnboundSql(statement, scope.organizationId);
  const rows = await rawHandle(scope).$queryRaw(statement);
  return rows.map((row, index) => {
    const parsed = rowSchema.safeParse(withSafeIntegers(row));
    if (parsed.success) return parsed.data;
    throw new Error(
      `Row ${index} of «${statement.sql.replace(/\s+/g, " ").trim().slice(0, 160)}» is not what its schema says:\n` +
        z.prettifyError(parsed.error),
    );
  });
}

/** Runs a raw statement that answers no rows; returns how many it touched. Same rule as queryRows. */
export async function executeSql(scope: Scope, statement: Sql): Promise<number> {
  refuseUnboundSql(statement, scope.organizationId);
  // Awaited here: Prisma sends a statement only when somebody waits for it.
  return await rawHandle(scope).$executeRaw(statement);
}

/** The scope's type hides raw SQL so that this file is the only way to it; the guard checks the text once more. */
function rawHandle(scope: Scope): RawHandle {
  return scope.db as unknown as RawHandle;
}

function withSafeIntegers(value: unknown): unknown {
  if (typeof value === "bigint") return safeInteger(value);
  if (Array.isArray(value)) return value.map(withSafeIntegers);
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSafeIntegers(inner)]));
  }
  return value;
}
