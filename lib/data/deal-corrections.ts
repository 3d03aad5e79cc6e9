import "server-only";
import { dayOrNullToColumn, dayToColumn } from "@/lib/data/client/day-column";
import type { DealEntry, DealRecord } from "@/lib/data/deal-record";
import { type ImportedPass, insertStageEntries, insertStagePasses } from "@/lib/data/imported-history";
import type { Scope } from "@/lib/data/scope";

export type CorrectedDeal = Pick<
  DealRecord,
  | "name"
  | "personId"
  | "status"
  | "stageId"
  | "valueMinor"
  | "createdOn"
  | "expectedCloseOn"
  | "wonOn"
  | "lostOn"
>;

/** Writes what a record is now; false when its version is no longer the one that was read, and nothing is written. */
export async function changeDeal(
  scope: Scope,
  read: { id: string; version: number },
  deal: CorrectedDeal,
): Promise<boolean> {
  const { count } = await scope.db.deal.updateMany({
    where: { organizationId: scope.organizationId, id: read.id, version: read.version },
    data: {
      name: deal.name,
      personId: deal.personId,
      status: deal.status,
      stageId: deal.stageId,
      valueMinor: deal.valueMinor === null ? null : BigInt(deal.valueMinor),
      createdOn: dayToColumn(deal.createdOn),
      expectedCloseOn: dayOrNullToColumn(deal.expectedCloseOn),
      wonOn: dayOrNullToColumn(deal.wonOn),
      lostOn: dayOrNullToColumn(deal.lostOn),
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Makes the visits of a record these: a visit that stays keeps its row, because credits hang on it. */
export async function replaceEntries(
  scope: Scope,
  dealId: string,
  before: readonly DealEntry[],
  after: readonly DealEntry[],
  recordedAt: Date,
): Promise<void> {
  const { organizationId } = scope;
  const there = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  await scope.db.stageEntry.deleteMany({ where: { organizationId, dealId, id: { in: gone } } });
  for (const { id, enteredOn, leftOn } of after) {
    const old = there.get(id);
    if (old === undefined || (old.enteredOn === enteredOn && old.leftOn === leftOn)) continue;
    await scope.db.stageEntry.updateMany({
      where: { organizationId, dealId, id },
      data: { enteredOn: dayToColumn(enteredOn), leftOn: dayOrNullToColumn(leftOn) },
    });
  }
  const added = after.filter(({ id }) => !there.has(id)).map((entry) => ({ ...entry, dealId }));
  await insertStageEntries(scope, recordedAt, added);
}

/** Makes the passages of a record these. */
export async function replacePasses(
  scope: Scope,
  deal: { id: string; funnelId: string },
  passes: readonly ImportedPass[],
): Promise<void> {
  await scope.db.stagePass.deleteMany({ where: { organizationId: scope.organizationId, dealId: deal.id } });
  await insertStagePasses(scope, deal.funnelId, passes);
}

export type LedgerLine = {
  id: string;
  personId: string;
  day: string;
  amountMinor: number;
  share: number;
  kind: "booked" | "credit-note";
  note: string;
};

/** Adds to a record's ledger in money; what stands there is never changed. */
export async function addToLedger(
  scope: Scope,
  deal: Pick<DealRecord, "id" | "funnelId" | "importSourceId">,
  lines: readonly LedgerLine[],
  recordedAt: Date,
): Promise<void> {
  if (lines.length === 0) return;
  await scope.db.result.createMany({
    data: lines.map((line) => ({
      ...line,
      organizationId: scope.organizationId,
      dealId: deal.id,
      funnelId: deal.funnelId,
      // A new file of the same source that changes the record replaces the ledger as a whole.
      importSourceId: deal.importSourceId,
      day: dayToColumn(line.day),
      amountMinor: BigInt(line.amountMinor),
      recordedAt,
    })),
  });
}
