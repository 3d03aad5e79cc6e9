import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/tests/support/free-port";

/** The Tuesday of the mockups: mid-quarter, two days before a holiday. */
const today = "2026-11-24";

const secondsToStart = 300;

/**
 * Starts the product as the README does, with the sample company in a throw-away folder, and stops it afterwards.
 * E2E_BASE_URL points the journeys at a server that runs already.
 */
async function startServer(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined;

  const folder = mkdtempSync(path.join(tmpdir(), "backsolve-e2e-"));
  const port = await freePort();
  const { DATABASE_URL: _own, APP_URL: _address, ...inherited } = process.env;
  const server = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "bin/start.ts", "--sample"],
    {
      env: {
        ...inherited,
        NODE_ENV: "production",
        PORT: String(port),
        BACKSOLVE_DATA: path.join(folder, "data"),
        APP_TODAY: today,
        LOG_LEVEL: "warn",
      },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own: what the server starts ends with it.
      detached: true,
    },
  );
  let log = "";
  const take = (chunk: Buffer) => {
    log = (log + chunk).slice(-20_000);
  };
  server.stdout.on("data", take);
  server.stderr.on("data", take);

  const stop = async () => {
    await endGroup(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  try {
    await waitUntilReady(`${address}/api/health/ready`, server);
  } catch (error) {
    await stop();
    throw new Error(`The server did not start:\n${log}`, { cause: error });
  }
  process.env.E2E_BASE_URL = address;
  return stop;
}

// Playwright calls a module's default export.
export default startServer;

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + secondsToStart * 1000;
  while (Date.now() < giveUpAt) {
    if (server.exitCode !== null) throw new Error(`it ended with code ${server.exitCode}`);
    if (await answers(url)) return;
    await sleep(250);
  }
  throw new Error(`it was not ready after ${secondsToStart} s`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch (error) {
    // Nobody listens yet, or the answer took too long: asked again.
    if (error instanceof TypeError || (error as Error).name === "TimeoutError") return false;
    throw error;
  }
}

async function endGroup(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  process.kill(-server.pid, "SIGTERM");
  const tooSlow = setTimeout(() => process.kill(-server.pid!, "SIGKILL"), 10_000);
  await ended;
  clearTimeout(tooSlow);
}
