// npm test: every suite, each with its time, and one closing line.

import { runCheck } from "@/tests/run/check-parts";
import { ensureChromium } from "@/tests/run/chromium";
import { printTally } from "@/tests/run/print-tally";
import type { Outcome } from "@/tests/run/reports";
import { runBuild, runJourneys, runVitest } from "@/tests/run/runners";
import { printStep, type StepResult } from "@/tests/run/step";
import { tallyOutcomes } from "@/tests/run/tally";
import { startPostgresServer } from "@/tests/support/database/postgres-server";

type Suite = () => Promise<{ step: StepResult; outcomes: Outcome[] }>;

// Ending by exit, also when interrupted, ends the PostgreSQL that was started here.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const start = performance.now();
const chromium = await ensureChromium();
const postgres = await startPostgresServer();
console.log(`${postgres.version}\n${chromium}\n`);

const outcomes: Outcome[] = [];
try {
  outcomes.push(...(await runCheck()));
  const database = { TZ: "UTC", TEST_DATABASE_URL: postgres.url };
  const suites: Suite[] = [
    () => runVitest("unit, Asia/Kathmandu", "unit", { TZ: "Asia/Kathmandu" }),
    () => runVitest("integration on PGlite", "integration", { ...database, TEST_ENGINE: "embedded" }),
    () => runVitest("integration on PostgreSQL", "integration", { ...database, TEST_ENGINE: "postgres" }),
    runBuild,
    () => runJourneys({ CHROMIUM_PATH: chromium }),
  ];
  for (const suite of suites) {
    const result = await suite();
    printStep(result.step);
    outcomes.push(...result.outcomes);
  }
} finally {
  await postgres.stop();
}

const tally = tallyOutcomes(outcomes);
const minutes = (performance.now() - start) / 60_000;
console.log(`\n${minutes.toFixed(1)} minutes in all`);
process.exitCode = printTally(tally) ? 0 : 1;
