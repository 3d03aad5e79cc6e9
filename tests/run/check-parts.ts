import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Outcome } from "@/tests/run/reports";
import { program, repositoryRoot, runVitest } from "@/tests/run/runners";
import { printStep, runStep, type StepResult } from "@/tests/run/step";

type Part = () => Promise<{ step: StepResult; outcomes: Outcome[] }>;

/** Everything `npm run check` holds, two parts at a time; prints each with its time as it ends. */
export async function runCheck(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const run = async (part: Part) => {
    const result = await part();
    printStep(result.step);
    outcomes.push(...result.outcomes);
  };
  if (generatedClientIsOld()) await run(tool("generated client", "prisma", ["generate"]));

  // The longest first, so that two cores end together.
  const waiting: Part[] = [
    typesPart,
    () => runVitest("unit, UTC", "unit", { TZ: "UTC" }),
    () => runVitest("house: imports, sources, lockfile", "house", {}),
    tool("dead code", "knip", ["--no-progress"]),
    tool("migrations equal the schema", "tsx", ["--conditions=react-server", "bin/migrate.ts", "check"]),
    tool("format and lint", "biome", ["check", "--error-on-warnings", "."]),
  ];
  const lane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) await run(part);
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

/** A tool has no report: it counts as one failure when it fails, and as no test when it passes. */
function tool(name: string, programName: string, options: string[]): Part {
  return async () => {
    const { command, args } = program(programName);
    const step = await runStep({ name, command, args: [...args, ...options], env: { NO_COLOR: "1" } });
    return { step, outcomes: step.ok ? [] : [{ suite: "check", test: `check: ${name}`, status: "failed" }] };
  };
}

/** Routes' types (PageProps, typed links) are written by Next and not committed. */
const typesPart: Part = async () => {
  const routes = await tool("types: routes", "next", ["typegen"])();
  if (!routes.step.ok) return routes;
  const types = await tool("types", "tsc", ["--noEmit", "-p", "."])();
  types.step.seconds += routes.step.seconds;
  return types;
};

function generatedClientIsOld(): boolean {
  const client = path.join(repositoryRoot, "lib/data/client/generated/client.ts");
  const schema = path.join(repositoryRoot, "prisma/schema.prisma");
  return !existsSync(client) || statSync(client).mtimeMs < statSync(schema).mtimeMs;
}
