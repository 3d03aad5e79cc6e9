import { dataFolder } from "@/lib/data/client/data-folder";
import { closeDatabase, database } from "@/lib/data/client/database";
import { askOwner } from "@/lib/data/client/folder-lock";
import { findDifference, writeMigration } from "@/lib/data/migrations/author";
import type { MigrationStatus } from "@/lib/data/migrations/history";
import { migrateDatabase, migrationStatus } from "@/lib/data/migrations/migrate-database";
import { environment } from "@/lib/env";

const usage = `npm run migrate -- COMMAND
  deploy             apply what is missing to the database (DATABASE_URL, else the data folder)
  status             say what is applied and what is missing
  check              schema.prisma and the migrations say the same (for developers)
  new NAME           write the difference as a new migration (for developers)
  new NAME --replace throw all migrations away and write one from nothing (before the first release)`;

async function run([command, ...rest]: string[]): Promise<number> {
  switch (command) {
    case "deploy":
      return deploy();
    case "status":
      return status();
    case "check":
      return check();
    case "new":
      return write(rest);
    default:
      console.log(usage);
      return command === undefined || command === "help" ? 0 : 2;
  }
}

async function deploy(): Promise<number> {
  const running = await statusOfRunningServer();
  if (running !== undefined) {
    console.log("A server is running on this data folder; it migrated when it started.");
    print(running);
    return running.pending.length === 0 ? 0 : 1;
  }
  const applied = await migrateDatabase(await database());
  console.log(
    applied.length === 0 ? "Nothing to do: the database is up to date." : `Applied ${applied.join(", ")}.`,
  );
  return 0;
}

async function status(): Promise<number> {
  const found = (await statusOfRunningServer()) ?? (await migrationStatus(await database()));
  print(found);
  return found.pending.length + found.changed.length + found.unknown.length + found.unfinished.length === 0
    ? 0
    : 1;
}

/** The embedded folder has one owner: while a server runs, it answers for its database. */
async function statusOfRunningServer(): Promise<MigrationStatus | undefined> {
  const { DATABASE_URL, BACKSOLVE_DATA } = environment();
  if (DATABASE_URL !== undefined) return undefined;
  const answer = await askOwner(dataFolder(BACKSOLVE_DATA), { command: "migrate-status" });
  if (answer === undefined) return undefined;
  if (!answer.ok) throw new Error(answer.sentence);
  return answer.result as MigrationStatus;
}

function print(found: MigrationStatus): void {
  for (const [state, names] of Object.entries(found)) {
    for (const name of names) console.log(`${state.padEnd(10)} ${name}`);
  }
}

async function check(): Promise<number> {
  const difference = await findDifference();
  if (difference.length === 0) {
    console.log("schema.prisma and the migrations say the same.");
    return 0;
  }
  console.log(
    `${difference.join(";\n")};\n\nschema.prisma says this and no migration does: npm run migrate -- new NAME`,
  );
  return 1;
}

async function write(rest: string[]): Promise<number> {
  const replace = rest.includes("--replace");
  const [words] = rest.filter((word) => !word.startsWith("--"));
  if (words === undefined) {
    console.log(usage);
    return 2;
  }
  const name = await writeMigration(words, { replace });
  console.log(
    name === undefined ? "Nothing to write: the migrations say what schema.prisma says." : `Wrote ${name}.`,
  );
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
