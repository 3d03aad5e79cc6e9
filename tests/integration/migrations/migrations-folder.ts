import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type MigrationFile, readMigrations } from "@/lib/data/migrations/migration-files";

/** Planted migrations, by name, in a folder as they are committed; removed by `remove`. */
export async function migrationsFolder(
  texts: Record<string, string>,
): Promise<{ folder: string; files: MigrationFile[]; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "backsolve-migrations-"));
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, "migration.sql"), text);
  }
  return {
    folder,
    files: await readMigrations(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The files a test deploys without writing them anywhere. */
export async function migrationFiles(texts: Record<string, string>): Promise<MigrationFile[]> {
  const { files, remove } = await migrationsFolder(texts);
  await remove();
  return files;
}
