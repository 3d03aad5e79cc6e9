import "server-only";
import { uuidv7 } from "uuidv7";
import type { CorrectedDeal } from "@/lib/data/deal-corrections";
import type { DealRecord } from "@/lib/data/deal-record";
import type { DealChangeRow } from "@/lib/data/imported-history";

/** What a record was and is, one line for each field that changed. Empty when nothing did. */
export function changeRows(deal: DealRecord, after: CorrectedDeal, occurredOn: string): DealChangeRow[] {
  const fields = [
    ["name", deal.name, after.name],
    ["value", text(deal.valueMinor), text(after.valueMinor)],
    ["status", deal.status, after.status],
    ["stage", deal.stageId, after.stageId],
    ["owner", deal.personId, after.personId],
    ["created", deal.createdOn, after.createdOn],
    ["expected-close", deal.expectedCloseOn, after.expectedCloseOn],
    ["closed", deal.wonOn ?? deal.lostOn, after.wonOn ?? after.lostOn],
  ] as const;
  return fields
    .filter(([, oldValue, newValue]) => oldValue !== newValue)
    .map(([field, oldValue, newValue]) => ({
      id: uuidv7(),
      dealId: deal.id,
      field,
      oldValue,
      newValue,
      occurredOn,
    }));
}

function text(minor: number | null): string | null {
  return minor === null ? null : String(minor);
}
