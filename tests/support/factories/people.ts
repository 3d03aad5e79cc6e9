import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/lib/data/client/generated/client";
import { day, recordedAt } from "@/tests/support/factories/moments";

type Of<Input> = { organizationId: string } & Partial<Input>;

export function personRow(given: Of<Prisma.PersonCreateManyInput>): Prisma.PersonCreateManyInput {
  return { id: uuidv7(), name: "Robin Vale", recordedAt, ...given };
}

export function teamRow(given: Of<Prisma.TeamCreateManyInput>): Prisma.TeamCreateManyInput {
  return { id: uuidv7(), name: "East", ...given };
}

export function assignmentRow(
  given: Of<Prisma.AssignmentCreateManyInput> & { personId: string; teamId: string },
): Prisma.AssignmentCreateManyInput {
  return { id: uuidv7(), fromDay: day("2026-01-01"), recordedAt, ...given };
}
