import "server-only";
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { DataFolder } from "@/lib/data/client/data-folder";
import type { PlainConnection } from "@/lib/data/client/plain-connection";

const keep = 3;

/**
 * Copies the embedded database beside itself before a migration, and keeps the newest three copies.
 * After the checkpoint nothing writes: this process alone owns the folder and is only starting.
 * Copied under another name and renamed when whole, so that a half copy is never taken for a backup.
 */
export async function backupFolder(
  folder: DataFolder,
  connection: PlainConnection,
  before: string,
): Promise<string> {
  await connection.query("CHECKPOINT");
  await mkdir(folder.backups, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const copy = path.join(folder.backups, `${stamp}-before-${before}`);
  const partial = `${copy}.partial`;
  await cp(folder.pglite, partial, { recursive: true, errorOnExist: true, force: false });
  await rename(partial, copy);
  await removeOld(folder.backups);
  return copy;
}

async function removeOld(backups: string): Promise<void> {
  const names = (await readdir(backups)).filter((name) => /^\d{8}T\d{6}Z-before-/.test(name)).sort();
  const whole = names.filter((name) => !name.endsWith(".partial"));
  const old = [...names.filter((name) => name.endsWith(".partial")), ...whole.slice(0, -keep)];
  for (const name of old) await rm(path.join(backups, name), { recursive: true, force: true });
}
