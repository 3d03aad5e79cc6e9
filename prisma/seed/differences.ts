import type { TableName } from "@/prisma/seed/insert-rows";
import type { CompanyRows } from "@/prisma/seed/rows";

/** Tables whose rows change as time goes on; all others only get new rows. */
export const CHANGING = ["period", "deal", "stageEntry", "stagePass"] as const;
export type ChangingTable = (typeof CHANGING)[number];

export interface Differences {
  added: CompanyRows;
  changed: Pick<CompanyRows, ChangingTable>;
}

/** What has to be inserted and updated so that a database that holds `before` holds `after`. */
export function differences(before: CompanyRows, after: CompanyRows): Differences {
  const tables = Object.keys(after) as TableName[];
  const known = new Map(
    tables.map((table) => [
      table,
      new Map((before[table] as object[]).map((row) => [keyOf(table, row), JSON.stringify(row)])),
    ]),
  );
  const rowsOf = (
    names: readonly TableName[],
    wanted: (before: string | undefined, row: object) => boolean,
  ) =>
    Object.fromEntries(
      names.map((table) => [
        table,
        (after[table] as object[]).filter((row) => wanted(known.get(table)?.get(keyOf(table, row)), row)),
      ]),
    );
  return {
    added: rowsOf(tables, (there) => there === undefined) as unknown as CompanyRows,
    changed: rowsOf(
      CHANGING,
      (there, row) => there !== undefined && there !== JSON.stringify(row),
    ) as unknown as Differences["changed"],
  };
}

/** What makes a row itself within its company. */
function keyOf(table: TableName, row: object): string {
  const fields = row as Record<string, unknown>;
  if (table === "stagePass") return `${fields.dealId} ${fields.stageId}`;
  if (table === "activityDay") {
    return `${fields.personId} ${fields.day} ${fields.activityTypeId} ${fields.outcome}`;
  }
  if (table === "setting") return String(fields.key);
  return String(fields.id ?? fields.organizationId);
}
