import "server-only";
import { systemDb } from "@/lib/data/client/global";
import { environment } from "@/lib/env";
import { databaseTrouble } from "@/lib/jobs/database-trouble";

export type Readiness = { ready: true } | { ready: false; sentence: string };

// The boot and the routes live in different bundles of one process.
const slot = globalThis as typeof globalThis & { backsolveReadiness?: Readiness };

/** What the boot has come to. */
export function bootReadiness(): Readiness {
  return slot.backsolveReadiness ?? { ready: false, sentence: "Backsolve is starting." };
}

export function setBootReadiness(readiness: Readiness): void {
  slot.backsolveReadiness = readiness;
}

const patience = 2_000;

/** Whether a request would be served now: the boot is done and the database answers. */
export async function readinessNow(): Promise<Readiness> {
  const boot = bootReadiness();
  if (!boot.ready) return boot;
  const { DATABASE_URL } = environment();
  try {
    const answered = await Promise.race([ping(), after(patience)]);
    return answered
      ? boot
      : { ready: false, sentence: `The database has not answered for ${patience / 1000} s.` };
  } catch (failure) {
    // Any reason will do for "not ready"; one nobody foresaw is named without its details, which may hold secrets.
    const sentence = databaseTrouble(failure, DATABASE_URL)?.sentence ?? "The database does not answer.";
    return { ready: false, sentence };
  }
}

async function ping(): Promise<true> {
  const db = await systemDb();
  await db.systemSetting.findFirst({ select: { key: true } });
  return true;
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds).unref());
}
