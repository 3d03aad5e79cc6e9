import "server-only";
import { uuidv7 } from "uuidv7";
import { appendAuditEntry } from "@/lib/data/audit";
import { type RowVerdict, setVerdicts } from "@/lib/data/import-rows";
import { ensureImportSource, rememberMapping } from "@/lib/data/import-sources";
import { changeImport, getImport, type ImportRecord, raiseDataVersion } from "@/lib/data/imports";
import { createFunnel } from "@/lib/data/new-funnel";
import { insertPeople } from "@/lib/data/person-names";
import { mergeProduct } from "@/lib/data/products";
import type { Scope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { stageKey } from "@/lib/ingest/suggest-stages";
import { ensureDay } from "@/lib/usecases/ensure-day";
import { type ImportAnswers, withAnswers } from "@/lib/usecases/importing/answers";
import { existingFunnelId } from "@/lib/usecases/importing/compare-rows";
import { newPersonKey } from "@/lib/usecases/importing/people-in-file";
import { type PlannedRows, planRows } from "@/lib/usecases/importing/planned-rows";
import {
  type ImportReport,
  readReport,
  rejectionVerdicts,
  reportOf,
  tallied,
} from "@/lib/usecases/importing/report";
import { type WritePiece, writePieces } from "@/lib/usecases/importing/write-pieces";
import { withKnownFunnels } from "@/lib/usecases/preview-import";

export type CommitClock = { today: string; now: Date };

/**
 * Writes a previewed file: first what its rows lean on (source, funnel, people, merged spellings), then the rows in
 * pieces, each in one transaction with its progress. Stopped at any point and called again, it goes on behind the
 * last piece that was stored. Rows that say nothing new write nothing.
 */
export async function commitImport(scope: Scope, id: string, clock: CommitClock): Promise<ImportReport> {
  const record = await getImport(scope, id);
  if (record === null || record.status !== "committing") {
    throw new Error("Only an import that was begun can be written.");
  }
  const prepared = record.importSourceId === null ? await prepare(scope, record, clock) : record;
  const planned = await plannedOf(scope, prepared, clock.today);
  let report = readReport(prepared.counts) ?? reportOf(planned);
  for (const piece of writePieces(planned, prepared, clock)) {
    if (piece.lastRow <= prepared.progress) continue;
    report = await writePiece(scope, id, piece, report);
  }
  await finish(scope, prepared, planned, report, clock);
  await ensureDay(scope, clock.today);
  return report;
}

/** Lets the writing of a previewed import begin; a second press, or somebody else's, is told so. */
export async function beginImport(
  scope: Scope,
  id: string,
): Promise<{ ok: true } | { ok: false; sentence: string }> {
  if (await changeImport(scope, id, ["mapped"], { status: "committing", progress: 0 })) return { ok: true };
  const record = await getImport(scope, id);
  if (record?.status === "committing") return { ok: true };
  const sentence =
    record?.status === "committed"
      ? "This file was imported already. Nothing was changed again."
      : "This file has no preview yet. Nothing was changed; please preview it first.";
  return { ok: false, sentence };
}

async function writePiece(
  scope: Scope,
  id: string,
  piece: WritePiece,
  before: ImportReport,
): Promise<ImportReport> {
  return inTransaction(
    scope,
    async (inside) => {
      const verdicts: RowVerdict[] = await piece.write(inside);
      const report = tallied(before, verdicts);
      await setVerdicts(inside, id, verdicts);
      const going = await changeImport(inside, id, ["committing"], {
        progress: piece.lastRow,
        counts: report,
      });
      if (!going) throw new Error("The import was ended by somebody else while a piece was written.");
      return report;
    },
    { retry: true },
  );
}

/** What the rows lean on, in one transaction; from then on the answers hold ids. */
async function prepare(scope: Scope, record: ImportRecord, clock: CommitClock): Promise<ImportRecord> {
  const planned = await plannedOf(scope, record, clock.today);
  return inTransaction(
    scope,
    async (inside) => {
      const { answers } = planned;
      const source = await ensureImportSource(inside, { name: answers.sourceName, product: answers.source });
      const withFunnel = await makeFunnel(inside, answers, planned);
      const settled = await makePeople(inside, withFunnel, planned, clock.now);
      for (const { value, keep } of settled.products)
        if (value !== keep) await mergeProduct(inside, value, keep);
      const counts = reportOf(planned);
      await setVerdicts(inside, record.id, rejectionVerdicts(planned.rejections));
      const change = {
        importSourceId: source.id,
        funnelId: existingFunnelId(settled),
        mapping: settled,
        counts,
      };
      await changeImport(inside, record.id, ["committing"], change);
      return { ...record, ...change };
    },
    { retry: true },
  );
}

async function plannedOf(scope: Scope, record: ImportRecord, today: string): Promise<PlannedRows> {
  const rows = await planRows(scope, record, today);
  if (!rows.ok) throw new Error(`A previewed import can no longer be read: ${rows.sentence}`);
  return withKnownFunnels(rows.planned);
}

async function makeFunnel(
  scope: Scope,
  answers: ImportAnswers,
  { known }: PlannedRows,
): Promise<ImportAnswers> {
  const { funnel } = answers;
  if (funnel === null || "existing" in funnel) return answers;
  const stages = funnel.make.stages.map((stage) => ({ ...stage, id: uuidv7() }));
  const id = uuidv7();
  await createFunnel(scope, {
    id,
    name: funnel.make.name,
    slug: freeSlug(stageKey(funnel.make.name), new Set(known.funnels.map(({ slug }) => slug))),
    position: known.funnels.length,
    stages: withSlugs(stages),
  });
  const idOf = new Map(stages.map(({ key, id: stageId }) => [key, stageId]));
  return {
    ...answers,
    funnel: { existing: id },
    stages: answers.stages.map(({ value, becomes }) => {
      if (becomes === null || becomes === "lost") return { value, becomes };
      return { value, becomes: { stage: idOf.get(becomes.stage) ?? becomes.stage } };
    }),
  };
}

function withSlugs<Stage extends { name: string }>(stages: readonly Stage[]): (Stage & { slug: string })[] {
  const taken = new Set<string>();
  return stages.map((stage) => {
    const slug = freeSlug(stageKey(stage.name), taken);
    taken.add(slug);
    return { ...stage, slug };
  });
}

function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Makes the people who were called new and have at least one row that is taken. */
async function makePeople(
  scope: Scope,
  answers: ImportAnswers,
  planned: PlannedRows,
  now: Date,
): Promise<ImportAnswers> {
  if (planned.kind === "people") return answers; // a row of that file is a person
  const named = new Set(
    planned.kind === "deals"
      ? planned.deals.drafts.map(({ person }) => person)
      : planned.drafts.map(({ person }) => person),
  );
  const ids = new Map<string, string>();
  const people = answers.people.map((answer) => {
    const key = newPersonKey(answer.name, answer.email);
    if (answer.becomes !== "new" || !named.has(key)) return answer;
    const id = ids.get(key) ?? uuidv7();
    ids.set(key, id);
    return { ...answer, becomes: { person: id } };
  });
  const made = [...ids.values()].map((id) => {
    const answer = people.find(
      ({ becomes }) => becomes !== null && typeof becomes === "object" && becomes.person === id,
    );
    const email = answer?.email || null;
    return { id, name: answer?.name || (email ?? ""), email, externalId: null, startOn: null };
  });
  await insertPeople(scope, made, now);
  return { ...answers, people };
}

async function finish(
  scope: Scope,
  record: ImportRecord,
  { answers, known }: PlannedRows,
  report: ImportReport,
  clock: CommitClock,
): Promise<void> {
  await inTransaction(
    scope,
    async (inside) => {
      const ended = await changeImport(inside, record.id, ["committing"], {
        status: "committed",
        committedAt: clock.now,
      });
      if (!ended) return; // two that resumed at once: the other one has finished
      if (record.importSourceId !== null) {
        const source = known.sources.find(({ id }) => id === record.importSourceId);
        const mapping = withAnswers(source?.mapping, answers);
        await rememberMapping(inside, { id: record.importSourceId, mapping, lastImportedAt: clock.now });
      }
      await raiseDataVersion(inside);
      const { created, updated, unchanged, rejected } = report;
      const details = { kind: record.kind, fileName: record.fileName, created, updated, unchanged, rejected };
      await appendAuditEntry(
        inside,
        "import-data",
        { subject: "import", subjectId: record.id, details },
        clock.now,
      );
    },
    { retry: true },
  );
}
