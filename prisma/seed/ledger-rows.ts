import type { CompanyFrame } from "@/prisma/seed/company-frame";
import { isoDay } from "@/prisma/seed/day-arithmetic";
import { funnelId, stageId } from "@/prisma/seed/funnel-rows";
import type { RecordLife } from "@/prisma/seed/history";
import type { CreditRow, ResultRow, StageEntryRow } from "@/prisma/seed/rows";

interface Ledger {
  result: ResultRow[];
  credit: CreditRow[];
}

const OWN_SHARE_WHEN_SHARED = 0.7;
const SOURCED_SHARE = 0.3;

/** What a record brought, to whom, and who had which part in it. */
export function ledgerRows(
  frame: CompanyFrame,
  life: RecordLife,
  dealId: string,
  entries: StageEntryRow[],
): Ledger {
  const ledger: Ledger = { result: [], credit: [] };
  const handOver = life.events.find((event) => event.kind === "handed-over");
  for (const event of life.events) {
    if (event.kind === "handed-over") sourced(frame, life, dealId, entries, event.day, event.by, ledger);
    if (event.kind === "booked") {
      const day = isoDay(event.day);
      const closer = entries.at(-1)?.personId ?? frame.fixed("person", life.owner);
      const share = event.sharedWith === null ? 1 : OWN_SHARE_WHEN_SHARED;
      const own = { ...money(frame, life, dealId, closer, day, event.amount), share };
      ledger.result.push(own);
      if (event.sharedWith !== null) {
        const other = frame.fixed("person", event.sharedWith);
        const part = { ...money(frame, life, dealId, other, day, event.amount, "shared"), share: 1 - share };
        part.share = Math.round(part.share * 100) / 100;
        ledger.result.push(part);
        ledger.credit.push(credit(frame, day, own, closer, "closed", share));
        ledger.credit.push(credit(frame, day, part, other, "assisted", part.share));
      } else if (handOver) {
        const opener = frame.fixed("person", handOver.by);
        ledger.credit.push(credit(frame, day, own, opener, "sourced", SOURCED_SHARE));
        ledger.credit.push(credit(frame, day, own, closer, "closed", 1 - SOURCED_SHARE));
      }
    }
    if (event.kind === "fell-off") {
      const day = isoDay(event.day);
      const closer = entries.at(-1)?.personId ?? frame.fixed("person", life.owner);
      const undone = money(frame, life, dealId, closer, day, -event.amount, "fall-off");
      ledger.result.push({ ...undone, kind: "fall-off", note: "Left within the guarantee" });
    }
  }
  return ledger;
}

/** An accepted meeting is the opener's result, and her part in the closer's stage entry. */
function sourced(
  frame: CompanyFrame,
  life: RecordLife,
  dealId: string,
  entries: StageEntryRow[],
  number: number,
  by: string,
  ledger: Ledger,
): void {
  const day = isoDay(number);
  const opener = frame.fixed("person", by);
  const story = frame.story.people.find((person) => person.key === by)?.handsOver;
  const stage = frame.story.stages.findIndex((candidate) => candidate.slug === story?.stage);
  const entry = entries.find((candidate) => candidate.stageId === stageId(frame, stage));
  if (story === undefined || entry === undefined) throw new Error(`${life.key} was handed over by nobody`);
  const accepted: ResultRow = {
    ...money(frame, life, dealId, opener, day, 0, "accepted"),
    measure: story.measure,
    amountMinor: 1,
  };
  ledger.result.push(accepted);
  ledger.credit.push(credit(frame, day, accepted, opener, "sourced", 1));
  ledger.credit.push({
    organizationId: frame.organizationId,
    id: frame.id("credit", day, entry.id, opener),
    personId: opener,
    resultId: null,
    stageEntryId: entry.id,
    part: "sourced",
    share: 1,
  });
}

function money(
  frame: CompanyFrame,
  life: RecordLife,
  dealId: string,
  personId: string,
  day: string,
  amount: number,
  which = "booked",
): ResultRow {
  return {
    organizationId: frame.organizationId,
    id: frame.id("result", day, life.key, which),
    dealId,
    personId,
    funnelId: funnelId(frame),
    day,
    measure: "money",
    amountMinor: amount * 100,
    share: 1,
    kind: "booked",
    note: null,
    recordedAt: frame.moment(day),
  };
}

function credit(
  frame: CompanyFrame,
  day: string,
  result: ResultRow,
  personId: string,
  part: CreditRow["part"],
  share: number,
): CreditRow {
  const { organizationId } = frame;
  const id = frame.id("credit", day, result.id, personId);
  return { organizationId, id, personId, resultId: result.id, stageEntryId: null, part, share };
}
