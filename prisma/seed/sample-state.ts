import { z } from "zod";
import { makeScope, type Scope } from "@/lib/data/scope";
import type { SampleState } from "@/prisma/seed/rows";
import { SAMPLE_SETTING } from "@/prisma/seed/sample-companies";

const stateSchema = z.object({ setUpOn: z.iso.date(), historyThrough: z.iso.date(), isWhole: z.boolean() });

/** The stories write as the system, each into its own company. */
export function sampleScope(organizationId: string): Promise<Scope> {
  return makeScope({
    organizationId,
    actor: { kind: "system", name: "sample" },
    role: "system",
    reach: { kind: "all" },
  });
}

/** Null where a company was not written by the stories, whatever else it calls itself. */
export async function getSampleState(scope: Scope): Promise<SampleState | null> {
  const { organizationId } = scope;
  const row = await scope.db.setting.findUnique({
    where: { organizationId_key: { organizationId, key: SAMPLE_SETTING } },
  });
  return row === null ? null : stateSchema.parse(row.value);
}

export async function saveSampleState(scope: Scope, state: SampleState, at: Date): Promise<void> {
  const { organizationId } = scope;
  const cells = { value: { ...state }, updatedAt: at };
  await scope.db.setting.upsert({
    where: { organizationId_key: { organizationId, key: SAMPLE_SETTING } },
    create: { organizationId, key: SAMPLE_SETTING, ...cells },
    update: cells,
  });
}
