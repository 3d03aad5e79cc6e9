import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Outcome, readReport } from "@/tests/run/reports";
import { withExitCode } from "@/tests/run/runners";
import { closingLine, tallyOutcomes } from "@/tests/run/tally";

const folder = mkdtempSync(path.join(tmpdir(), "closing-line-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const seen = (suite: string, test: string, status: Outcome["status"]): Outcome => ({ suite, test, status });
const close = (...outcomes: Outcome[]) => closingLine(tallyOutcomes(outcomes, (path) => path === "/here"));

describe("the closing line", () => {
  it("counts a test of two time zones once", () => {
    expect(close(seen("UTC", "a", "passed"), seen("Kathmandu", "a", "passed"))).toBe("1 passed, 0 failed");
  });

  it("counts a test as failed that failed in one of two databases", () => {
    expect(close(seen("PGlite", "a", "passed"), seen("PostgreSQL", "a", "failed"))).toBe(
      "0 passed, 1 failed",
    );
  });

  it("counts a test that runs in one of two databases as that one says", () => {
    expect(close(seen("PGlite", "a", "skipped"), seen("PostgreSQL", "a", "passed"))).toBe(
      "1 passed, 0 failed",
    );
  });

  it("counts a skipped test as failed", () => {
    expect(close(seen("unit", "a", "skipped"), seen("unit", "b", "passed"))).toBe("1 passed, 1 failed");
  });

  it("excuses a skipped test whose data folder is absent, and no other", () => {
    expect(close(seen("unit", "a [data: /gone]", "skipped"))).toBe("0 passed, 0 failed");
    expect(close(seen("unit", "a [data: /here]", "skipped"))).toBe("0 passed, 1 failed");
  });
});

describe("a suite's report", () => {
  it("that is missing is a failure", () => {
    const outcomes = readReport("unit", "vitest", path.join(folder, "none.json"), folder);
    expect(outcomes).toEqual([seen("unit", "unit: no report", "failed")]);
  });

  it("without a test is a failure", () => {
    const outcomes = readReport("unit", "vitest", report("empty.json", { testResults: [] }), folder);
    expect(outcomes).toEqual([seen("unit", "unit: no report", "failed")]);
  });

  it("of Vitest names passed, failed and skipped tests, and a file that could not be collected", () => {
    const file = report("vitest.json", {
      testResults: [
        {
          name: path.join(folder, "a.test.ts"),
          status: "failed",
          assertionResults: [
            { fullName: "adds up", status: "passed" },
            { fullName: "rounds once", status: "failed" },
            { fullName: "later", status: "todo" },
          ],
        },
        { name: path.join(folder, "b.test.ts"), status: "failed", assertionResults: [] },
      ],
    });
    expect(readReport("unit", "vitest", file, folder)).toEqual([
      seen("unit", "a.test.ts › adds up", "passed"),
      seen("unit", "a.test.ts › rounds once", "failed"),
      seen("unit", "a.test.ts › later", "skipped"),
      seen("unit", "b.test.ts › could not be run", "failed"),
    ]);
  });

  it("of Playwright counts a flaky journey as failed, and an error outside of tests too", () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const file = report("playwright.json", {
      suites: [
        {
          title: "rep.spec.ts",
          specs: [spec("signs in", "expected")],
          suites: [{ title: "Today", specs: [spec("logs a call", "flaky"), spec("undoes", "skipped")] }],
        },
      ],
      errors: [{ message: "the server did not start\n  at …" }],
    });
    expect(readReport("journeys", "playwright", file, folder)).toEqual([
      seen("journeys", "rep.spec.ts › signs in", "passed"),
      seen("journeys", "rep.spec.ts › Today › logs a call", "failed"),
      seen("journeys", "rep.spec.ts › Today › undoes", "skipped"),
      seen("journeys", "journeys › the server did not start", "failed"),
    ]);
  });

  it("that shows no failure does not hide a runner that ended with one", () => {
    const ended = { name: "unit", ok: false, seconds: 1, output: "" };
    const outcomes = withExitCode(ended, [seen("unit", "a", "passed")]);
    expect(closingLine(tallyOutcomes(outcomes))).toBe("1 passed, 1 failed");
  });
});
