import "server-only";
import { listExchangeRates } from "@/lib/data/exchange-rates";
import type { ImportRecord } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";
import { type ActivityDraft, draftActivities, draftCounts } from "@/lib/ingest/draft-activities";
import { type DealDrafts, draftDeals } from "@/lib/ingest/draft-deals";
import { draftPeople, type PersonDraft } from "@/lib/ingest/draft-people";
import { draftStageEntries, type StageEntryDraft } from "@/lib/ingest/draft-stage-entries";
import type { FunnelStage, ImportMapping } from "@/lib/ingest/mapping";
import type { FileTable } from "@/lib/ingest/read-table";
import type { Rejection } from "@/lib/ingest/rejection";
import type { DraftContext } from "@/lib/ingest/row-reader";
import { type ImportAnswers, readAnswers } from "@/lib/usecases/importing/answers";
import { stagedTable } from "@/lib/usecases/importing/detected";
import { gatherKnown, type Known, stagesOf } from "@/lib/usecases/importing/known";
import { personResolver } from "@/lib/usecases/importing/people-in-file";
import { mappingColumns } from "@/lib/usecases/importing/suggest-answers";

/** The rows of a staged file under its answers: what would be written, and what would not and why. */
export type PlannedRows = {
  table: FileTable;
  answers: ImportAnswers;
  known: Known;
  stages: FunnelStage[];
  rejections: Rejection[];
  leftOut: number;
} & (
  | { kind: "deals"; deals: DealDrafts }
  | { kind: "people"; drafts: PersonDraft[] }
  | { kind: "activities" | "counts"; drafts: ActivityDraft[] }
  | { kind: "stage-entries"; drafts: StageEntryDraft[] }
);

export async function planRows(
  scope: Scope,
  record: ImportRecord,
  today: string,
): Promise<{ ok: true; planned: PlannedRows } | { ok: false; sentence: string }> {
  const answers = readAnswers(record.mapping);
  const table = await stagedTable(scope, record);
  if ("sentence" in table) return { ok: false, sentence: table.sentence };
  if (answers === null) {
    return {
      ok: false,
      sentence: "This file was staged by another version. Nothing was changed. Send it again.",
    };
  }
  const known = await gatherKnown(scope);
  const context = await contextOf(scope, answers, known, today);
  const stages = stagesOf(answers.funnel, known.funnels);
  const mapping: ImportMapping = {
    ...answers,
    columns: mappingColumns(answers),
    // An open question keeps its rows back: a date that needs the order is refused by its own day then.
    dateOrder: answers.dateOrder === "ask" ? "iso" : answers.dateOrder,
    decimal: answers.decimal === "ask" ? "point" : answers.decimal,
  };
  const base = { table, answers, known, stages };
  switch (answers.kind) {
    case "deals": {
      const deals = draftDeals(table, mapping, stages, context);
      return planned({ ...base, kind: "deals", deals, rejections: deals.rejections, leftOut: 0 });
    }
    case "people":
      return planned({
        ...base,
        kind: "people",
        ...draftPeople(table, mapping, context, known.organization.fiscalYearStartMonth),
      });
    case "stage-entries":
      return planned({
        ...base,
        kind: "stage-entries",
        ...draftStageEntries(table, mapping, stages, context),
      });
    default: {
      const typeOf = typeResolver(answers);
      const draft = answers.kind === "counts" ? draftCounts : draftActivities;
      return planned({ ...base, kind: answers.kind, ...draft(table, mapping, context, typeOf) });
    }
  }
}

function planned(rows: PlannedRows): { ok: true; planned: PlannedRows } {
  return { ok: true, planned: rows };
}

function typeResolver(answers: ImportAnswers): (word: string) => string | null {
  const byWord = new Map(answers.types.map(({ value, becomes }) => [value, becomes]));
  return (word) => byWord.get(word) ?? null;
}

async function contextOf(
  scope: Scope,
  answers: ImportAnswers,
  known: Known,
  today: string,
): Promise<DraftContext> {
  const rates = await listExchangeRates(scope);
  return {
    today,
    zone: known.organization.zone,
    currency: known.organization.currency,
    // The newest rate on or before the day: rates are entered by hand and not every day.
    rateOn: (currency, day) =>
      rates.findLast((rate) => rate.currency === currency && rate.day <= day)?.rate ?? null,
    person: personResolver(known.people, answers.people),
  };
}
