import { spawn } from "node:child_process";

export type StepResult = { name: string; ok: boolean; seconds: number; output: string };

type Command = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Shown line by line while it runs, else only if it fails. */
  live?: boolean;
  timeoutMinutes?: number;
};

/** Runs one command to its end. A command that could not be started, or ran over its time, has failed. */
export function runStep({
  name,
  command,
  args,
  env,
  live = false,
  timeoutMinutes = 10,
}: Command): Promise<StepResult> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk: Buffer) => {
      output += chunk;
      if (live) process.stdout.write(chunk);
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

/** The time first, so that a column of them can be read. */
export function printStep({ name, ok, seconds, output }: StepResult, live = false): void {
  console.log(`${seconds.toFixed(1).padStart(6)} s  ${ok ? "ok  " : "FAIL"}  ${name}`);
  if (!ok && !live) console.log(output.trimEnd().replace(/^/gm, "          "));
}
