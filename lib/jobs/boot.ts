import "server-only";
import { database } from "@/lib/data/client/database";
import { migrationStatus } from "@/lib/data/migrations/migrate-database";
import { environment } from "@/lib/env";
import { announce } from "@/lib/jobs/announce";
import { databaseTrouble } from "@/lib/jobs/database-trouble";
import { ensureDueDays, watchTheNight } from "@/lib/jobs/nightly";
import { prepareDatabase } from "@/lib/jobs/prepare-database";
import { bootReadiness, setBootReadiness } from "@/lib/jobs/readiness";
import { topUpSampleCompanies } from "@/lib/jobs/sample-companies";
import { log } from "@/lib/log";

const pauses = [500, 1_000, 2_000, 5_000];

const slot = globalThis as typeof globalThis & { backsolveBooted?: true };

/**
 * Gets a new server process ready behind its open port: the database opened, migrated, topped up, today prepared.
 * Answers at once, so that the live check does; the ready check says how far it is. A database that is down at
 * start is waited for, however long it takes.
 */
export function boot(): void {
  if (slot.backsolveBooted) return;
  slot.backsolveBooted = true;
  // Whoever started us is gone, and with it whoever would stop us; a server left behind would hold the folder.
  process.once("disconnect", () => process.exit(0));
  void untilReady();
}

async function untilReady(): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await prepare();
      break;
    } catch (failure) {
      report(failure);
      await new Promise((resolve) => setTimeout(resolve, pauses[Math.min(attempt, pauses.length - 1)]));
    }
  }
  setBootReadiness({ ready: true });
  watchTheNight();
  await announce(address());
}

async function prepare(): Promise<void> {
  await prepareDatabase();
  const opened = await database();
  // Commands on the embedded folder ask its owner instead of opening it.
  opened.lock?.handlers.set("migrate-status", () => migrationStatus(opened));
  await opened.lock?.describe(address());
  await topUpSampleCompanies();
  await ensureDueDays();
}

/** Said once per reason: the same sentence every five seconds would bury everything else. */
function report(failure: unknown): void {
  const trouble = databaseTrouble(failure, environment().DATABASE_URL);
  const sentence = trouble?.sentence ?? "Backsolve could not get ready; the log says why.";
  const before = bootReadiness();
  if (before.ready || before.sentence === sentence) return;
  setBootReadiness({ ready: false, sentence });
  if (trouble === null) log.error({ err: failure }, sentence);
  else console.error(`${sentence}${trouble.passing ? " Waiting for it." : ""}`);
}

function address(): string {
  const { APP_URL, PORT } = environment();
  return APP_URL ?? `http://localhost:${PORT}`;
}
