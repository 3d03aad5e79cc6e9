import "server-only";
import { listRejectedRows, type RejectedRow } from "@/lib/data/import-rows";
import { getImport } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";
import { rejectedCsv } from "@/lib/ingest/rejected-csv";
import { readDetected } from "@/lib/usecases/importing/detected";

const PAGE = 5000;

/** Rows of an import that were not taken, as a CSV to mend and send again. Null when there is no such import. */
export async function rejectedRows(scope: Scope, importId: string): Promise<string | null> {
  const record = await getImport(scope, importId);
  if (record === null) return null;
  const detected = readDetected(record.detected);
  if ("sentence" in detected) return null;
  const all: RejectedRow[] = [];
  for (let after = 0; ; ) {
    const page = await listRejectedRows(scope, importId, { after, limit: PAGE });
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.row;
  }
  return rejectedCsv(detected.headings, all);
}
