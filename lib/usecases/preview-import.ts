import "server-only";
import { setVerdicts } from "@/lib/data/import-rows";
import { changeImport, getImport } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";
import { compareRows, peopleTarget } from "@/lib/usecases/importing/compare-rows";
import { openQuestions } from "@/lib/usecases/importing/open-questions";
import { unknownFunnels } from "@/lib/usecases/importing/people-pieces";
import { type PlannedRows, planRows } from "@/lib/usecases/importing/planned-rows";
import { type ImportReport, rejectionVerdicts, reportOf, tallied } from "@/lib/usecases/importing/report";

export type PreviewAnswer = { ok: true; report: ImportReport } | { ok: false; sentence: string };

/**
 * What a staged file would create, change, leave alone and keep back under its answers. Writes that beside its rows
 * and nothing else.
 */
export async function previewImport(scope: Scope, id: string, today: string): Promise<PreviewAnswer> {
  const record = await getImport(scope, id);
  if (record === null) return { ok: false, sentence: "This import is no longer there. Nothing was changed." };
  if (record.status !== "staged" && record.status !== "mapped") {
    return {
      ok: false,
      sentence: "This file was imported already, or could not be read. Nothing was changed.",
    };
  }
  const rows = await planRows(scope, record, today);
  if (!rows.ok) return rows;
  const { blocking } = openQuestions(rows.planned.answers);
  if (blocking.length > 0) return { ok: false, sentence: `${blocking.join(" ")} Nothing was changed.` };
  const planned = withKnownFunnels(rows.planned);
  const compared = await compareRows(scope, planned, today);
  await setVerdicts(scope, id, [...rejectionVerdicts(planned.rejections), ...compared]);
  const report = tallied(reportOf(planned), compared);
  await changeImport(scope, id, ["staged", "mapped"], { status: "mapped", counts: report });
  return { ok: true, report };
}

/** People rows whose quota names a funnel nobody knows are kept back like any other row. */
export function withKnownFunnels(planned: PlannedRows): PlannedRows {
  if (planned.kind !== "people") return planned;
  const unknown = unknownFunnels(peopleTarget(planned), planned.drafts);
  if (unknown.length === 0) return planned;
  const rows = new Set(unknown.map(({ row }) => row));
  return {
    ...planned,
    drafts: planned.drafts.filter(({ row }) => !rows.has(row)),
    rejections: [...planned.rejections, ...unknown].sort((a, b) => a.row - b.row),
  };
}
