import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** One test as one runner saw it. `test` is the same in every suite that runs it: file and full name. */
export type Outcome = { suite: string; test: string; status: "passed" | "failed" | "skipped" };

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const playwrightSpec = z.object({
  title: z.string(),
  tests: z.array(z.object({ status: z.enum(["expected", "unexpected", "flaky", "skipped"]) })),
});

type PlaywrightSuite = {
  title: string;
  specs: z.infer<typeof playwrightSpec>[];
  suites?: PlaywrightSuite[] | undefined;
};

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(playwrightSpec),
    suites: z.array(playwrightSuite).optional(),
  }),
);

const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** What a suite's report says; a suite without a readable report, or with an empty one, is one failure. */
export function readReport(
  suite: string,
  kind: "vitest" | "playwright",
  file: string,
  root: string,
): Outcome[] {
  const noReport: Outcome = { suite, test: `${suite}: no report`, status: "failed" };
  if (!existsSync(file)) return [noReport];
  const text = readFileSync(file, "utf8");
  const outcomes = kind === "vitest" ? readVitest(suite, text, root) : readPlaywright(suite, text);
  return outcomes.length > 0 ? outcomes : [noReport];
}

function readVitest(suite: string, text: string, root: string): Outcome[] {
  return vitestReport.parse(JSON.parse(text)).testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(root, name);
    const tests = assertionResults.map((test): Outcome => {
      const passed = test.status === "passed";
      const failed = test.status === "failed";
      return {
        suite,
        test: `${file} › ${test.fullName}`,
        status: passed ? "passed" : failed ? "failed" : "skipped",
      };
    });
    // A file that breaks while it is collected has no tests of its own to fail.
    const unexplained = status === "failed" && !tests.some((test) => test.status === "failed");
    return unexplained ? [...tests, { suite, test: `${file} › could not be run`, status: "failed" }] : tests;
  });
}

function readPlaywright(suite: string, text: string): Outcome[] {
  const report = playwrightReport.parse(JSON.parse(text));
  const broken = report.errors.map(
    ({ message }): Outcome => ({
      suite,
      test: `${suite} › ${message?.split("\n")[0] ?? "error"}`,
      status: "failed",
    }),
  );
  const visit = ({ title, specs, suites = [] }: PlaywrightSuite, above: string[]): Outcome[] => {
    const names = [...above, title].filter(Boolean);
    const own = specs.map(({ title: name, tests }): Outcome => {
      // "flaky" failed before it passed: nobody should trust it.
      const failed = tests.some(({ status }) => status === "unexpected" || status === "flaky");
      const ran = tests.some(({ status }) => status === "expected");
      return {
        suite,
        test: [...names, name].join(" › "),
        status: failed ? "failed" : ran ? "passed" : "skipped",
      };
    });
    return [...own, ...suites.flatMap((inner) => visit(inner, names))];
  };
  return [...report.suites.flatMap((top) => visit(top, [])), ...broken];
}
