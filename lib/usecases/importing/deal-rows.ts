import "server-only";
import { uuidv7 } from "uuidv7";
import type { ImportedDeal, KnownDeal } from "@/lib/data/imported-deals";
import type { DealChangeRow, ImportedEntry, ImportedPass, ImportedResult } from "@/lib/data/imported-history";
import type { DealDraft } from "@/lib/ingest/deal-draft";
import { passesOfDeal } from "@/lib/ingest/deal-passes";
import type { FunnelStage } from "@/lib/ingest/mapping";
import type { StepsInFile } from "@/lib/ingest/steps-in-file";

/** Where a draft's names lead: ids, or keys of what is still to be made (in a preview). */
export type DealIds = {
  funnelId: string;
  currency: string;
  person: (reference: string) => string;
  product: (name: string) => string;
  parent: (name: string) => string;
};

/** A draft as the record it would be, keeping the id of the one that is there. */
export function importedDeal(
  draft: DealDraft,
  there: KnownDeal | undefined,
  steps: StepsInFile,
  ids: DealIds,
): ImportedDeal {
  const { outcome } = draft;
  return {
    id: there?.id ?? uuidv7(),
    externalId: draft.externalId,
    personId: ids.person(draft.person),
    productId: draft.product === null ? null : ids.product(draft.product),
    parentId: draft.account === null ? null : ids.parent(draft.account),
    name: draft.name,
    source: draft.source,
    status: outcome.status,
    valueMinor: draft.valueMinor,
    currency: ids.currency,
    // A record without a day keeps the one it was first filed under: the file's newest day moves, the record did not.
    createdOn: !draft.createdOnKnown && there ? there.createdOn : draft.createdOn,
    expectedCloseOn: draft.expectedCloseOn,
    wonOn: outcome.status === "won" ? outcome.on : null,
    lostOn: outcome.status === "lost" ? outcome.on : null,
    stageId: draft.stage,
    historyKnown: steps.steps.every(({ known }) => known),
  };
}

const COMPARED = [
  "personId",
  "productId",
  "parentId",
  "name",
  "source",
  "status",
  "valueMinor",
  "currency",
  "createdOn",
  "expectedCloseOn",
  "wonOn",
  "lostOn",
  "stageId",
  "historyKnown",
] as const satisfies readonly (keyof ImportedDeal & keyof KnownDeal)[];

/** Whether a row says anything that is not stored yet. */
export function differs(draft: DealDraft, deal: ImportedDeal, there: KnownDeal, funnelId: string): boolean {
  const entries = draft.entries
    .map(({ stage, enteredOn, leftOn }) => ({
      enteredOn,
      text: [stage, enteredOn, leftOn].filter(Boolean).join("|"),
    }))
    .map(({ text }) => text)
    .sort();
  return (
    there.funnelId !== funnelId ||
    COMPARED.some((field) => deal[field] !== there[field]) ||
    entries.join() !== [...there.entries].sort().join()
  );
}

/** What a changed record was and is, on the day it changed where the file tells it, else on the day of the import. */
export function changeRows(deal: ImportedDeal, there: KnownDeal, today: string): DealChangeRow[] {
  const closedOn = deal.wonOn ?? deal.lostOn;
  const fields = [
    ["status", there.status, deal.status, closedOn],
    ["stage", there.stageId, deal.stageId, closedOn],
    ["value", text(there.valueMinor), text(deal.valueMinor), null],
    ["owner", there.personId, deal.personId, null],
    ["expected-close", there.expectedCloseOn, deal.expectedCloseOn, null],
    ["source", there.source, deal.source, null],
    ["name", there.name, deal.name, null],
  ] as const;
  return fields
    .filter(([, oldValue, newValue]) => oldValue !== newValue)
    .map(([field, oldValue, newValue, on]) => ({
      id: uuidv7(),
      dealId: deal.id,
      field,
      oldValue,
      newValue,
      occurredOn: on ?? today,
    }));
}

/** Stage entries, passages and the result of a record, all credited to its owner: the file names no other. */
export function historyRows(
  draft: DealDraft,
  deal: ImportedDeal,
  stages: readonly FunnelStage[],
  steps: StepsInFile,
): { entries: ImportedEntry[]; passes: ImportedPass[]; results: ImportedResult[] } {
  const { id: dealId, personId } = deal;
  return {
    entries: draft.entries.map(({ stage, enteredOn, leftOn }) => ({
      id: uuidv7(),
      dealId,
      stageId: stage,
      personId,
      enteredOn,
      leftOn,
    })),
    passes: passesOfDeal(draft, stages, steps).map(({ stage, ...pass }) => ({
      dealId,
      stageId: stage,
      personId,
      ...pass,
    })),
    results:
      deal.wonOn === null
        ? []
        : [
            {
              id: uuidv7(),
              dealId,
              personId,
              day: deal.wonOn,
              amountMinor: deal.valueMinor ?? 0,
              externalId: deal.externalId,
            },
          ],
  };
}

function text(minor: number | null): string | null {
  return minor === null ? null : String(minor);
}
