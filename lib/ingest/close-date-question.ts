import type { Field } from "@/lib/ingest/fields";
import type { FileTable } from "@/lib/ingest/read-table";
import { counted } from "@/lib/ingest/refusal";
import { outcomeWord, yesOrNo } from "@/lib/ingest/stage-words";

/**
 * A "close date" on records that are still open is a hope, on closed ones a fact. Asked only when the file has
 * both; a file whose open records have none needs no question.
 */
export function closeDateQuestion(
  table: FileTable,
  column: number,
  fields: readonly (Field | "leave" | null)[],
): { sentence: string; choices: { field: Field; label: string }[] } | null {
  const stage = fields.indexOf("stage");
  const status = fields.indexOf("status");
  const won = fields.indexOf("won");
  let closed = 0;
  let open = 0;
  for (const { cells } of table.rows) {
    if ((cells[column] ?? "").trim() === "") continue;
    const outcome =
      outcomeWord(cells[status] ?? "") ??
      outcomeWord(cells[stage] ?? "") ??
      (yesOrNo(cells[won] ?? "") ? "won" : null);
    if (outcome === null || outcome === "open") open++;
    else closed++;
  }
  if (open === 0 || closed === 0) return null;
  return {
    sentence: `${counted(closed, "closed deal has", "closed deals have")} this date, and so ${open === 1 ? "has" : "have"} ${counted(open, "open one", "open ones")}. Is it the day a deal was closed, or the day someone hopes for?`,
    choices: [
      { field: "closeOn", label: "Both: closed if closed, else expected" },
      { field: "closedOn", label: "Only the day it was closed" },
      { field: "expectedCloseOn", label: "Only the day someone hopes for" },
    ],
  };
}
