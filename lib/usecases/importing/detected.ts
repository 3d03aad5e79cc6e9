import "server-only";
import { z } from "zod";
import { listImportRows } from "@/lib/data/import-rows";
import type { ImportRecord } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";
import type { FileFacts, FileRow, FileTable } from "@/lib/ingest/read-table";

const rows = z.array(z.number()).max(1_000_000);

/** What was found in a file, beside its rows: stored with the import. */
const detectedFile = z.object({
  headings: z.array(z.string()).max(500),
  facts: z.object({
    bytes: z.number(),
    encoding: z.enum(["UTF-8", "UTF-16 LE", "UTF-16 BE", "Windows-1252"]),
    delimiter: z.enum([",", ";", "\t", "|"]),
    records: z.number(),
    headingRow: z.number(),
    rowsBeforeHeadings: rows,
    emptyRows: rows,
    repeatedHeadingRows: rows,
    footerRows: rows,
  }) satisfies z.ZodType<FileFacts>,
  /** what was suggested, to be shown beside what was answered */
  columns: z
    .array(
      z.object({
        examples: z.array(z.string()).max(2),
        recognised: z.enum(["heading", "values", "answer"]),
        question: z
          .object({
            sentence: z.string(),
            choices: z.array(z.object({ field: z.string().nullable(), label: z.string() })).max(10),
          })
          .nullable(),
      }),
    )
    .max(500),
});
export type DetectedFile = z.infer<typeof detectedFile>;

/** Why a file was refused, when it was. */
const refusedFile = z.object({ sentence: z.string() });

export function readDetected(stored: unknown): DetectedFile | { sentence: string } {
  const parsed = detectedFile.safeParse(stored);
  if (parsed.success) return parsed.data;
  const refused = refusedFile.safeParse(stored);
  if (refused.success) return refused.data;
  throw new Error("An import was stored without what was found in its file.");
}

const PAGE = 5000;

/** The staged file as a table again, or the sentence it was refused with. */
export async function stagedTable(
  scope: Scope,
  record: ImportRecord,
): Promise<FileTable | { sentence: string }> {
  const detected = readDetected(record.detected);
  if ("sentence" in detected) return detected;
  const all: FileRow[] = [];
  for (let after = 0; ; ) {
    const page = await listImportRows(scope, record.id, { after, limit: PAGE });
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.row;
  }
  return { headings: detected.headings, rows: all, facts: detected.facts };
}
