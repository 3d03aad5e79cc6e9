// npm run test:deep: the properties of the engine on far more examples than a check has time for.

import { printTally } from "@/tests/run/print-tally";
import { runVitest } from "@/tests/run/runners";
import { printStep } from "@/tests/run/step";
import { tallyOutcomes } from "@/tests/run/tally";

const { step, outcomes } = await runVitest("unit, long properties", "unit", {
  TZ: "Asia/Kathmandu",
  PROPERTY_RUNS: "5000",
});
printStep(step);
process.exitCode = printTally(tallyOutcomes(outcomes)) ? 0 : 1;
