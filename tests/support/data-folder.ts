import { existsSync } from "node:fs";
import path from "node:path";
import { describe } from "vitest";

/** Real CRM exports are too large and not ours to ship; they lie beside the repository where they are wanted. */
const root = process.env.BACKSOLVE_TEST_DATA ?? path.resolve(import.meta.dirname, "../../../shared/data");

/**
 * A `describe` of tests that read `folder`: skipped where it is absent. The folder stands in the name, so that the
 * test run can tell this skip (excused) from any other (a failure).
 *
 * @example
 * describeWithData("crm", "a plain opportunity table", (folder) => { it("…", () => readFile(`${folder}/x.csv`)) })
 */
export function describeWithData(folder: string, title: string, tests: (folder: string) => void): void {
  const whole = path.join(root, folder);
  describe.skipIf(!existsSync(whole))(`${title} [data: ${whole}]`, () => tests(whole));
}
