import "server-only";
import { FolderRefused } from "@/lib/data/client/data-folder";
import { FolderHeld } from "@/lib/data/client/folder-lock";
import { sqlState } from "@/lib/data/client/sql-state";
import { MigrationRefused } from "@/lib/data/migrations/deploy";

/** Why the database cannot be used, in a sentence that says what to do; `passing` when waiting may be enough. */
export type DatabaseTrouble = { sentence: string; passing: boolean };

/** A server that answers and is not one we can use. */
export class ServerRefused extends Error {
  override readonly name = "ServerRefused";
}

const networkSentences: Record<string, (at: string) => string> = {
  ECONNREFUSED: (at) =>
    `Nothing answers at ${at}. Is PostgreSQL running there, and is the port in DATABASE_URL right?`,
  ETIMEDOUT: (at) =>
    `${at} does not answer. Is there a firewall between, and is the address in DATABASE_URL right?`,
  EHOSTUNREACH: (at) => `There is no way to ${at}. Is the address in DATABASE_URL right?`,
  ENETUNREACH: (at) => `There is no way to ${at}. Is the address in DATABASE_URL right?`,
  ENOTFOUND: (at) => `The name in DATABASE_URL is unknown: ${at}. Is it spelled right?`,
  EAI_AGAIN: (at) => `The name in DATABASE_URL cannot be looked up at the moment: ${at}.`,
  ECONNRESET: (at) => `${at} closed the connection.`,
};

/**
 * Null for what is no trouble of the database's but a mistake of ours, which is thrown on as it is.
 * `url` is the DATABASE_URL in use; its user and password never reach the sentence.
 *
 * @example
 * databaseTrouble(Object.assign(new Error(), { code: "3D000" }), "postgresql://me:secret@db:5432/sales")
 * // => { sentence: "The server db:5432 has no database «sales». Create it first: createdb …", passing: false }
 */
export function databaseTrouble(failure: unknown, url: string | undefined): DatabaseTrouble | null {
  if (failure instanceof FolderHeld || failure instanceof FolderRefused || failure instanceof ServerRefused) {
    return { sentence: failure.message, passing: false };
  }
  if (failure instanceof MigrationRefused) return { sentence: failure.message, passing: false };
  return url === undefined ? folderTrouble(failure) : serverTrouble(failure, new URL(url));
}

function serverTrouble(failure: unknown, url: URL): DatabaseTrouble | null {
  const at = `${url.hostname}:${url.port || "5432"}`;
  const network = networkSentences[codeOf(failure) ?? ""];
  if (network !== undefined) return { sentence: network(at), passing: true };
  // pg gives its own time-outs no code.
  if (failure instanceof Error && /timeout|timed out|terminated/i.test(failure.message)) {
    return { sentence: `The database at ${at} does not answer in time.`, passing: true };
  }
  const name = decodeURIComponent(url.pathname.slice(1));
  switch (sqlState(failure)) {
    case "28P01":
    case "28000":
      return {
        sentence: `The server ${at} does not take the user and password in DATABASE_URL.`,
        passing: false,
      };
    case "3D000":
      return {
        sentence: `The server ${at} has no database «${name}». Create it first: createdb -h ${url.hostname} ${name}`,
        passing: false,
      };
    case "42501":
      return {
        sentence: `The user in DATABASE_URL may not create tables in «${name}». Make it the owner of the database.`,
        passing: false,
      };
    case "57P03":
      return { sentence: `The database at ${at} is starting.`, passing: true };
    case "57P01":
      return { sentence: `The database at ${at} is stopping.`, passing: true };
    case "53300":
      return { sentence: `The server ${at} has no connection left for us.`, passing: true };
    default:
      return null;
  }
}

function folderTrouble(failure: unknown): DatabaseTrouble | null {
  const path =
    typeof failure === "object" && failure !== null && "path" in failure ? String(failure.path) : "it";
  switch (codeOf(failure)) {
    case "EACCES":
    case "EPERM":
      return {
        sentence: `The data folder may not be written (${path}). Give it to the user who starts Backsolve, or name another in BACKSOLVE_DATA.`,
        passing: false,
      };
    case "EROFS":
      return {
        sentence: `The disk of the data folder is read-only (${path}). Name another in BACKSOLVE_DATA.`,
        passing: false,
      };
    case "ENOSPC":
      return {
        sentence: "The disk of the data folder is full. Make room and start again; nothing was lost.",
        passing: false,
      };
    case "ENOTDIR":
      return {
        sentence: `The data folder cannot be made: ${path} is a file. Name another in BACKSOLVE_DATA.`,
        passing: false,
      };
    default:
      return null;
  }
}

function codeOf(failure: unknown): string | undefined {
  return typeof failure === "object" &&
    failure !== null &&
    "code" in failure &&
    typeof failure.code === "string"
    ? failure.code
    : undefined;
}
