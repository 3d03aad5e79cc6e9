import "server-only";
import { randomUUID } from "node:crypto";
import type { PlainConnection } from "@/lib/data/client/plain-connection";
import { sqlState } from "@/lib/data/client/sql-state";
import { compareHistory, historyTable, readHistory, whyNotDeploy } from "@/lib/data/migrations/history";
import type { MigrationFile } from "@/lib/data/migrations/migration-files";
import { splitStatements } from "@/lib/data/migrations/split-statements";

/** A migration that was not applied. The message is for the person who starts the program. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

export type DeployOptions = {
  /** called once, before the first change, when there is something to lose */
  backup?: (firstPending: string) => Promise<void>;
  /** told before each statement; the crash tests die here */
  onStatement?: (name: string, index: number) => void | Promise<void>;
  /** how long to wait for another instance that is migrating, in milliseconds */
  patience?: number;
};

/** Prisma's own key, so that its tool and ours exclude each other too. */
const advisoryKey = 72_707_369;

/**
 * Applies what is missing, oldest first, and answers the names. One connection; one transaction per file, in which
 * each statement is its own query and the history row is the last, so a file is applied whole or not at all,
 * whatever is killed and when. Several instances may call at once: one works, the others wait and find it done.
 */
export async function deploy(
  connection: PlainConnection,
  files: readonly MigrationFile[],
  options: DeployOptions = {},
): Promise<string[]> {
  if (await isUpToDate(connection, files)) return [];
  await takeLock(connection, options.patience ?? 120_000);
  try {
    await connection.query(historyTable);
    // Read again: another instance may have migrated while this one waited.
    const history = await readHistory(connection);
    const status = compareHistory(files, history);
    const refusal = whyNotDeploy(status);
    if (refusal !== undefined) throw new MigrationRefused(refusal);
    const [firstPending] = status.pending;
    if (firstPending !== undefined && history.length > 0) await options.backup?.(firstPending);
    for (const file of files) {
      if (status.pending.includes(file.name)) await apply(connection, file, options);
    }
    return status.pending;
  } finally {
    await releaseLock(connection);
  }
}

/** The usual start: nothing to do is found without a lock, so that it does not wait for a neighbour's backup. */
async function isUpToDate(connection: PlainConnection, files: readonly MigrationFile[]): Promise<boolean> {
  const status = compareHistory(files, await readHistory(connection));
  const refusal = whyNotDeploy(status);
  if (refusal !== undefined && status.unfinished.length === 0) throw new MigrationRefused(refusal);
  return status.pending.length === 0 && status.unfinished.length === 0;
}

async function apply(
  connection: PlainConnection,
  file: MigrationFile,
  options: DeployOptions,
): Promise<void> {
  const statements = splitStatements(file.text);
  refuseTransactionControl(file, statements);
  const concurrent = statements.some((statement) => /\bCONCURRENTLY\b/i.test(withoutLiterals(statement)));
  if (concurrent && statements.length > 1) {
    throw new MigrationRefused(
      `${file.name} mixes CONCURRENTLY with other statements; it needs a file of its own.`,
    );
  }
  const startedAt = new Date();
  let current = 0;
  try {
    if (!concurrent) await begin(connection);
    else await dropInvalidIndex(connection, statements[0] ?? "");
    for (const [index, statement] of statements.entries()) {
      current = index;
      await options.onStatement?.(file.name, index);
      await connection.query(statement);
    }
    current = statements.length;
    await options.onStatement?.(file.name, statements.length);
    await connection.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, $5, 1)`,
      [randomUUID(), file.checksum, file.name, startedAt.toISOString(), new Date().toISOString()],
    );
    if (!concurrent) await connection.query("COMMIT");
  } catch (failure) {
    if (!concurrent) await connection.query("ROLLBACK").catch(() => undefined); // gone with the connection otherwise
    const statement = statements[current]?.replace(/\s+/g, " ").slice(0, 120) ?? "recording it";
    const state = sqlState(failure);
    throw new MigrationRefused(
      `Migration ${file.name} was not applied and the database is as it was before it. ` +
        `Statement ${current + 1} («${statement}») was refused: ${messageOf(failure)}${state ? ` (${state})` : ""}.`,
      { cause: failure },
    );
  }
}

async function begin(connection: PlainConnection): Promise<void> {
  await connection.query("BEGIN");
  // An ALTER that waits for a long query makes every later query wait for it: rather give up and say so.
  await connection.query("SET LOCAL lock_timeout = '30s'");
  const [citus] = await connection.query("SELECT 1 AS present FROM pg_extension WHERE extname = 'citus'");
  if (citus !== undefined) await connection.query("SET LOCAL citus.multi_shard_modify_mode = 'sequential'");
}

function refuseTransactionControl(file: MigrationFile, statements: readonly string[]): void {
  const control = statements.find((statement) =>
    /^(begin|start|commit|end|rollback|abort|savepoint)\b/i.test(statement),
  );
  if (control === undefined) return;
  throw new MigrationRefused(
    `${file.name} contains «${control.slice(0, 40)}»: a file is one transaction, opened and closed around it.`,
  );
}

/** CREATE INDEX CONCURRENTLY that was killed leaves an index nobody uses and its name taken. */
async function dropInvalidIndex(connection: PlainConnection, statement: string): Promise<void> {
  const rows = await connection.query(
    `SELECT c.relname AS name, quote_ident(c.relname) AS quoted FROM pg_index i
     JOIN pg_class c ON c.oid = i.indexrelid WHERE NOT i.indisvalid`,
  );
  for (const { name, quoted } of rows) {
    const names = statement.match(/"[^"]+"|[\w$]+/g)?.map((part) => part.replace(/"/g, "")) ?? [];
    if (names.includes(String(name)))
      await connection.query(`DROP INDEX CONCURRENTLY IF EXISTS ${String(quoted)}`);
  }
}

/** Asked for again and again rather than waited for: a waiting statement would hold up CREATE INDEX CONCURRENTLY. */
async function takeLock(connection: PlainConnection, patience: number): Promise<void> {
  const giveUpAt = performance.now() + patience;
  for (;;) {
    const [row] = await connection.query("SELECT pg_try_advisory_lock($1::bigint) AS taken", [advisoryKey]);
    if (row?.taken === true) return;
    if (performance.now() > giveUpAt) {
      throw new MigrationRefused(
        `Another instance has been migrating this database for ${Math.round(patience / 1000)} s. Start again when it is done.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function releaseLock(connection: PlainConnection): Promise<void> {
  // A connection that is gone has lost its lock already, and its own error is the one to report.
  await connection.query("SELECT pg_advisory_unlock($1::bigint)", [advisoryKey]).catch(() => undefined);
}

function withoutLiterals(statement: string): string {
  return statement.replace(/'(?:[^']|'')*'/g, "''").replace(/--[^\n]*/g, "");
}

function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
