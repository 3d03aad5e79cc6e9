import "server-only";
import { can } from "@/lib/access/permissions";
import { addToLedger, changeDeal, replaceEntries, replacePasses } from "@/lib/data/deal-corrections";
import { listDealChanges } from "@/lib/data/deal-history";
import { type DealRecord, getDeal } from "@/lib/data/deal-record";
import { listDealPeople } from "@/lib/data/deals";
import { insertDealChanges } from "@/lib/data/imported-history";
import { raiseDataVersion } from "@/lib/data/imports";
import { getOrganization } from "@/lib/data/organizations";
import type { Scope } from "@/lib/data/scope";
import type { CorrectDealForm } from "@/lib/forms/correct-deal";
import { changeRows } from "@/lib/usecases/correcting/change-rows";
import { changeWords } from "@/lib/usecases/correcting/change-words";
import { decideCorrection } from "@/lib/usecases/correcting/decide-correction";

export type CorrectionAnswer =
  | { ok: true; dealId: string; changed: Record<string, { before: string | null; after: string | null }> }
  | { ok: false; reason: "gone" | "stale" | "wrong"; sentence: string; fields: Record<string, string> };

/**
 * Corrects a record inside the caller's transaction: the record, its visits and passages, its ledger and its history
 * on both clocks change together, and every outlook made before is out of date. What was asked of somebody on a day
 * stays as it was asked.
 */
export async function correctDeal(
  scope: Scope,
  form: CorrectDealForm,
  clock: { today: string; now: Date },
): Promise<CorrectionAnswer> {
  const { today, now } = clock;
  const deal = await getDeal(scope, form.dealId, today);
  if (deal === null) return gone;
  const { locale, currency } = await getOrganization(scope);
  if (deal.version !== form.version) return stale(scope, deal, form.version, { today, locale });
  const mayReassign = scope.role === "system" || can(scope.role, "reassign-deal");
  const people = mayReassign ? await listDealPeople(scope, today, "still-here") : null;
  const decision = decideCorrection(deal, form, { today, locale, currency, people });
  if (!decision.ok) {
    const sentence = "Please look at the marked fields. Nothing was changed.";
    return { ok: false, reason: "wrong", sentence, fields: decision.fields };
  }
  const { after, occurredOn, steps, ledger } = decision.correction;
  const changes = changeRows(deal, after, occurredOn);
  const changed = Object.fromEntries(
    changes.map(({ field, oldValue, newValue }) => [field, { before: oldValue, after: newValue }]),
  );
  if (changes.length === 0) return { ok: true, dealId: deal.id, changed };

  if (!(await changeDeal(scope, deal, after))) {
    const since = await getDeal(scope, form.dealId, today);
    return since === null ? gone : stale(scope, since, form.version, { today, locale });
  }
  if (steps !== null) {
    await replaceEntries(scope, deal.id, deal.entries, steps.entries, now);
    await replacePasses(scope, deal, steps.passes);
  }
  await addToLedger(scope, deal, ledger, now);
  const membershipId = scope.actor.kind === "user" ? scope.actor.membershipId : null;
  await insertDealChanges(scope, { membershipId, reason: form.reason, recordedAt: now }, changes);
  await raiseDataVersion(scope);
  return { ok: true, dealId: deal.id, changed };
}

const gone: CorrectionAnswer = {
  ok: false,
  reason: "gone",
  sentence: "This record is not among those you may correct. Nothing was changed.",
  fields: {},
};

/** Every write raises the version by one and leaves its lines of history: the newest so many are what was missed. */
async function stale(
  scope: Scope,
  deal: DealRecord,
  readVersion: number,
  { today, locale }: { today: string; locale: string },
): Promise<CorrectionAnswer> {
  const history = await listDealChanges(scope, deal.id, today);
  const moments = [...new Set(history.map(({ recordedAt }) => +recordedAt))];
  const missed = new Set(moments.slice(0, Math.max(0, deal.version - readVersion)));
  const changes = history.filter(({ recordedAt }) => missed.has(+recordedAt));
  const words = await changeWords(scope, deal, changes, locale);
  const who = [...new Set(changes.map(({ by }) => by ?? "An import"))];
  const what = changes.length === 0 ? "" : ` ${changes.map(words).join("; ")}.`;
  return {
    ok: false,
    reason: "stale",
    sentence:
      `${who.length === 1 ? who[0] : "Somebody"} changed this record while you had it open.${what} ` +
      "What you typed is kept and nothing of it is saved: look at it again and press Save if it is still right.",
    fields: { version: "changed by somebody else" },
  };
}
