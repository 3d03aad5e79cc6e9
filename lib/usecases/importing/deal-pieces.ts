import "server-only";
import type { RowVerdict } from "@/lib/data/import-rows";
import { listKnownDeals, lockImportSource, upsertImportedDeals } from "@/lib/data/imported-deals";
import {
  clearImportedHistory,
  insertDealChanges,
  insertImportedResults,
  insertStageEntries,
  insertStagePasses,
} from "@/lib/data/imported-history";
import { ensureParents, findParents, type ParentKind } from "@/lib/data/parents";
import { ensureProducts, listProducts, type ProductRow } from "@/lib/data/products";
import type { Scope } from "@/lib/data/scope";
import type { DealDraft } from "@/lib/ingest/deal-draft";
import type { FunnelStage } from "@/lib/ingest/mapping";
import type { StepsInFile } from "@/lib/ingest/steps-in-file";
import {
  changeRows,
  type DealIds,
  differs,
  historyRows,
  importedDeal,
} from "@/lib/usecases/importing/deal-rows";

export type DealTarget = {
  importSourceId: string | null;
  funnelId: string;
  currency: string;
  parentKind: ParentKind;
  stages: readonly FunnelStage[];
  steps: StepsInFile;
};

/** What would become of a piece of drafts; nothing is written, so names may still lead nowhere. */
export async function compareDeals(
  scope: Scope,
  target: DealTarget,
  drafts: readonly DealDraft[],
  products: readonly ProductRow[],
): Promise<RowVerdict[]> {
  const parents = await findParents(scope, target.parentKind, accountsOf(drafts));
  const ids = dealIds(target, products, parents);
  return (await decided(scope, target, drafts, ids)).map(({ verdict }) => verdict);
}

/** Writes a piece of drafts inside the caller's transaction; a row that says nothing new writes nothing. */
export async function writeDeals(
  scope: Scope,
  target: DealTarget & { importSourceId: string },
  drafts: readonly DealDraft[],
  clock: { today: string; now: Date },
  reason: string,
): Promise<RowVerdict[]> {
  await lockImportSource(scope, target.importSourceId);
  await ensureProducts(
    scope,
    drafts.flatMap(({ product }) => (product === null ? [] : [product])),
  );
  const products = await listProducts(scope);
  const parents = await ensureParents(scope, target.parentKind, accountsOf(drafts));
  const decisions = await decided(scope, target, drafts, dealIds(target, products, parents));
  const written = decisions.filter(({ verdict }) => verdict.verdict !== "unchanged");
  if (written.length === 0) return decisions.map(({ verdict }) => verdict);

  const into = { funnelId: target.funnelId, importSourceId: target.importSourceId, recordedAt: clock.now };
  const changed = written.flatMap(({ deal, there }) => (there ? [{ deal, there }] : []));
  await upsertImportedDeals(
    scope,
    into,
    written.map(({ deal }) => deal),
  );
  await clearImportedHistory(
    scope,
    target.importSourceId,
    changed.map(({ deal }) => deal.id),
  );
  const history = written.map(({ draft, deal }) => historyRows(draft, deal, target.stages, target.steps));
  await insertStageEntries(
    scope,
    clock.now,
    history.flatMap(({ entries }) => entries),
  );
  await insertStagePasses(
    scope,
    target.funnelId,
    history.flatMap(({ passes }) => passes),
  );
  await insertImportedResults(
    scope,
    into,
    history.flatMap(({ results }) => results),
  );
  const membershipId = scope.actor.kind === "user" ? scope.actor.membershipId : null;
  const by = { membershipId, reason, recordedAt: clock.now };
  await insertDealChanges(
    scope,
    by,
    changed.flatMap(({ deal, there }) => changeRows(deal, there, clock.today)),
  );
  return decisions.map(({ verdict }) => verdict);
}

async function decided(scope: Scope, target: DealTarget, drafts: readonly DealDraft[], ids: DealIds) {
  const known =
    target.importSourceId === null
      ? []
      : await listKnownDeals(
          scope,
          target.importSourceId,
          drafts.map(({ externalId }) => externalId),
        );
  const byExternalId = new Map(known.map((deal) => [deal.externalId, deal]));
  return drafts.map((draft) => {
    const there = byExternalId.get(draft.externalId);
    const deal = importedDeal(draft, there, target.steps, ids);
    const verdict: RowVerdict = {
      row: draft.row,
      verdict: !there ? "create" : differs(draft, deal, there, target.funnelId) ? "change" : "unchanged",
      repair: null,
      sentence: null,
      recordId: there?.id ?? null,
    };
    return { draft, deal, there, verdict: { ...verdict, recordId: deal.id } };
  });
}

function dealIds(
  target: DealTarget,
  products: readonly ProductRow[],
  parents: ReadonlyMap<string, string>,
): DealIds {
  const productByName = new Map(products.map(({ name, id, mergedIntoId }) => [name, mergedIntoId ?? id]));
  return {
    funnelId: target.funnelId,
    currency: target.currency,
    person: (reference) => reference,
    product: (name) => productByName.get(name) ?? `new:${name}`,
    parent: (name) => parents.get(name) ?? `new:${name}`,
  };
}

function accountsOf(drafts: readonly DealDraft[]): string[] {
  return drafts.flatMap(({ account }) => (account === null ? [] : [account]));
}
