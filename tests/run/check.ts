// npm run check: what must hold before a commit, in under 90 seconds.

import { runCheck } from "@/tests/run/check-parts";
import { printTally } from "@/tests/run/print-tally";
import { tallyOutcomes } from "@/tests/run/tally";

const start = performance.now();
const tally = tallyOutcomes(await runCheck());
console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  in all`);
process.exitCode = printTally(tally) ? 0 : 1;
