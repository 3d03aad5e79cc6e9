import "server-only";
import { z } from "zod";
import { executeSql, queryRows, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

export type StagedRow = { row: number; cells: string[] };
export type Verdict = "create" | "change" | "unchanged" | "reject";
export type RowVerdict = {
  row: number;
  verdict: Verdict;
  repair: string | null;
  sentence: string | null;
  recordId: string | null;
};

/** Rows per statement: one bound value of a few hundred kilobytes. */
const PIECE = 2000;

const stagedRow = z.object({ row: z.number(), cells: z.array(z.string()) });

/** Stages rows as they were sent. One statement a piece: multi-row VALUES would bind four values a row. */
export async function insertImportRows(
  scope: Scope,
  importId: string,
  rows: readonly StagedRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += PIECE) {
    const piece = rows.slice(from, from + PIECE).map(({ row, cells }) => [row, cells]);
    await executeSql(
      scope,
      sql`INSERT INTO import_row (organization_id, import_id, row_number, cells)
          SELECT ${scope.organizationId}::uuid, ${importId}::uuid, (sent ->> 0)::int, sent -> 1
          FROM jsonb_array_elements(${JSON.stringify(piece)}::jsonb) AS sent`,
    );
  }
}

/** Staged rows after a row number, in order. */
export function listImportRows(
  scope: Scope,
  importId: string,
  page: { after: number; limit: number },
): Promise<StagedRow[]> {
  return queryRows(
    scope,
    sql`SELECT row_number AS row, cells FROM import_row
        WHERE organization_id = ${scope.organizationId}::uuid AND import_id = ${importId}::uuid
          AND row_number > ${page.after}
        ORDER BY row_number LIMIT ${page.limit}`,
    stagedRow,
  );
}

/** What became, or would become, of each row. */
export async function setVerdicts(
  scope: Scope,
  importId: string,
  verdicts: readonly RowVerdict[],
): Promise<void> {
  for (let from = 0; from < verdicts.length; from += PIECE) {
    const piece = verdicts
      .slice(from, from + PIECE)
      .map(({ row, recordId, ...rest }) => ({ row_number: row, record_id: recordId, ...rest }));
    await executeSql(
      scope,
      sql`UPDATE import_row AS staged
          SET verdict = said.verdict, sentence = said.sentence, repair = said.repair, record_id = said.record_id
          FROM jsonb_to_recordset(${JSON.stringify(piece)}::jsonb)
            AS said(row_number int, verdict text, sentence text, repair text, record_id uuid)
          WHERE staged.organization_id = ${scope.organizationId}::uuid AND staged.import_id = ${importId}::uuid
            AND staged.row_number = said.row_number`,
    );
  }
}

const rejectedRow = stagedRow.extend({ repair: z.string(), sentence: z.string() });
export type RejectedRow = z.infer<typeof rejectedRow>;

/** Rows that were not taken, as they were sent, in order. */
export function listRejectedRows(
  scope: Scope,
  importId: string,
  page: { after: number; limit: number },
): Promise<RejectedRow[]> {
  return queryRows(
    scope,
    sql`SELECT row_number AS row, cells, repair, sentence FROM import_row
        WHERE organization_id = ${scope.organizationId}::uuid AND import_id = ${importId}::uuid
          AND verdict = 'reject' AND row_number > ${page.after}
        ORDER BY row_number LIMIT ${page.limit}`,
    rejectedRow,
  );
}
