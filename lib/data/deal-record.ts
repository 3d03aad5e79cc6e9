import "server-only";
import { dayFromColumn, dayOrNullFromColumn } from "@/lib/data/client/day-column";
import { safeInteger, safeIntegerOrNull } from "@/lib/data/client/safe-integer";
import type { Scope } from "@/lib/data/scope";
import { visiblePeople } from "@/lib/data/visibility";

export interface DealStage {
  id: string;
  name: string;
  position: number;
  category: "working" | "won" | "lost";
  measuredBy: "record" | "count";
  retired: boolean;
}

export interface DealEntry {
  id: string;
  stageId: string;
  /** who owned the record when it entered */
  personId: string;
  enteredOn: string;
  leftOn: string | null;
}

export interface DealResult {
  id: string;
  personId: string;
  personName: string;
  day: string;
  measure: string;
  kind: string;
  /** the whole amount, of which `share` is the person's */
  amountMinor: number;
  share: number;
}

/** A record with everything a correction must keep in step: its funnel's stages, its visits, its ledger. */
export interface DealRecord {
  id: string;
  name: string;
  personId: string;
  personName: string;
  funnelId: string;
  accountName: string | null;
  productName: string | null;
  status: "open" | "won" | "lost";
  stageId: string | null;
  valueMinor: number | null;
  currency: string;
  createdOn: string;
  expectedCloseOn: string | null;
  wonOn: string | null;
  lostOn: string | null;
  historyKnown: boolean;
  importSourceId: string | null;
  version: number;
  /** in order, retired ones included: a record may still stand in one */
  stages: DealStage[];
  /** by the day they were entered, then by the order of the funnel */
  entries: DealEntry[];
  /** stages whose passage is counted */
  passStageIds: string[];
  results: DealResult[];
}

/** One record the reader may see, or null: another person's and another organization's are simply not there. */
export async function getDeal(scope: Scope, id: string, onDay: string): Promise<DealRecord | null> {
  const row = await scope.db.deal.findFirst({
    where: { organizationId: scope.organizationId, id, person: visiblePeople(scope, onDay) },
    include: {
      person: { select: { name: true } },
      parent: { select: { name: true } },
      product: { select: { name: true } },
      funnel: { select: { stages: { orderBy: { position: "asc" } } } },
      stageEntries: { include: { stage: { select: { position: true } } } },
      stagePasses: { select: { stageId: true } },
      results: { include: { person: { select: { name: true } } }, orderBy: [{ day: "asc" }, { id: "asc" }] },
    },
  });
  if (row === null) return null;
  const { person, parent, product, funnel, stageEntries, stagePasses, results } = row;
  return {
    id: row.id,
    name: row.name,
    personId: row.personId,
    personName: person.name,
    funnelId: row.funnelId,
    accountName: parent?.name ?? null,
    productName: product?.name ?? null,
    status: row.status as DealRecord["status"],
    stageId: row.stageId,
    valueMinor: safeIntegerOrNull(row.valueMinor),
    currency: row.currency,
    createdOn: dayFromColumn(row.createdOn),
    expectedCloseOn: dayOrNullFromColumn(row.expectedCloseOn),
    wonOn: dayOrNullFromColumn(row.wonOn),
    lostOn: dayOrNullFromColumn(row.lostOn),
    historyKnown: row.historyKnown,
    importSourceId: row.importSourceId,
    version: row.version,
    stages: funnel.stages.map((stage) => ({
      id: stage.id,
      name: stage.name,
      position: stage.position,
      category: stage.category as DealStage["category"],
      measuredBy: stage.measuredBy as DealStage["measuredBy"],
      retired: stage.retiredOn !== null,
    })),
    entries: stageEntries
      .sort((a, b) => +a.enteredOn - +b.enteredOn || a.stage.position - b.stage.position)
      .map((entry) => ({
        id: entry.id,
        stageId: entry.stageId,
        personId: entry.personId,
        enteredOn: dayFromColumn(entry.enteredOn),
        leftOn: dayOrNullFromColumn(entry.leftOn),
      })),
    passStageIds: stagePasses.map(({ stageId }) => stageId),
    results: results.map((result) => ({
      id: result.id,
      personId: result.personId,
      personName: result.person.name,
      day: dayFromColumn(result.day),
      measure: result.measure,
      kind: result.kind,
      amountMinor: safeInteger(result.amountMinor),
      share: result.share,
    })),
  };
}
