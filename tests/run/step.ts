import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Reports and logs of the last run. */
export const reportsFolder = path.resolve(import.meta.dirname, "../../reports");

export type StepResult = { name: string; ok: boolean; seconds: number; output: string };

type Command = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  timeoutMinutes?: number;
};

/** Runs one command to its end. A command that could not be started, or ran over its time, has failed. */
export function runStep({ name, command, args, env, timeoutMinutes = 10 }: Command): Promise<StepResult> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const timer = setTimeout(() => {
      output += `\n${name}: ended after ${timeoutMinutes} minutes\n`;
      child.kill("SIGTERM");
      setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
    }, timeoutMinutes * 60_000);
    const end = (ok: boolean) => {
      clearTimeout(timer);
      resolve({ name, ok, seconds: (performance.now() - start) / 1000, output });
    };
    child.on("error", (error) => {
      output += `${name}: ${error.message}\n`;
      end(false);
    });
    child.on("close", (code) => end(code === 0));
  });
}

const linesShown = 60;

/** The time first, so that a column of them can be read; of a failure the end, and where the whole is. */
export function printStep({ name, ok, seconds, output }: StepResult): void {
  const log = path.join(reportsFolder, `${fileNameOf(name)}.log`);
  mkdirSync(reportsFolder, { recursive: true });
  writeFileSync(log, output);
  console.log(`${seconds.toFixed(1).padStart(6)} s  ${ok ? "ok  " : "FAIL"}  ${name}`);
  if (ok) return;
  const lines = output.trimEnd().split("\n");
  if (lines.length > linesShown)
    console.log(`          … the last ${linesShown} of ${lines.length} lines; all in ${log}`);
  for (const line of lines.slice(-linesShown)) console.log(`          ${line}`);
}

/** "unit, Asia/Kathmandu" → "unit-asia-kathmandu" */
export function fileNameOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
