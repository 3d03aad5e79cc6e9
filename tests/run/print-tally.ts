import { closingLine, type Tally } from "@/tests/run/tally";

/** Names what did not pass, then the closing line; answers whether all is well. */
export function printTally(tally: Tally): boolean {
  for (const { test, suites } of tally.failed)
    console.log(`failed   ${test}  (${[...new Set(suites)].join(", ")})`);
  for (const test of tally.skipped) console.log(`skipped  ${test}  (counts as failed)`);
  for (const test of tally.excused) console.log(`no data  ${test}  (its folder is absent: not counted)`);
  console.log(closingLine(tally));
  return tally.failed.length + tally.skipped.length === 0;
}
