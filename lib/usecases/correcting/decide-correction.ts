import "server-only";
import type { CorrectedDeal, LedgerLine } from "@/lib/data/deal-corrections";
import type { DealEntry, DealRecord } from "@/lib/data/deal-record";
import type { PersonChoice } from "@/lib/data/deals";
import type { ImportedPass } from "@/lib/data/imported-history";
import { formatDayWithYear } from "@/lib/format/day";
import { type CorrectDealForm, LOST, NOT_KNOWN } from "@/lib/forms/correct-deal";
import { correctedEntries, correctedPasses, movesSteps } from "@/lib/usecases/correcting/corrected-steps";
import { ledgerLines } from "@/lib/usecases/correcting/ledger-lines";
import { readAmount } from "@/lib/usecases/correcting/typed-amount";

export type Correction = {
  after: CorrectedDeal;
  /** the day what changed happened */
  occurredOn: string;
  /** null when the correction says nothing about steps */
  steps: { entries: DealEntry[]; passes: ImportedPass[] } | null;
  ledger: LedgerLine[];
};

export type Decision = { ok: true; correction: Correction } | { ok: false; fields: Record<string, string> };

export type CorrectionContext = {
  today: string;
  locale: string;
  /** what results are kept in */
  currency: string;
  /** who may be given the record; null when the reader may not reassign */
  people: readonly PersonChoice[] | null;
};

/** What the form's stage list shows for a record as it is. */
export function stageChoice(deal: Pick<DealRecord, "status" | "stageId" | "stages">): string {
  if (deal.status === "lost") return LOST;
  if (deal.status === "open") return deal.stageId ?? NOT_KNOWN;
  return deal.stages.find(({ category }) => category === "won")?.id ?? deal.stageId ?? NOT_KNOWN;
}

/** What a correction makes of a record, or what is wrong with it, field by field. Reads and writes nothing. */
export function decideCorrection(
  deal: DealRecord,
  form: CorrectDealForm,
  context: CorrectionContext,
): Decision {
  const { today } = context;
  const fields: Record<string, string> = {};
  const say = (day: string) => formatDayWithYear(day, context.locale);

  const value = readAmount(form.value, deal.currency);
  if (!value.ok) fields.value = value.sentence;
  const personId = form.personId ?? deal.personId;
  if (personId !== deal.personId && !context.people?.some(({ id }) => id === personId)) {
    fields.personId =
      context.people === null
        ? "Only a manager or an admin may give a record to somebody else."
        : "Please choose somebody of your people.";
  }
  const occurredOn = form.occurredOn ?? today;
  if (occurredOn > today) fields.occurredOn = `This day has not come yet; today is ${say(today)}.`;
  if (form.createdOn > today) fields.createdOn = `A record is not created after today, ${say(today)}.`;

  const outcome = outcomeOf(deal, form, occurredOn);
  if (!outcome.ok) fields[outcome.field] = outcome.sentence;
  const closing = outcome.ok ? checkClosing(deal, form, outcome, today, say) : null;
  if (closing !== null) fields[closing.field] ??= closing.sentence;

  const { expectedCloseOn = deal.expectedCloseOn } = form;
  if (
    expectedCloseOn !== null &&
    expectedCloseOn !== deal.expectedCloseOn &&
    expectedCloseOn < form.createdOn
  )
    fields.expectedCloseOn = "A record is not expected to close before it was created.";
  if (!value.ok || !outcome.ok || Object.keys(fields).length > 0) return { ok: false, fields };

  const { status, stageId, wonOn, lostOn, since } = outcome;
  const after: CorrectedDeal = {
    name: form.name,
    personId,
    valueMinor: value.minor,
    createdOn: form.createdOn,
    expectedCloseOn,
    status,
    stageId,
    wonOn,
    lostOn,
  };
  const entries = correctedEntries(deal, after, since);
  const early = entries.find((entry) => entry.enteredOn < after.createdOn);
  if (early && after.createdOn > deal.createdOn) {
    const stage = deal.stages.find(({ id }) => id === early.stageId)?.name ?? "a stage";
    return {
      ok: false,
      fields: {
        createdOn: `It entered ${stage} on ${say(early.enteredOn)}, so it had been created by then.`,
      },
    };
  }
  const ledger = ledgerLines(deal, after, occurredOn);
  if (ledger.length > 0 && deal.currency !== context.currency) {
    const sentence = `This record is in ${deal.currency} and results are kept in ${context.currency}: correct it in the file it came from and import that again.`;
    return { ok: false, fields: { value: sentence } };
  }
  const steps = movesSteps(deal, after) ? { entries, passes: correctedPasses(deal, after, entries) } : null;
  return { ok: true, correction: { after, occurredOn: since, steps, ledger } };
}

type Outcome = Pick<CorrectedDeal, "status" | "stageId" | "wonOn" | "lostOn"> & { ok: true; since: string };
type Wrong = { ok: false; field: string; sentence: string };

function outcomeOf(deal: DealRecord, form: CorrectDealForm, occurredOn: string): Outcome | Wrong {
  const closedBefore = deal.wonOn ?? deal.lostOn;
  const { closedOn = closedBefore } = form;
  if (form.stageId === stageChoice(deal)) {
    const { status, stageId } = deal;
    if (status !== "open" && closedOn === null && (status === "won" || closedBefore !== null)) {
      return { ok: false, field: "closedOn", sentence: `Please write the day it was ${status}.` };
    }
    const wonOn = status === "won" ? closedOn : null;
    const lostOn = status === "lost" ? closedOn : null;
    return { ok: true, status, stageId, wonOn, lostOn, since: occurredOn };
  }
  // Somebody who turns lost into won in one form may have written the new day where the old one stood.
  const since =
    form.occurredOn == null && closedOn !== null && closedOn !== closedBefore ? closedOn : occurredOn;
  if (form.stageId === LOST) {
    const stageId = deal.status === "won" ? lastStageBeforeWin(deal) : deal.stageId;
    return { ok: true, status: "lost", stageId, wonOn: null, lostOn: since, since };
  }
  const stage = deal.stages.find(({ id }) => id === form.stageId);
  if (stage === undefined || stage.retired || stage.measuredBy !== "record" || stage.category === "lost") {
    return { ok: false, field: "stageId", sentence: "Please choose a stage of this list." };
  }
  const isWon = stage.category === "won";
  return {
    ok: true,
    status: isWon ? "won" : "open",
    stageId: stage.id,
    wonOn: isWon ? since : null,
    lostOn: null,
    since,
  };
}

function lastStageBeforeWin(deal: DealRecord): string | null {
  const won = new Set(deal.stages.filter(({ category }) => category === "won").map(({ id }) => id));
  return deal.entries.findLast(({ stageId }) => !won.has(stageId))?.stageId ?? null;
}

/** Where the day of a close was typed is where the sentence about it belongs. */
function checkClosing(
  deal: DealRecord,
  form: CorrectDealForm,
  outcome: Outcome,
  today: string,
  say: (day: string) => string,
): { field: string; sentence: string } | null {
  const closedOn = outcome.wonOn ?? outcome.lostOn;
  const isSame = form.stageId === stageChoice(deal);
  const field = isSame || (form.occurredOn == null && form.closedOn != null) ? "closedOn" : "occurredOn";
  if (closedOn !== null && closedOn > today) {
    return { field, sentence: `This day has not come yet; today is ${say(today)}.` };
  }
  if (closedOn !== null && closedOn < form.createdOn) {
    const sentence = `It was created on ${say(form.createdOn)} and cannot have been ${outcome.status} before. Please correct one of the two days.`;
    return { field, sentence };
  }
  if (!isSame && outcome.since < form.createdOn) {
    return {
      field: "occurredOn",
      sentence: `It was created on ${say(form.createdOn)}; nothing happened to it before.`,
    };
  }
  return null;
}
