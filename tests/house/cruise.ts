import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import type { ICruiseResult } from "dependency-cruiser";

export const repositoryRoot = path.resolve(import.meta.dirname, "../..");

export type Violation = { rule: string; from: string; to: string };

const rulesFile = path.join(repositoryRoot, ".dependency-cruiser.cjs");
const command = path.join(repositoryRoot, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

export function ruleNames(): string[] {
  const { forbidden } = createRequire(import.meta.url)(rulesFile) as { forbidden: { name: string }[] };
  return forbidden.map((rule) => rule.name);
}

/**
 * Reads every module under `root` with the repository's rules; paths in the answer are relative to `root`.
 *
 * A process of its own per tree: the cruiser keeps one resolver for a process, so a second tree read in it
 * would resolve its imports with the first one's tsconfig and pass.
 */
export async function cruiseTree(
  root: string,
  folders: string[],
): Promise<{ modules: string[]; violations: Violation[] }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [command, "--config", rulesFile, "--output-type", "json", ...folders],
    { cwd: root, maxBuffer: 256 * 1024 * 1024 },
  );
  const { modules, summary } = JSON.parse(stdout) as ICruiseResult;
  return {
    modules: modules.filter((module) => !module.source.includes("node_modules/")).map(({ source }) => source),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
