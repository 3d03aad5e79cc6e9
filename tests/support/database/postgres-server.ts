import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { findPostgresBinaries } from "@/tests/support/database/postgres-binaries";
import { freePort } from "@/tests/support/free-port";

export type PostgresServer = {
  /** A plain role that may create databases and nothing else: what the product is promised to need. */
  url: string;
  version: string;
  stop: () => Promise<void>;
};

/**
 * The PostgreSQL of TEST_DATABASE_URL, else one of our own on a free port and a throw-away folder.
 * Stop what you started: a given server is left as it is.
 */
export async function startPostgresServer(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, version: await readVersion(given), stop: async () => {} };

  const account = unprivilegedAccount();
  const binaries = findPostgresBinaries(account !== null);
  const folder = mkdtempSync(path.join(tmpdir(), "backsolve-pgdata-"));
  if (account) chownSync(folder, account.uid, account.gid);
  const identity = account ?? {};
  const data = path.join(folder, "data");
  execFileSync(
    binaries.initdb,
    ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...identity, cwd: folder, stdio: "pipe" },
  );

  const port = await freePort();
  // Nothing here outlives the run, so nothing waits for the disk.
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
  ].flatMap((setting) => ["-c", setting]);
  const server = spawn(binaries.postgres, ["-D", data, "-p", String(port), ...settings], {
    ...identity,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  server.stderr.on("data", (chunk) => {
    log = (log + chunk).slice(-20_000);
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stopNow = () => server.kill("SIGQUIT");
  process.once("exit", stopNow);

  const stop = async () => {
    process.off("exit", stopNow);
    // Fast shutdown: ends sessions that a test left open instead of waiting for them.
    if (server.exitCode === null) server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
    binaries.dispose();
  };
  const admin = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  try {
    await waitUntilReady(admin, () => server.exitCode !== null);
    await createPlainRole(admin);
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start:\n${log}`, { cause: error });
  }
  return { url: `postgresql://backsolve@127.0.0.1:${port}/backsolve`, version: binaries.version, stop };
}

/** PostgreSQL refuses to run as root; `nobody` exists everywhere root does. */
function unprivilegedAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function waitUntilReady(url: string, hasEnded: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  for (;;) {
    try {
      await readVersion(url);
      return;
    } catch (error) {
      if (hasEnded() || Date.now() > giveUpAt) throw error;
      await sleep(100);
    }
  }
}

async function createPlainRole(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("CREATE ROLE backsolve LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS");
    await client.query("CREATE DATABASE backsolve OWNER backsolve");
  });
}

function readVersion(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string }>("SELECT version()");
    return rows[0]!.version;
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
