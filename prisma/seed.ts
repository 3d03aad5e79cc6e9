import { systemDb } from "@/lib/data/client/global";
import { type ToppedUp, topUpSamples } from "@/prisma/seed/top-up";
import { seedSamples } from "@/prisma/seed/write";

export type SamplesReady =
  | { did: "seeded"; rows: Record<string, number> }
  | { did: "topped-up"; companies: ToppedUp[] };

/**
 * What every start with the sample companies calls: seeds an empty database, lets the samples of a filled one live on
 * to yesterday, and leaves every other organization alone.
 */
export async function ensureSamples(today: string): Promise<SamplesReady> {
  const system = await systemDb();
  if ((await system.organization.count()) > 0) {
    return { did: "topped-up", companies: await topUpSamples(today) };
  }
  const seeded = await seedSamples(today);
  if (!seeded.ok) throw new Error(seeded.sentence);
  return { did: "seeded", rows: seeded.rows };
}
