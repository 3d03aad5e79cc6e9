import { existsSync } from "node:fs";
import type { Outcome } from "@/tests/run/reports";

export type Tally = {
  passed: string[];
  failed: { test: string; suites: string[] }[];
  /** Not run anywhere, and no excuse for it: counted among the failed. */
  skipped: string[];
  /** Not run because the folder it reads is not on this machine: counted nowhere. */
  excused: string[];
};

/**
 * Counts distinct tests. A test that several suites run (two time zones, two databases) is one test: it failed
 * if it failed anywhere, it passed if it passed somewhere and failed nowhere.
 */
export function tallyOutcomes(
  outcomes: Outcome[],
  folderExists: (folder: string) => boolean = existsSync,
): Tally {
  const byTest = new Map<string, Outcome[]>();
  for (const outcome of outcomes) byTest.set(outcome.test, [...(byTest.get(outcome.test) ?? []), outcome]);
  const tally: Tally = { passed: [], failed: [], skipped: [], excused: [] };
  for (const [test, seen] of byTest) {
    const failures = seen.filter(({ status }) => status === "failed");
    if (failures.length > 0) tally.failed.push({ test, suites: failures.map(({ suite }) => suite) });
    else if (seen.some(({ status }) => status === "passed")) tally.passed.push(test);
    else if (isExcused(test, folderExists)) tally.excused.push(test);
    else tally.skipped.push(test);
  }
  return tally;
}

/** The last line of a test run. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed.length} passed, ${failed.length + skipped.length} failed`;
}

/** A test of a data folder carries its path in its name (tests/support/data-folder.ts). */
function isExcused(test: string, folderExists: (folder: string) => boolean): boolean {
  const folder = /\[data: ([^\]]+)\]/.exec(test)?.[1];
  return folder !== undefined && !folderExists(folder);
}
