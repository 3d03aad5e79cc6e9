import "server-only";
import type { RowVerdict } from "@/lib/data/import-rows";
import {
  type KnownDeal,
  listKnownDeals,
  lockImportSource,
  upsertImportedDeals,
} from "@/lib/data/imported-deals";
import {
  clearImportedHistory,
  insertImportedResults,
  insertStageEntries,
  insertStagePasses,
} from "@/lib/data/imported-history";
import type { Scope } from "@/lib/data/scope";
import type { DealDraft, OutcomeDraft } from "@/lib/ingest/deal-draft";
import type { StageEntryDraft } from "@/lib/ingest/draft-stage-entries";
import { entriesOf, straighten } from "@/lib/ingest/entry-days";
import type { FunnelStage } from "@/lib/ingest/mapping";
import type { StepsInFile } from "@/lib/ingest/steps-in-file";
import { differs, historyRows, importedDeal } from "@/lib/usecases/importing/deal-rows";
import type { PlannedRows } from "@/lib/usecases/importing/planned-rows";

type Planned = Extract<PlannedRows, { kind: "stage-entries" }>;
type History = { rows: number[]; draft: DealDraft; there: KnownDeal };

/** What would become of the rows of a history file; rows of records nobody knows are kept back. */
export async function compareStageEntries(
  scope: Scope,
  importSourceId: string | null,
  planned: Planned,
): Promise<RowVerdict[]> {
  const byRecord = rowsByRecord(planned.drafts);
  const known =
    importSourceId === null ? [] : await listKnownDeals(scope, importSourceId, [...byRecord.keys()]);
  const funnelId = funnelOf(planned);
  const histories = historiesOf(planned, byRecord, known);
  const verdicts = histories.flatMap(({ rows, draft, there }) => {
    const deal = {
      ...importedDeal(draft, there, allKnown(planned.stages), idsOf(there, funnelId)),
      personId: there.personId,
    };
    const verdict = differs(draft, deal, there, funnelId) ? ("change" as const) : ("unchanged" as const);
    return rows.map((row) => ({ row, verdict, repair: null, sentence: null, recordId: there.id }));
  });
  const there = new Set(known.map(({ externalId }) => externalId));
  const unknown = planned.drafts.filter(({ record }) => !there.has(record));
  return [...verdicts, ...unknown.map(unknownRecord)];
}

/** Replaces the history of the records a piece of the file speaks of, inside the caller's transaction. */
export async function writeStageEntries(
  scope: Scope,
  importSourceId: string,
  planned: Planned,
  drafts: readonly StageEntryDraft[],
  now: Date,
): Promise<RowVerdict[]> {
  await lockImportSource(scope, importSourceId);
  const piece = { ...planned, drafts: [...drafts] };
  const verdicts = await compareStageEntries(scope, importSourceId, piece);
  const byRecord = rowsByRecord(drafts);
  const known = await listKnownDeals(scope, importSourceId, [...byRecord.keys()]);
  const changed = new Set(
    verdicts.filter(({ verdict }) => verdict === "change").map(({ recordId }) => recordId),
  );
  const funnelId = funnelOf(planned);
  const steps = allKnown(planned.stages);
  const written = historiesOf(piece, byRecord, known)
    .filter(({ there }) => changed.has(there.id))
    .map(({ draft, there }) => ({ draft, deal: importedDeal(draft, there, steps, idsOf(there, funnelId)) }));
  if (written.length === 0) return verdicts;
  const into = { funnelId, importSourceId, recordedAt: now };
  await upsertImportedDeals(
    scope,
    into,
    written.map(({ deal }) => deal),
  );
  await clearImportedHistory(
    scope,
    importSourceId,
    written.map(({ deal }) => deal.id),
  );
  const history = written.map(({ draft, deal }) => historyRows(draft, deal, planned.stages, steps));
  const owner = new Map(drafts.map(({ record, stage, person }) => [`${record}|${stage}`, person]));
  const externalId = new Map(written.map(({ deal }) => [deal.id, deal.externalId]));
  // Credit goes to whoever owned the record when it entered, where the file says who that was.
  const credited = <Row extends { dealId: string; stageId: string; personId: string }>(row: Row): Row => ({
    ...row,
    personId: owner.get(`${externalId.get(row.dealId)}|${row.stageId}`) ?? row.personId,
  });
  await insertStageEntries(
    scope,
    now,
    history.flatMap(({ entries }) => entries.map(credited)),
  );
  await insertStagePasses(
    scope,
    funnelId,
    history.flatMap(({ passes }) => passes.map(credited)),
  );
  await insertImportedResults(
    scope,
    into,
    history.flatMap(({ results }) => results),
  );
  return verdicts;
}

/** Rows of one record stay together in a piece: a history is written whole. */
export function recordPieces(drafts: readonly StageEntryDraft[], size: number): StageEntryDraft[][] {
  const cut: StageEntryDraft[][] = [];
  for (const rows of rowsByRecord(drafts).values()) {
    const piece = cut.at(-1);
    if (piece === undefined || piece.length + rows.length > size) cut.push([...rows]);
    else piece.push(...rows);
  }
  return cut;
}

function rowsByRecord(drafts: readonly StageEntryDraft[]): Map<string, StageEntryDraft[]> {
  const byRecord = new Map<string, StageEntryDraft[]>();
  for (const draft of drafts) {
    const rows = byRecord.get(draft.record);
    if (rows) rows.push(draft);
    else byRecord.set(draft.record, [draft]);
  }
  return byRecord;
}

function historiesOf(
  planned: Planned,
  byRecord: ReadonlyMap<string, StageEntryDraft[]>,
  known: readonly KnownDeal[],
): History[] {
  return known.map((there) => {
    const rows = byRecord.get(there.externalId) ?? [];
    return { rows: rows.map(({ row }) => row), draft: draftOf(there, rows, planned.stages), there };
  });
}

/** The record as it is, with the history of the file: first visits count, a loss followed by another visit is undone. */
function draftOf(
  there: KnownDeal,
  rows: readonly StageEntryDraft[],
  funnel: readonly FunnelStage[],
): DealDraft {
  const chain = funnel.filter(({ category }) => category !== "lost");
  const position = new Map(chain.map(({ key }, index) => [key, index]));
  const won = chain.find(({ category }) => category === "won")?.key ?? "";
  const days = new Map<string, string>();
  for (const { stage, day } of rows) {
    const first = days.get(stage);
    if (stage !== "lost" && (first === undefined || day < first)) days.set(stage, day);
  }
  const inOrder = [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.row - b.row));
  const last = inOrder.at(-1);
  straighten(days, position);
  const wonOn = days.get(won);
  const lostOn = last?.stage === "lost" ? last.day : there.status === "lost" ? there.lostOn : null;
  const isLost = wonOn === undefined && (last?.stage === "lost" || there.status === "lost");
  const entries = entriesOf(days, position, isLost ? lostOn : null);
  const furthest = entries.at(-1)?.stage ?? null;
  const current = inOrder.findLast(({ stage }) => stage !== "lost")?.stage ?? there.stageId;
  const outcome: OutcomeDraft =
    wonOn !== undefined
      ? { status: "won", on: wonOn }
      : isLost
        ? { status: "lost", on: lostOn, at: furthest }
        : { status: "open" };
  return {
    row: rows[0]?.row ?? 0,
    externalId: there.externalId,
    name: there.name,
    person: there.personId,
    source: there.source as DealDraft["source"],
    product: there.productId,
    account: there.parentId,
    valueMinor: there.valueMinor,
    createdOn: there.createdOn,
    createdOnKnown: true,
    expectedCloseOn: there.expectedCloseOn,
    stage: outcome.status === "won" ? won : outcome.status === "lost" ? furthest : current,
    outcome,
    entries,
  };
}

/** A file of stage entries tells every step. */
function allKnown(stages: readonly FunnelStage[]): StepsInFile {
  const chain = stages.filter(({ category }) => category !== "lost").map(({ key }) => key);
  const steps = chain.slice(1).map((to, index) => ({ from: chain[index] ?? "", to, known: true }));
  return { dated: new Set(chain), steps };
}

function idsOf(there: KnownDeal, funnelId: string) {
  // Product and parent of the record are ids already.
  return { funnelId, currency: there.currency, person: same, product: same, parent: same };
}

const same = (id: string) => id;

function funnelOf({ answers }: Planned): string {
  return answers.funnel && "existing" in answers.funnel ? answers.funnel.existing : "";
}

function unknownRecord({ row, record }: StageEntryDraft): RowVerdict {
  const sentence = `“${record}”. Kept back: a record that is not known here. Import the deals first.`;
  return { row, verdict: "reject", repair: "unknown-record", sentence, recordId: null };
}
