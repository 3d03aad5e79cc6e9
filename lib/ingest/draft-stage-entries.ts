import type { FunnelStage, ImportMapping } from "@/lib/ingest/mapping";
import { nameKey } from "@/lib/ingest/names";
import type { FileTable } from "@/lib/ingest/read-table";
import { type DraftContext, draftRows } from "@/lib/ingest/row-reader";
import { stageResolver } from "@/lib/ingest/steps-in-file";

/** A row of a stage entries file: a record entered a stage, or was lost, on a day. */
export type StageEntryDraft = {
  row: number;
  record: string;
  stage: string | "lost";
  day: string;
  leftOn: string | null;
  /** Who owned it then; null when the file does not say. */
  person: string | null;
};

/** The rows of a stage entries file as drafts. Rows in which the stage did not change are left out. */
export function draftStageEntries(
  table: FileTable,
  mapping: ImportMapping,
  funnel: readonly FunnelStage[],
  context: DraftContext,
) {
  const stageOf = stageResolver(mapping.stages, funnel);
  return draftRows<StageEntryDraft>(table, mapping, context, (reader) => {
    const name = reader.text("stage");
    const before = reader.text("fromStage");
    if (name !== "" && nameKey(name) === nameKey(before)) return null;
    const record = reader.text("record") || reader.reject("missing-id", "record");
    if (name === "") reader.reject("missing-stage", "stage");
    const becomes = stageOf(name) ?? reader.reject("unknown-stage", "stage");
    const names = reader.text("owner") !== "" || reader.text("ownerEmail") !== "";
    return {
      row: reader.row,
      record,
      stage: becomes === "lost" ? "lost" : becomes.stage,
      day: reader.pastDay("day") ?? reader.reject("missing-day", "day"),
      leftOn: reader.pastDay("leftOn"),
      person: names ? reader.person("owner", "ownerEmail") : null,
    };
  });
}
