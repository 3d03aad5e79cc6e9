import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/lib/data/client/generated/client";

type Of<Input> = { organizationId: string } & Partial<Input>;

export function funnelRow(given: Of<Prisma.FunnelCreateManyInput>): Prisma.FunnelCreateManyInput {
  return { id: uuidv7(), name: "New business", slug: "new-business", ...given };
}

export function stageRow(
  given: Of<Prisma.StageCreateManyInput> & { funnelId: string },
): Prisma.StageCreateManyInput {
  return { id: uuidv7(), position: 1, name: "Meeting", slug: "meeting", ...given };
}

export function activityTypeRow(
  given: Of<Prisma.ActivityTypeCreateManyInput> & { funnelId: string },
): Prisma.ActivityTypeCreateManyInput {
  return { id: uuidv7(), name: "Call", slug: "call", channel: "call", minutes: 4, ...given };
}
