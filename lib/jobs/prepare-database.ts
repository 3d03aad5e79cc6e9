import "server-only";
import { type Database, database } from "@/lib/data/client/database";
import { migrateDatabase } from "@/lib/data/migrations/migrate-database";
import { ServerRefused } from "@/lib/jobs/database-trouble";

const oldestMajor = 15;

/** Opens this process's database and brings it up to this program; answers the migrations applied. */
export async function prepareDatabase(): Promise<string[]> {
  const opened = await database();
  await refuseOldServer(opened);
  return migrateDatabase(opened);
}

async function refuseOldServer(opened: Database): Promise<void> {
  const connection = await opened.connect();
  try {
    const [row] = await connection.query("SHOW server_version_num");
    const major = Math.floor(Number(row?.server_version_num) / 10_000);
    if (major >= oldestMajor) return;
    throw new ServerRefused(
      `The database server is PostgreSQL ${major}; Backsolve needs ${oldestMajor} or newer.`,
    );
  } finally {
    await connection.close();
  }
}
