import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { whyBuild } from "@/bin/start/build-age";
import { whyPortIsNotFree } from "@/bin/start/port";
import { EnvironmentError, environment } from "@/lib/env";

const usage = `npm start            start Backsolve; the first admin is made at /welcome
npm run demo         the same, with two sample companies put into an empty database`;

const root = path.resolve(import.meta.dirname, "..");
const bin = (name: string) => path.join(root, "node_modules", name);
const nextBin = bin("next/dist/bin/next");

/** Says why it cannot go on, in a sentence for whoever started it. */
class CannotStart extends Error {
  override readonly name = "CannotStart";
}

async function start(words: string[]): Promise<number> {
  const withSample = words.includes("--sample");
  if (words.some((word) => word !== "--sample")) {
    console.log(usage);
    return words.includes("--help") ? 0 : 2;
  }
  process.chdir(root);
  const { PORT } = environment();
  await refuseWhenRunning();
  const taken = await whyPortIsNotFree(PORT);
  if (taken !== null) throw new CannotStart(taken);
  if (!existsSync("lib/data/client/generated/client.ts")) {
    console.log("Generating the database client …");
    await run(bin("prisma/build/index.js"), ["generate"]);
  }
  await prepare(withSample);
  const reason = await whyBuild(root);
  if (reason !== null) {
    console.log(`Building (${reason}) …`);
    await run(nextBin, ["build"]);
  }
  return serve(PORT);
}

/** Twice in a row: the first one holds the folder, and says so better than a port in use would. */
async function refuseWhenRunning(): Promise<void> {
  const { DATABASE_URL, BACKSOLVE_DATA } = environment();
  if (DATABASE_URL !== undefined) return;
  const { dataFolder } = await import("@/lib/data/client/data-folder");
  const { FolderHeld, folderOwner } = await import("@/lib/data/client/folder-lock");
  const folder = dataFolder(BACKSOLVE_DATA);
  const owner = await folderOwner(folder);
  if (owner !== undefined) throw new FolderHeld(folder.root, owner);
}

/** The schema and the sample companies, in this process; afterwards the folder is free for the server's. */
async function prepare(withSample: boolean): Promise<void> {
  const { prepareDatabase } = await import("@/lib/jobs/prepare-database");
  const { databaseTrouble } = await import("@/lib/jobs/database-trouble");
  const { closeDatabase } = await import("@/lib/data/client/database");
  try {
    console.log("Opening the database …");
    const applied = await prepareDatabase();
    if (applied.length > 0) console.log(`Brought it up to date: ${applied.join(", ")}.`);
    if (withSample) await addSamples();
  } catch (failure) {
    const trouble = databaseTrouble(failure, environment().DATABASE_URL);
    // The server waits for a database that is down, and gets it ready when it comes.
    if (trouble?.passing && !withSample)
      console.log(`${trouble.sentence} Starting all the same and waiting for it.`);
    else if (trouble !== null) throw new CannotStart(trouble.sentence);
    else throw failure;
  } finally {
    await closeDatabase();
  }
}

async function addSamples(): Promise<void> {
  const { listOrganizations } = await import("@/lib/data/organizations");
  const { sampleToday } = await import("@/lib/jobs/sample-companies");
  const { ensureSamples } = await import("@/prisma/seed");
  const there = await listOrganizations();
  if (there.length === 0) console.log("Telling eighteen months of two sample companies …");
  else if (!there.some(({ isSample }) => isSample)) {
    console.log("This database holds a company of your own, so no sample companies are added to it.");
  }
  await ensureSamples(sampleToday());
}

const production = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;

/** Runs a command of ours to its end; its output is the progress. */
async function run(script: string, words: string[]): Promise<void> {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...production },
  });
  const stop = forwardSignals(child);
  const code = await ended(child);
  stop();
  if (code !== 0)
    throw new CannotStart(`${path.basename(path.dirname(script))} ${words.join(" ")} ended with ${code}.`);
}

/**
 * The server is a process of its own, so that this one's memory (the seeding) is given back. The channel between
 * them tells it when we are gone, however we went; it would hold the folder otherwise.
 */
async function serve(port: number): Promise<number> {
  const child = spawn(process.execPath, [nextBin, "start", "--port", String(port)], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...production, PORT: String(port) },
  });
  const stop = forwardSignals(child);
  const watch = stopWithNpm(child);
  const code = await ended(child);
  clearInterval(watch);
  stop();
  return code;
}

/** npm passes a signal to its shell only, which dies without telling us: then nobody is left who could stop us. */
function stopWithNpm(child: ChildProcess): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 1_000).unref();
}

function forwardSignals(child: ChildProcess): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    // Stopped by a signal is how a server ends; anything else has a code of its own.
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGKILL" ? 137 : 0)));
  });
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (failure) {
  const expected =
    failure instanceof CannotStart ||
    failure instanceof EnvironmentError ||
    (failure instanceof Error && failure.name === "FolderHeld");
  console.error(expected ? `\nBacksolve did not start.\n${failure.message}` : failure);
  process.exitCode = 1;
}
