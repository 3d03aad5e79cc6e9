import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type Outcome, readReport } from "@/tests/run/reports";
import { fileNameOf, reportsFolder, runStep, type StepResult } from "@/tests/run/step";

export const repositoryRoot = path.resolve(import.meta.dirname, "../..");

/** A program of node_modules, run by this Node: npx would ask a registry when one is missing. */
export function program(name: string): { command: string; args: string[] } {
  const file = {
    biome: "@biomejs/biome/bin/biome",
    knip: "knip/bin/knip.js",
    next: "next/dist/bin/next",
    playwright: "@playwright/test/cli.js",
    prisma: "prisma/build/index.js",
    tsc: "typescript/bin/tsc",
    tsx: "tsx/dist/cli.mjs",
    vitest: "vitest/vitest.mjs",
  }[name];
  if (!file) throw new RangeError(`no program called ${name}`);
  return { command: process.execPath, args: [path.join(repositoryRoot, "node_modules", file)] };
}

/** Deletes an old report, so that a suite that writes none is not credited with yesterday's. */
export function freshReportFile(suite: string): string {
  mkdirSync(reportsFolder, { recursive: true });
  const file = path.join(reportsFolder, `${fileNameOf(suite)}.json`);
  rmSync(file, { force: true });
  return file;
}

export async function runVitest(
  suite: string,
  project: "house" | "unit" | "integration",
  env: Record<string, string>,
): Promise<{ step: StepResult; outcomes: Outcome[] }> {
  const report = freshReportFile(suite);
  const { command, args } = program("vitest");
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile=${report}`];
  const step = await runStep({
    name: suite,
    command,
    args: [...args, "run", "--project", project, ...reporters],
    env: { ...env, NO_COLOR: "1" },
    timeoutMinutes: 15,
  });
  return { step, outcomes: withExitCode(step, readReport(suite, "vitest", report, repositoryRoot)) };
}

export async function runBuild(): Promise<{ step: StepResult; outcomes: Outcome[] }> {
  const { command, args } = program("next");
  const env = { NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
  const step = await runStep({ name: "build", command, args: [...args, "build"], env });
  return { step, outcomes: step.ok ? [] : [{ suite: "build", test: "build", status: "failed" }] };
}

export async function runJourneys(
  env: Record<string, string>,
): Promise<{ step: StepResult; outcomes: Outcome[] }> {
  const suite = "browser journeys";
  const report = freshReportFile(suite);
  const { command, args } = program("playwright");
  const step = await runStep({
    name: suite,
    command,
    args: [...args, "test", "--reporter=line,json"],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: "0" },
    timeoutMinutes: 15,
  });
  return { step, outcomes: withExitCode(step, readReport(suite, "playwright", report, repositoryRoot)) };
}

/** A runner that ends badly while its report shows no failure (an unhandled rejection, a leak) has failed. */
export function withExitCode(step: StepResult, outcomes: Outcome[]): Outcome[] {
  if (step.ok || outcomes.some(({ status }) => status === "failed")) return outcomes;
  return [
    ...outcomes,
    { suite: step.name, test: `${step.name}: the runner ended with an error`, status: "failed" },
  ];
}
