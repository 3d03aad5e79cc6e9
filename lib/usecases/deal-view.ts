import "server-only";
import { can } from "@/lib/access/permissions";
import { listDealChanges } from "@/lib/data/deal-history";
import { type DealRecord, getDeal } from "@/lib/data/deal-record";
import { listDealPeople, type PersonChoice } from "@/lib/data/deals";
import { getOrganization } from "@/lib/data/organizations";
import type { Scope } from "@/lib/data/scope";
import { LOST, NOT_KNOWN } from "@/lib/forms/correct-deal";
import { changeWords, money } from "@/lib/usecases/correcting/change-words";
import { stageChoice } from "@/lib/usecases/correcting/decide-correction";
import { amountAsTyped } from "@/lib/usecases/correcting/typed-amount";

export type DealEventLine = { id: string; day: string; words: string; by: string | null };
type Choice = { value: string; label: string };

export type DealView = {
  deal: DealRecord;
  stageName: string | null;
  value: string;
  valueText: string;
  stage: string;
  stages: Choice[];
  mayCorrect: boolean;
  /** null for whoever may not reassign */
  people: Choice[] | null;
  events: DealEventLine[];
};

/** One record as the reader may see it, or null. */
export async function dealView(scope: Scope, id: string, today: string): Promise<DealView | null> {
  const deal = await getDeal(scope, id, today);
  if (deal === null) return null;
  const { locale, currency } = await getOrganization(scope);
  const { role } = scope;
  const mayReassign = role !== "system" && can(role, "reassign-deal");
  const [people, events] = await Promise.all([
    mayReassign ? listDealPeople(scope, today, "still-here") : null,
    eventsOf(scope, deal, { today, locale, currency }),
  ]);
  return {
    deal,
    stageName: deal.stages.find((stage) => stage.id === deal.stageId)?.name ?? null,
    value: deal.valueMinor === null ? "not known" : money(deal.valueMinor, deal.currency, locale),
    valueText: amountAsTyped(deal.valueMinor, deal.currency),
    stage: stageChoice(deal),
    stages: stageChoices(deal),
    mayCorrect: role !== "system" && can(role, "correct-deal"),
    people:
      people === null
        ? null
        : withOwner(people, deal).map(({ id: value, name: label }) => ({ value, label })),
    events,
  };
}

/** The stages a record can stand in, and lost; what it has now is among them even where nobody may choose it. */
function stageChoices(deal: DealRecord): Choice[] {
  const now = stageChoice(deal);
  const open = deal.stages.filter(
    (stage) =>
      stage.id === now || (stage.category !== "lost" && stage.measuredBy === "record" && !stage.retired),
  );
  return [
    ...(now === NOT_KNOWN ? [{ value: NOT_KNOWN, label: "not known" }] : []),
    ...open.map(({ id, name }) => ({ value: id, label: name })),
    { value: LOST, label: "Lost" },
  ];
}

/** An owner who left stays in the list, or saving anything else would give the record away. */
function withOwner(people: readonly PersonChoice[], { personId, personName }: DealRecord): PersonChoice[] {
  return people.some(({ id }) => id === personId)
    ? [...people]
    : [{ id: personId, name: personName }, ...people];
}

async function eventsOf(
  scope: Scope,
  deal: DealRecord,
  { today, locale, currency }: { today: string; locale: string; currency: string },
): Promise<DealEventLine[]> {
  const changes = await listDealChanges(scope, deal.id, today);
  const words = await changeWords(scope, deal, changes, locale);
  const stageName = new Map(deal.stages.map((stage) => [stage.id, stage.name]));
  const lines: DealEventLine[] = [
    ...changes.map((change) => ({
      id: change.id,
      day: change.occurredOn,
      words: change.reason ? `${words(change)} (${change.reason})` : words(change),
      by: change.by,
    })),
    ...deal.results.map((result) => ({
      id: result.id,
      day: result.day,
      words: ledgerWords(result, currency, locale),
      by: null,
    })),
    ...(deal.lostOn === null ? [] : [{ id: `${deal.id} lost`, day: deal.lostOn, words: "Lost", by: null }]),
    ...deal.entries.toReversed().map((entry) => ({
      id: entry.id,
      day: entry.enteredOn,
      words: `Entered ${stageName.get(entry.stageId) ?? "a stage"}`,
      by: null,
    })),
    { id: deal.id, day: deal.createdOn, words: "Created", by: null },
  ];
  // The sort is stable: on one day what was changed comes before what was entered, and the creation last.
  return lines.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function ledgerWords(result: DealRecord["results"][number], currency: string, locale: string): string {
  const own = Math.round(result.amountMinor * result.share);
  const amount =
    result.measure.startsWith("stage:") || result.measure === "units"
      ? String(own)
      : money(own, currency, locale);
  const kind = result.kind === "credit-note" ? "adjustment" : result.kind;
  return `Result, ${kind}: ${amount} for ${result.personName}`;
}
