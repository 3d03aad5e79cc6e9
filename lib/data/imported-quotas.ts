import "server-only";
import { uuidv7 } from "uuidv7";
import { dayToColumn } from "@/lib/data/client/day-column";
import { safeInteger } from "@/lib/data/client/safe-integer";
import type { Scope } from "@/lib/data/scope";

export type PeriodDays = {
  kind: "month" | "quarter" | "year";
  label: string;
  firstDay: string;
  lastDay: string;
};
export type SetQuota = {
  personId: string;
  funnelId: string;
  periodId: string;
  measure: string;
  amountMinor: number;
  today: string;
  recordedAt: Date;
  membershipId: string | null;
  /** where the change comes from, for its history */
  reason: string;
};

/** The period of a kind that starts on a day, made where the calendar does not have it yet. */
export async function ensurePeriod(
  scope: Scope,
  { kind, label, firstDay, lastDay }: PeriodDays,
): Promise<string> {
  const { organizationId } = scope;
  const start = dayToColumn(firstDay);
  await scope.db.period.createMany({
    data: [{ organizationId, id: uuidv7(), kind, label, firstDay: start, lastDay: dayToColumn(lastDay) }],
    skipDuplicates: true,
  });
  const { id } = await scope.db.period.findUniqueOrThrow({
    where: { organizationId_kind_firstDay: { organizationId, kind, firstDay: start } },
    select: { id: true },
  });
  return id;
}

/**
 * Sets what a person owes in a period and keeps the change on both clocks. The first measure of a period is the
 * primary one. A quota that is the same stays untouched.
 */
export async function setQuota(scope: Scope, quota: SetQuota): Promise<"created" | "updated" | "unchanged"> {
  const { organizationId } = scope;
  const { personId, funnelId, periodId, measure } = quota;
  const of = { organizationId, personId, funnelId, periodId };
  const there = await scope.db.quota.findFirst({ where: { ...of, measure } });
  if (there && safeInteger(there.amountMinor) === quota.amountMinor) return "unchanged";
  const dates = { occurredOn: dayToColumn(quota.today), recordedAt: quota.recordedAt };
  const id = there?.id ?? uuidv7();
  if (there) {
    await scope.db.quota.updateMany({
      where: { organizationId, id },
      data: { amountMinor: quota.amountMinor, version: { increment: 1 }, ...dates },
    });
  } else {
    const primary = await scope.db.quota.count({ where: { ...of, isPrimary: true } });
    const isPrimary = primary === 0;
    await scope.db.quota.create({
      data: { ...of, id, measure, amountMinor: quota.amountMinor, isPrimary, ...dates },
    });
  }
  await scope.db.quotaChange.create({
    data: {
      organizationId,
      id: uuidv7(),
      quotaId: id,
      oldAmountMinor: there?.amountMinor ?? null,
      newAmountMinor: quota.amountMinor,
      membershipId: quota.membershipId,
      reason: quota.reason,
      ...dates,
    },
  });
  return there ? "updated" : "created";
}

/** The quota a person already has for a measure of the period that starts on a day, or null: what a preview compares with. */
export async function findQuotaMinor(
  scope: Scope,
  quota: { personId: string; funnelId: string; measure: string; kind: string; firstDay: string },
): Promise<number | null> {
  const row = await scope.db.quota.findFirst({
    where: {
      organizationId: scope.organizationId,
      personId: quota.personId,
      funnelId: quota.funnelId,
      measure: quota.measure,
      period: { kind: quota.kind, firstDay: dayToColumn(quota.firstDay) },
    },
    select: { amountMinor: true },
  });
  return row && safeInteger(row.amountMinor);
}
