import { existsSync } from "node:fs";
import path from "node:path";
import { describe, it } from "vitest";

/** Real CRM exports are too large and not ours to ship; they lie beside the repository where they are wanted. */
const root = process.env.BACKSOLVE_TEST_DATA ?? path.resolve(import.meta.dirname, "../../../shared/data");

/**
 * A `describe` of tests that read `folder`. Where it is absent one skipped test stands for them, with the folder in
 * its name, so that the test run can tell this skip (excused) from any other (a failure).
 *
 * @example
 * describeWithData("crm", "the public CRM table", (folder) => { it("…", () => readFile(`${folder}/x.csv`)) })
 */
export function describeWithData(folder: string, title: string, tests: (folder: string) => void): void {
  const whole = path.join(root, folder);
  if (existsSync(whole)) describe(title, () => tests(whole));
  else describe(title, () => it.skip(`reads its data [data: ${whole}]`, () => {}));
}
