import type { Scope } from "@/lib/data/scope";
import { toColumns } from "@/prisma/seed/columns";
import { insertInBulk, isBulkTable } from "@/prisma/seed/insert-in-bulk";
import type { CompanyRows } from "@/prisma/seed/rows";

export type TableName = keyof CompanyRows;

/** The order in which tables can be written: what is pointed at comes first. The state of the sample comes last. */
export const WRITING_ORDER: Exclude<TableName, "organization" | "setting">[] = [
  "team",
  "person",
  "membership",
  "teamRole",
  "personPosition",
  "assignment",
  "holiday",
  "timeOff",
  "period",
  "funnel",
  "stage",
  "activityType",
  "activityOutcome",
  "product",
  "parent",
  "quota",
  "goal",
  "deal",
  "dealChange",
  "stageEntry",
  "stagePass",
  "result",
  "credit",
  "activity",
  "activityDay",
];

/** A statement may hold 32,767 values; the widest row has nineteen. */
const ROWS_PER_STATEMENT = 1000;

interface Insertable {
  createMany(args: { data: object[]; skipDuplicates: boolean }): Promise<{ count: number }>;
}

/**
 * Inserts rows that may be there already and answers how many were not. Ids are functions of the story, so whatever
 * was written before an interruption is left alone and the rest is added.
 */
export async function insertRows<Table extends TableName>(
  scope: Scope,
  table: Table,
  rows: CompanyRows[Table],
): Promise<number> {
  if (isBulkTable(table)) return insertInBulk(scope, table, rows);
  // One generic statement for every table: Prisma types each table's rows, and has no type for "any of them".
  const target = scope.db[table] as unknown as Insertable;
  let inserted = 0;
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const data = rows.slice(start, start + ROWS_PER_STATEMENT).map(toColumns);
    inserted += (await target.createMany({ data, skipDuplicates: true })).count;
  }
  return inserted;
}
