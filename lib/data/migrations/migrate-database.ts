import "server-only";
import type { Engine } from "@/lib/data/client/engine";
import { type DeployOptions, deploy } from "@/lib/data/migrations/deploy";
import { backupFolder } from "@/lib/data/migrations/folder-backup";
import { compareHistory, type MigrationStatus, readHistory } from "@/lib/data/migrations/history";
import { type MigrationFile, readMigrations } from "@/lib/data/migrations/migration-files";

/**
 * Brings an opened database up to this program, before anybody is served; answers the names applied.
 * The embedded folder is copied first when it holds something; a server's backups are its owner's.
 */
export async function migrateDatabase(
  engine: Engine,
  options: Pick<DeployOptions, "onStatement" | "patience"> & { files?: readonly MigrationFile[] } = {},
): Promise<string[]> {
  const { files = await readMigrations(), ...rest } = options;
  const connection = await engine.connect();
  const { folder } = engine;
  try {
    const backup = async (first: string) => {
      if (folder !== undefined) await backupFolder(folder, connection, first);
    };
    return await deploy(connection, files, { ...rest, backup });
  } finally {
    await connection.close();
  }
}

export async function migrationStatus(engine: Engine): Promise<MigrationStatus> {
  const connection = await engine.connect();
  try {
    return compareHistory(await readMigrations(), await readHistory(connection));
  } finally {
    await connection.close();
  }
}
