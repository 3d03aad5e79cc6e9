import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/lib/data/client/generated/client";
import { day, recordedAt } from "@/tests/support/factories/moments";

type Of<Input> = { organizationId: string } & Partial<Input>;

export function dealRow(
  given: Of<Prisma.DealCreateManyInput> & { personId: string; funnelId: string },
): Prisma.DealCreateManyInput {
  return {
    id: uuidv7(),
    name: "Fit-out of an office",
    currency: "USD",
    valueMinor: 1_200_000n,
    createdOn: day("2026-10-01"),
    recordedAt,
    ...given,
  };
}

export function stageEntryRow(
  given: Of<Prisma.StageEntryCreateManyInput> & { dealId: string; stageId: string; personId: string },
): Prisma.StageEntryCreateManyInput {
  return { id: uuidv7(), enteredOn: day("2026-10-01"), recordedAt, ...given };
}

export function resultRow(
  given: Of<Prisma.ResultCreateManyInput> & { personId: string; funnelId: string },
): Prisma.ResultCreateManyInput {
  return { id: uuidv7(), day: day("2026-11-10"), amountMinor: 1_200_000n, recordedAt, ...given };
}

export function activityRow(
  given: Of<Prisma.ActivityCreateManyInput> & { personId: string; activityTypeId: string },
): Prisma.ActivityCreateManyInput {
  return { id: uuidv7(), day: day("2026-11-20"), at: recordedAt, recordedAt, ...given };
}
