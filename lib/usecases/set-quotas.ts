import "server-only";
import { listFunnels } from "@/lib/data/funnels";
import { setQuota } from "@/lib/data/imported-quotas";
import { raiseDataVersion } from "@/lib/data/imports";
import { getOrganization, type OrganizationRow } from "@/lib/data/organizations";
import { listPeople } from "@/lib/data/people";
import { listPeriods, type PeriodRow } from "@/lib/data/periods";
import { listQuotaCells, type QuotaCell } from "@/lib/data/quota-cells";
import type { Scope } from "@/lib/data/scope";
import { listVisiblePersonIds } from "@/lib/data/visible-people";
import { currencyDigits } from "@/lib/format/currency";
import { formatCount } from "@/lib/format/number";
import type { SetQuotasForm, TypedQuota } from "@/lib/forms/set-quotas";
import { parseTypedAmount } from "@/lib/forms/typed-amount";
import { isMoneyMeasure, measureOfCell } from "@/lib/usecases/quota-measure";

export type SetQuotasAnswer =
  | { ok: true; changed: number }
  | { ok: false; sentence: string; fields: Record<string, string> };

type Wanted = TypedQuota & { minor: number; measure: string };

/**
 * Sets what people owe, inside the caller's transaction: the cells that differ from what the page showed, all of
 * them or none. What was asked of a day already stays; where people stand follows the raised data version.
 */
export async function setQuotas(
  scope: Scope,
  form: SetQuotasForm,
  clock: { today: string; now: Date },
): Promise<SetQuotasAnswer> {
  const [organization, funnels, periods] = [
    await getOrganization(scope),
    await listFunnels(scope),
    await listPeriods(scope),
  ];
  const shown = periods.filter(({ id }) => form.cells.some(({ periodId }) => periodId === id));
  if (
    !funnels.some(({ id }) => id === form.funnelId) ||
    !(await withinReach(scope, form, shown, clock.today))
  )
    return refusal("This is not among the people and periods you set quotas for. Nothing was changed.");

  const of = { funnelId: form.funnelId, periodIds: shown.map(({ id }) => id) };
  const read = readCells(form, organization, shown, await listQuotaCells(scope, of));
  if (!read.ok) return read;
  const differing = read.wanted.filter(({ minor, wasMinor }) => minor !== wasMinor);
  if (differing.length === 0) return { ok: true, changed: 0 };

  // Also the lock: two people who set quotas at once do it one after the other, and the second sees the first's.
  await raiseDataVersion(scope);
  const stale = await changedMeanwhile(scope, of, differing, clock.today);
  if (stale !== null) return stale;
  const membershipId = scope.actor.kind === "user" ? scope.actor.membershipId : null;
  for (const { personId, periodId, measure, minor: amountMinor } of differing) {
    const quota = { personId, periodId, funnelId: form.funnelId, measure, amountMinor, membershipId };
    await setQuota(scope, { ...quota, today: clock.today, recordedAt: clock.now, reason: "Set by hand" });
  }
  return { ok: true, changed: differing.length };
}

async function withinReach(
  scope: Scope,
  { cells }: SetQuotasForm,
  shown: readonly PeriodRow[],
  today: string,
): Promise<boolean> {
  const reached = new Set(await listVisiblePersonIds(scope, today));
  const known = new Set(shown.map(({ id }) => id));
  return cells.every(({ personId, periodId }) => reached.has(personId) && known.has(periodId));
}

type ReadCells = { ok: true; wanted: Wanted[] } | Extract<SetQuotasAnswer, { ok: false }>;

function readCells(
  form: SetQuotasForm,
  { currency, locale }: OrganizationRow,
  shown: readonly PeriodRow[],
  there: readonly QuotaCell[],
): ReadCells {
  const digits = currencyDigits(currency);
  const decimal = decimalOf(locale);
  const fields: Record<string, string> = {};
  const wanted: Wanted[] = [];
  for (const cell of form.cells) {
    const measure = measureOfCell(there, cell);
    const minor = parseTypedAmount(cell.typed, isMoneyMeasure(measure) ? digits : 0, decimal);
    if (minor === null) fields[cell.field] = "This is not a number.";
    else wanted.push({ ...cell, minor, measure });
  }
  const example = formatCount(300_000, locale);
  if (Object.keys(fields).length > 0)
    return refusal(`Please write a number, like ${example}. Nothing was changed.`, fields);
  return { ok: true, wanted: form.how === "copy-forward" ? copiedForward(wanted, shown) : wanted };
}

/** Where the later period is empty it takes the earlier one's amount. */
function copiedForward(wanted: readonly Wanted[], shown: readonly PeriodRow[]): Wanted[] {
  const [first, second] = [...shown].sort((a, b) => (a.from < b.from ? -1 : 1));
  return wanted.map((cell) => {
    if (cell.periodId !== second?.id || cell.minor !== 0) return cell;
    const before = wanted.find(
      ({ personId, periodId }) => personId === cell.personId && periodId === first?.id,
    );
    return before === undefined ? cell : { ...cell, minor: before.minor, measure: before.measure };
  });
}

/** Names those whose quota is no longer what the page showed: overwriting it unseen would undo a colleague's work. */
async function changedMeanwhile(
  scope: Scope,
  of: { funnelId: string; periodIds: string[] },
  differing: readonly Wanted[],
  today: string,
): Promise<Extract<SetQuotasAnswer, { ok: false }> | null> {
  const now = await listQuotaCells(scope, of);
  const amountOf = ({ personId, periodId }: Wanted) =>
    now.find((cell) => cell.personId === personId && cell.periodId === periodId)?.amountMinor ?? 0;
  const stale = differing.filter((cell) => amountOf(cell) !== cell.wasMinor && amountOf(cell) !== cell.minor);
  if (stale.length === 0) return null;
  const people = await listPeople(scope, today);
  const name = people.find(({ id }) => id === stale[0]?.personId)?.name ?? "Somebody";
  return refusal(
    `${name}’s quota was changed by somebody else in the meantime. Nothing was changed here; open the page again to see it.`,
    Object.fromEntries(stale.map(({ field }) => [field, "Changed meanwhile."])),
  );
}

function decimalOf(locale: string): "." | "," {
  const part = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal");
  return part?.value === "," ? "," : ".";
}

function refusal(sentence: string, fields: Record<string, string> = {}) {
  return { ok: false, sentence, fields } as const;
}
