import { type DeployOptions, deploy } from "@/lib/data/migrations/deploy";
import { readMigrations } from "@/lib/data/migrations/migration-files";

/**
 * A process of its own that migrates and is killed before statement N, without a chance to tidy up:
 * tsx deploy-and-die.ts TARGET MIGRATIONS N, where TARGET is a folder or an address and N = -1 lives on.
 */
const [target = "", folder = "", at = "-1"] = process.argv.slice(2);
const files = await readMigrations(folder);
let statement = 0;
const onStatement: NonNullable<DeployOptions["onStatement"]> = () => {
  if (statement === Number(at)) process.kill(process.pid, "SIGKILL");
  statement += 1;
};

// Imported late: a process that speaks to a server need not load the engine in WebAssembly.
if (target.startsWith("postgresql://")) {
  const { plainServerConnection } = await import("@/lib/data/client/plain-connection");
  const connection = await plainServerConnection(target);
  report(await deploy(connection, files, { onStatement }));
  await connection.close();
} else {
  const { openEmbedded } = await import("@/lib/data/client/embedded");
  const { migrateDatabase } = await import("@/lib/data/migrations/migrate-database");
  const engine = await openEmbedded(target);
  report(await migrateDatabase(engine, { files, onStatement }));
  await engine.close();
}

function report(applied: string[]): void {
  process.stdout.write(`${JSON.stringify({ applied })}\n`);
}
