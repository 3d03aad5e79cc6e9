import "server-only";
import { z } from "zod";
import type { PlainConnection } from "@/lib/data/client/plain-connection";
import type { MigrationFile } from "@/lib/data/migrations/migration-files";

/** The table Prisma keeps, column for column: `prisma migrate` reads what we wrote and we read what it wrote. */
export const historyTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const historyRow = z.object({ name: z.string(), checksum: z.string(), finished: z.boolean() });
export type AppliedMigration = z.infer<typeof historyRow>;

export type MigrationStatus = {
  applied: string[];
  pending: string[];
  /** applied, but the committed text is another one now */
  changed: string[];
  /** applied, but not among the committed files: the database belongs to a newer program */
  unknown: string[];
  /** begun by another tool and never finished */
  unfinished: string[];
};

export async function readHistory(connection: PlainConnection): Promise<AppliedMigration[]> {
  const [table] = await connection.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present");
  if (table?.present !== true) return [];
  const rows = await connection.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map((row) => historyRow.parse(row));
}

export function compareHistory(
  files: readonly MigrationFile[],
  history: readonly AppliedMigration[],
): MigrationStatus {
  const applied = new Map(history.filter((row) => row.finished).map((row) => [row.name, row.checksum]));
  const committed = new Set(files.map((file) => file.name));
  return {
    applied: files.filter((file) => applied.has(file.name)).map((file) => file.name),
    pending: files.filter((file) => !applied.has(file.name)).map((file) => file.name),
    changed: files
      .filter((file) => applied.has(file.name) && applied.get(file.name) !== file.checksum)
      .map((file) => file.name),
    unknown: [...applied.keys()].filter((name) => !committed.has(name)),
    unfinished: history.filter((row) => !row.finished).map((row) => row.name),
  };
}

/** Why this program must not touch this database, in one sentence; undefined when it may. */
export function whyNotDeploy({ changed, unknown, unfinished }: MigrationStatus): string | undefined {
  if (unfinished.length > 0) {
    return `Another tool began ${unfinished.join(", ")} and did not finish. Restore the backup taken before it, or mark it with prisma migrate resolve.`;
  }
  if (unknown.length > 0) {
    return `The database is newer than this program: it has ${unknown.join(", ")}. Start the newer version.`;
  }
  if (changed.length > 0) {
    return `${changed.join(", ")} was changed after it had been applied. A migration is never edited: restore the text, and write a new one.`;
  }
  return undefined;
}
