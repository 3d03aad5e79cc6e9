import "server-only";
import { uuidv7 } from "uuidv7";
import { insertImportRows } from "@/lib/data/import-rows";
import { changeImport, createImport } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";
import type { ImportKind } from "@/lib/ingest/fields";
import { readTable } from "@/lib/ingest/read-table";
import { suggestMapping } from "@/lib/ingest/suggest-mapping";
import { answersOfKind } from "@/lib/usecases/importing/answers";
import { gatherKnown } from "@/lib/usecases/importing/known";
import { firstAnswers, sourceNameOf } from "@/lib/usecases/importing/suggest-answers";

export type Upload = {
  fileName: string;
  bytes: Uint8Array;
  /** what the sender announced, where it did */
  sentBytes?: number;
  /** what the sender says it is; told from its columns otherwise */
  kind?: ImportKind;
};

export type StagedImport = { ok: true; id: string } | { ok: false; id: string; sentence: string };

/**
 * Takes a file in: reads it, suggests what its columns are and keeps its rows as they were sent. Nothing of the
 * organization's data changes. A file that cannot be read is kept as a refused import with its sentence.
 */
export async function stageImport(scope: Scope, upload: Upload, now: Date): Promise<StagedImport> {
  const id = uuidv7();
  const base = {
    id,
    kind: upload.kind ?? "deals",
    fileName: fileNameOf(upload.fileName),
    bytes: upload.bytes.length,
    membershipId: scope.actor.kind === "user" ? scope.actor.membershipId : null,
    createdAt: now,
  };
  const refusal = async (sentence: string): Promise<StagedImport> => {
    await createImport(scope, { ...base, rows: 0, status: "failed", detected: { sentence } });
    return { ok: false, id, sentence };
  };
  const read = readTable(upload.bytes, upload.sentBytes);
  if (!read.ok) return refusal(read.sentence);
  const { table } = read;
  const known = await gatherKnown(scope);
  const names = {
    people: known.people.map(({ name }) => name),
    stages: known.funnels.flatMap(({ stages }) => stages.map(({ name }) => name)),
    currency: known.organization.currency,
  };
  const suggested = suggestMapping(table, names, upload.kind);
  if (!suggested.ok) return refusal(suggested.sentence);
  const { mapping } = suggested;
  const source = known.sources.find(({ name }) => name === sourceNameOf(mapping.source));
  const answers = firstAnswers(table, mapping, known, answersOfKind(source?.mapping, mapping.kind));
  // Refused until the last row is stored: an upload that dies half-way is never taken for a whole file.
  const rows = table.rows.length;
  await createImport(scope, {
    ...base,
    kind: mapping.kind,
    rows,
    status: "failed",
    detected: { sentence: stopped },
  });
  await insertImportRows(scope, id, table.rows);
  const columns = mapping.columns.map(({ examples, recognised, question }) => ({
    examples,
    recognised,
    question,
  }));
  const detected = { headings: table.headings, facts: table.facts, columns };
  await changeImport(scope, id, ["failed"], { status: "staged", detected, mapping: answers });
  return { ok: true, id };
}

const stopped =
  "The server stopped before the whole file was stored. Nothing was changed. Send the file again.";

/** A name for lists and sentences: the last part of a path, without what no name holds. */
function fileNameOf(sent: string): string {
  const last = sent.split(/[\\/]/).at(-1) ?? "";
  const clean = last.replace(/\p{C}/gu, "").trim().slice(0, 120);
  return clean === "" ? "file.csv" : clean;
}
