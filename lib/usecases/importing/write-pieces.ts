import "server-only";
import type { RowVerdict } from "@/lib/data/import-rows";
import type { ImportRecord } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";
import { writeActivities } from "@/lib/usecases/importing/activity-pieces";
import { dealTarget, PIECE_ROWS, peopleTarget, pieces } from "@/lib/usecases/importing/compare-rows";
import { writeDeals } from "@/lib/usecases/importing/deal-pieces";
import { writePeople } from "@/lib/usecases/importing/people-pieces";
import type { PlannedRows } from "@/lib/usecases/importing/planned-rows";
import { recordPieces, writeStageEntries } from "@/lib/usecases/importing/stage-entry-pieces";

/** A stretch of a file that is written in one transaction; done when the import's progress has reached `lastRow`. */
export type WritePiece = { lastRow: number; write: (inside: Scope) => Promise<RowVerdict[]> };

/** The file in pieces, in the order they are written. The same file gives the same pieces, so a stopped import resumes. */
export function writePieces(
  planned: PlannedRows,
  record: ImportRecord,
  clock: { today: string; now: Date },
): WritePiece[] {
  const sourceId = record.importSourceId;
  if (sourceId === null) throw new Error("An import is written after its source was made.");
  switch (planned.kind) {
    case "deals": {
      const target = { ...dealTarget(planned, sourceId), importSourceId: sourceId };
      const reason = `Imported from ${record.fileName}`;
      return pieces(planned.deals.drafts, PIECE_ROWS.deals).map((drafts) => ({
        lastRow: lastRow(drafts),
        write: (inside) => writeDeals(inside, target, drafts, clock, reason),
      }));
    }
    case "people":
      return pieces(planned.drafts, PIECE_ROWS.people).map((drafts) => ({
        lastRow: lastRow(drafts),
        write: (inside) => writePeople(inside, peopleTarget(planned), drafts, clock),
      }));
    case "stage-entries": {
      // Records may be spread over the file, so pieces are counted and not rows.
      return recordPieces(planned.drafts, PIECE_ROWS["stage-entries"]).map((drafts, index) => ({
        lastRow: index + 1,
        write: (inside) => writeStageEntries(inside, sourceId, planned, drafts, clock.now),
      }));
    }
    default:
      return pieces(planned.drafts, PIECE_ROWS[planned.kind]).map((drafts) => ({
        lastRow: lastRow(drafts),
        write: (inside) => writeActivities(inside, sourceId, drafts, clock.now),
      }));
  }
}

function lastRow(drafts: readonly { row: number }[]): number {
  return drafts.at(-1)?.row ?? 0;
}
