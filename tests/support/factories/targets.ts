import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/lib/data/client/generated/client";
import { day, recordedAt } from "@/tests/support/factories/moments";

type Of<Input> = { organizationId: string } & Partial<Input>;

export function periodRow(given: Of<Prisma.PeriodCreateManyInput>): Prisma.PeriodCreateManyInput {
  return {
    id: uuidv7(),
    kind: "quarter",
    label: "Q4 2026",
    firstDay: day("2026-10-01"),
    lastDay: day("2026-12-31"),
    ...given,
  };
}

export function quotaRow(
  given: Of<Prisma.QuotaCreateManyInput> & { personId: string; funnelId: string; periodId: string },
): Prisma.QuotaCreateManyInput {
  return { id: uuidv7(), amountMinor: 20_000_000n, occurredOn: day("2026-10-01"), recordedAt, ...given };
}

export function planRow(
  given: Of<Prisma.PlanCreateManyInput> & { personId: string; funnelId: string; periodId: string },
): Prisma.PlanCreateManyInput {
  return {
    id: uuidv7(),
    planVersion: 1,
    fromDay: day("2026-10-01"),
    baseline: {},
    publishedAt: recordedAt,
    ...given,
  };
}
