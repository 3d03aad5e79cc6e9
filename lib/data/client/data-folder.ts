import "server-only";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** A data folder that must not be opened; the sentence says why and what to do. */
export class FolderRefused extends Error {
  override readonly name = "FolderRefused";
}

/** The layout of the folder. Raised when an older program could not read it any more. */
const format = 1;
/** PGlite 0.5 is PostgreSQL 18; another major cannot read its files. */
const postgresMajor = 18;

const markerName = "backsolve.json";
const ours = new Set([markerName, "lock", "pglite", "pglite.creating", "backups", "uploads"]);
/** What systems leave in folders without being asked; a mounted volume has lost+found. */
const tolerated = new Set([".DS_Store", "Thumbs.db", "desktop.ini", "lost+found", ".gitkeep"]);

export type DataFolder = {
  /** absolute */
  root: string;
  pglite: string;
  /** where a new database is made before it gets its name, so that half of one is never opened */
  pgliteCreating: string;
  lock: string;
  backups: string;
};

export function dataFolder(folder: string): DataFolder {
  const root = path.resolve(folder);
  const inside = (name: string) => path.join(root, name);
  return {
    root,
    pglite: inside("pglite"),
    pgliteCreating: inside("pglite.creating"),
    lock: inside("lock"),
    backups: inside("backups"),
  };
}

/**
 * Makes the folder if needed and checks that it is a data folder of this version: a mistyped path must not fill
 * somebody's home directory, and files of another version must not be opened and spoiled.
 */
export async function prepareFolder(folder: DataFolder): Promise<void> {
  await mkdir(folder.root, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder.root)).filter((name) => !tolerated.has(name));
  const marker = names.includes(markerName) ? await readMarker(folder) : undefined;
  if (marker === undefined) {
    const foreign = names.filter((name) => !ours.has(name) && !name.startsWith(`${markerName}.`));
    if (foreign.length > 0 || names.includes("pglite")) {
      throw new FolderRefused(
        `${folder.root} is not a Backsolve data folder: it holds ${list(names)}. ` +
          "Set BACKSOLVE_DATA to an empty folder or to one Backsolve made.",
      );
    }
    await writeWhole(path.join(folder.root, markerName), { product: "backsolve", format, postgresMajor });
    return;
  }
  if (marker.format !== format || marker.postgresMajor !== postgresMajor) {
    const found = `format ${marker.format}, PostgreSQL ${marker.postgresMajor}`;
    throw new FolderRefused(
      `${folder.root} was made by another version of Backsolve (${found}; this one reads format ${format}, ` +
        `PostgreSQL ${postgresMajor}). Export with the version that made it, then restore with this one.`,
    );
  }
  await refuseOtherMajor(folder);
}

/** The files themselves have the last word: a copied-in database may be of another major than the marker says. */
async function refuseOtherMajor(folder: DataFolder): Promise<void> {
  const written = await readOrAbsent(path.join(folder.pglite, "PG_VERSION"));
  if (written === undefined || Number(written.trim()) === postgresMajor) return;
  throw new FolderRefused(
    `The database in ${folder.pglite} is PostgreSQL ${written.trim()}, this version reads ${postgresMajor}. ` +
      "Export with the version that made it, then restore with this one.",
  );
}

async function readMarker(folder: DataFolder): Promise<{ format: unknown; postgresMajor: unknown }> {
  const text = (await readOrAbsent(path.join(folder.root, markerName))) ?? "";
  const marker = parsed(text);
  if (
    typeof marker === "object" &&
    marker !== null &&
    "product" in marker &&
    marker.product === "backsolve"
  ) {
    return {
      format: "format" in marker ? marker.format : "unknown",
      postgresMajor: "postgresMajor" in marker ? marker.postgresMajor : "unknown",
    };
  }
  throw new FolderRefused(
    `${path.join(folder.root, markerName)} cannot be read as the mark of a data folder.`,
  );
}

/** Written beside and renamed: whoever reads sees the old text or the new, never half. */
export async function writeWhole(file: string, content: unknown): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(beside, file);
}

export async function readOrAbsent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw failure;
  }
}

export async function removeHalfMade(folder: DataFolder): Promise<void> {
  await rm(folder.pgliteCreating, { recursive: true, force: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON: the caller refuses the folder and says so
  }
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
