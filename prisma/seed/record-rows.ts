import type { CompanyFrame } from "@/prisma/seed/company-frame";
import { addDays, isoDay } from "@/prisma/seed/day-arithmetic";
import { funnelId, stageId } from "@/prisma/seed/funnel-rows";
import type { History, LifeEvent, RecordLife } from "@/prisma/seed/history";
import { ledgerRows } from "@/prisma/seed/ledger-rows";
import type { CompanyRows, DealChangeRow, DealRow, StageEntryRow, StagePassRow } from "@/prisma/seed/rows";

export type RecordRows = Pick<
  CompanyRows,
  "parent" | "deal" | "dealChange" | "stageEntry" | "stagePass" | "result" | "credit"
>;

type Entered = Extract<LifeEvent, { kind: "entered" }>;

/** What a person would have typed in as expected close, on the first day. */
const EXPECTED_DAYS = 45;

/** Turns the lives of records into rows. */
export function recordRows(frame: CompanyFrame, history: History): RecordRows {
  const { organizationId } = frame;
  const rows: RecordRows = {
    parent: history.parents.map((parent) => ({
      organizationId,
      id: frame.fixed("parent", parent.key),
      kind: "job-order",
      name: parent.name,
      openings: parent.openings,
    })),
    deal: [],
    dealChange: [],
    stageEntry: [],
    stagePass: [],
    result: [],
    credit: [],
  };
  for (const life of history.records) {
    const dealId = frame.id("deal", isoDay(life.createdOn), life.key);
    const visits = life.events.filter((event) => event.kind === "entered");
    const status = statusOf(life, visits, frame.story.stages.length - 1);
    const entries = entryRows(frame, life, dealId, visits);
    rows.deal.push(dealRow(frame, life, dealId, visits, status));
    rows.stageEntry.push(...entries);
    rows.stagePass.push(...passRows(frame, dealId, visits, status));
    rows.dealChange.push(...changeRows(frame, life, dealId));
    const ledger = ledgerRows(frame, life, dealId, entries);
    rows.result.push(...ledger.result);
    rows.credit.push(...ledger.credit);
  }
  return rows;
}

interface Status {
  status: DealRow["status"];
  wonOn: string | null;
  lostOn: string | null;
}

function statusOf(life: RecordLife, visits: Entered[], winStage: number): Status {
  const win = visits.find((visit) => visit.stage === winStage);
  if (win) return { status: "won", wonOn: isoDay(win.day), lostOn: null };
  const turn = life.events.findLast((event) => event.kind === "lost" || event.kind === "reopened");
  return turn?.kind === "lost"
    ? { status: "lost", wonOn: null, lostOn: isoDay(turn.day) }
    : { status: "open", wonOn: null, lostOn: null };
}

function dealRow(
  frame: CompanyFrame,
  life: RecordLife,
  id: string,
  visits: Entered[],
  status: Status,
): DealRow {
  const createdOn = isoDay(life.createdOn);
  return {
    organizationId: frame.organizationId,
    id,
    personId: frame.fixed("person", life.owner),
    funnelId: funnelId(frame),
    productId: life.product === null ? null : frame.fixed("product", life.product),
    parentId: life.parent === null ? null : frame.fixed("parent", life.parent),
    name: life.name,
    source: life.source,
    valueMinor: life.value === null ? null : life.value * 100,
    currency: frame.story.currency,
    createdOn,
    expectedCloseOn: addDays(createdOn, EXPECTED_DAYS),
    stageId: stageId(frame, visits.at(-1)?.stage ?? 1),
    recordedAt: frame.moment(createdOn),
    ...status,
  };
}

function entryRows(
  frame: CompanyFrame,
  life: RecordLife,
  dealId: string,
  visits: Entered[],
): StageEntryRow[] {
  return visits.map((visit, index) => {
    const enteredOn = isoDay(visit.day);
    const next = visits[index + 1];
    return {
      organizationId: frame.organizationId,
      id: frame.id("stage_entry", enteredOn, life.key, `${visit.stage}`, enteredOn),
      dealId,
      stageId: stageId(frame, visit.stage),
      personId: frame.fixed("person", visit.person),
      enteredOn,
      leftOn: next ? isoDay(next.day) : null,
      recordedAt: frame.moment(enteredOn),
    };
  });
}

/** Method a1: the first entry counts, a stage that was skipped counts as passed and has no day. */
function passRows(frame: CompanyFrame, dealId: string, visits: Entered[], status: Status): StagePassRow[] {
  const furthest = Math.max(...visits.map((visit) => visit.stage));
  const rows: StagePassRow[] = [];
  for (let stage = 1; stage <= furthest; stage += 1) {
    const first = visits.find((visit) => visit.stage === stage);
    const later = visits.find((visit) => visit.stage > stage);
    const owner = first ?? later;
    if (owner === undefined)
      throw new Error("a stage before the furthest one was neither entered nor passed");
    rows.push({
      organizationId: frame.organizationId,
      dealId,
      stageId: stageId(frame, stage),
      funnelId: funnelId(frame),
      personId: frame.fixed("person", owner.person),
      reachedOn: first ? isoDay(first.day) : null,
      passedOn: first && later ? isoDay(later.day) : null,
      lostOn: stage === furthest ? status.lostOn : null,
      passed: later !== undefined,
      inferred: first === undefined,
    });
  }
  return rows;
}

function changeRows(frame: CompanyFrame, life: RecordLife, dealId: string): DealChangeRow[] {
  return life.events.flatMap((event, index) => {
    const change = changeOf(frame, life, event, index);
    if (change === null) return [];
    const occurredOn = isoDay(event.day);
    const id = frame.id("deal_change", occurredOn, life.key, `${index}`);
    const recordedAt = frame.moment(occurredOn);
    return [{ organizationId: frame.organizationId, id, dealId, occurredOn, recordedAt, ...change }];
  });
}

type Change = Pick<DealChangeRow, "field" | "oldValue" | "newValue" | "reason">;

function changeOf(frame: CompanyFrame, life: RecordLife, event: LifeEvent, index: number): Change | null {
  if (event.kind === "valued") {
    const oldValue = event.before === null ? null : `${event.before * 100}`;
    return { field: "value", oldValue, newValue: `${event.after * 100}`, reason: null };
  }
  if (event.kind === "reassigned") {
    const person = (key: string) => frame.fixed("person", key);
    const handedOver = life.events[index + 1]?.kind === "handed-over";
    const reason = handedOver ? "Handed over" : "Away for some weeks";
    return { field: "owner", oldValue: person(event.before), newValue: person(event.after), reason };
  }
  // A loss is a change only where it was taken back: otherwise the record's own day says it.
  if (event.kind === "reopened") {
    return { field: "status", oldValue: "lost", newValue: "open", reason: "The customer came back" };
  }
  return null;
}
