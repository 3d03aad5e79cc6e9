import "server-only";
import { uuidv7 } from "uuidv7";
import type { CorrectedDeal, LedgerLine } from "@/lib/data/deal-corrections";
import type { DealRecord, DealResult } from "@/lib/data/deal-record";

/**
 * What a correction adds to a record's ledger; lines that stand there are never changed, so a closed period only
 * moves by a line one can see.
 * - newly won: the value is booked for the owner on the day it was won
 * - no longer won: what stands is taken back on the day of the correction
 * - another value: the difference on the day of the correction, to everybody by their share
 * - won on another day: what stood is taken back on the old day and given on the new one
 * Whatever adjusts is a credit note: it is no win of its own, so it never enters an average win.
 */
export function ledgerLines(deal: DealRecord, after: CorrectedDeal, correctedOn: string): LedgerLine[] {
  if (deal.status !== "won") return after.status === "won" ? [booked(after)] : [];
  const shares = standing(deal.results);
  if (after.status !== "won") {
    return shares.map((share) => adjustment(share, correctedOn, -share.amountMinor, "No longer won"));
  }
  const wonOn = after.wonOn ?? correctedOn;
  if (deal.results.length === 0) return after.valueMinor === deal.valueMinor ? [] : [booked(after)];
  const difference = (after.valueMinor ?? 0) - (deal.valueMinor ?? 0);
  const movedFrom = deal.wonOn !== null && deal.wonOn !== wonOn ? deal.wonOn : null;
  const differenceOn = correctedOn > wonOn ? correctedOn : wonOn;
  return shares
    .flatMap((share) => [
      ...(movedFrom === null
        ? []
        : [
            adjustment(share, movedFrom, -share.amountMinor, `Won on ${wonOn}`),
            adjustment(share, wonOn, share.amountMinor, `Won on ${wonOn}, not ${movedFrom}`),
          ]),
      adjustment(share, differenceOn, difference, "Value corrected"),
    ])
    .filter(({ amountMinor }) => amountMinor !== 0);
}

type Standing = { personId: string; share: number; amountMinor: number };

/** What is left of a win per person and share: a placement that fell off has nothing left to correct. */
function standing(results: readonly DealResult[]): Standing[] {
  const groups = new Map<string, Standing & { isEmpty: boolean }>();
  for (const { personId, share, amountMinor, measure, kind } of results) {
    if (measure !== "money" || kind === "overlay") continue;
    const key = `${personId} ${share}`;
    const group = groups.get(key) ?? { personId, share, amountMinor: 0, isEmpty: true };
    group.amountMinor += amountMinor;
    group.isEmpty &&= amountMinor === 0;
    groups.set(key, group);
  }
  return [...groups.values()]
    .filter(({ amountMinor, isEmpty }) => amountMinor !== 0 || isEmpty)
    .map(({ personId, share, amountMinor }) => ({ personId, share, amountMinor }));
}

function booked({ personId, wonOn, valueMinor }: CorrectedDeal): LedgerLine {
  if (wonOn === null) throw new Error("a won record has the day it was won");
  return {
    id: uuidv7(),
    personId,
    day: wonOn,
    amountMinor: valueMinor ?? 0,
    share: 1,
    kind: "booked",
    note: "Won, by a correction",
  };
}

function adjustment(share: Standing, day: string, amountMinor: number, note: string): LedgerLine {
  const { personId, share: part } = share;
  return { id: uuidv7(), personId, day, amountMinor, share: part, kind: "credit-note", note };
}
