import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "@/lib/data/client/embedded";
import { plainServerConnection } from "@/lib/data/client/plain-connection";
import { compareHistory, readHistory } from "@/lib/data/migrations/history";
import { migrationsFolder } from "@/tests/integration/migrations/migrations-folder";
import { realPostgres } from "@/tests/support/database/real-postgres";

const real = realPostgres();

const planted = {
  "1_first": "CREATE TABLE a (b int); INSERT INTO a VALUES (1); CREATE TABLE c (d int);",
  "2_second": "ALTER TABLE a ADD e int; UPDATE a SET e = 2; DROP TABLE c;",
};
/** before each statement, and before each file is recorded */
const momentsToDie = 8;

let migrations: Awaited<ReturnType<typeof migrationsFolder>>;
let folder: string;

beforeAll(async () => {
  migrations = await migrationsFolder(planted);
  folder = await mkdtemp(path.join(tmpdir(), "backsolve-killed-"));
});

afterAll(async () => {
  await migrations.remove();
  await rm(folder, { recursive: true, force: true });
});

type End = { signal: string | null; output: string };

function deployAndDie(target: string, at: number): Promise<End> {
  const script = "tests/support/database/deploy-and-die.ts";
  const run = ["--import", "tsx", "--conditions=react-server", script, target, migrations.folder, String(at)];
  return new Promise((resolve) => {
    execFile(process.execPath, run, (failure, stdout, stderr) => {
      resolve({ signal: failure?.signal ?? null, output: stdout + stderr });
    });
  });
}

type Query = (text: string) => Promise<Record<string, unknown>[]>;

/** Each file is there whole or not at all, and the history says which. */
async function expectWhole(query: Query): Promise<void> {
  const { applied, unfinished } = compareHistory(
    migrations.files,
    await readHistory({ query, close: async () => {} }),
  );
  expect(unfinished).toEqual([]);
  const columns = await query(
    "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_name IN ('a', 'c') ORDER BY 1",
  );
  const expected = [[], ["a.b", "c.d"], ["a.b", "a.e"]][applied.length];
  expect(columns.map((row) => row.name)).toEqual(expected);
  if (applied.length > 0) expect(await query("SELECT b FROM a")).toEqual([{ b: 1 }]);
}

describe("A migration killed at every statement (F13)", () => {
  it("on PostgreSQL leaves whole files only, and the next start finishes", async () => {
    for (let at = 0; at < momentsToDie; at += 1) {
      const url = await real.emptyDatabase();
      expect((await deployAndDie(url, at)).signal, `killed at ${at}`).toBe("SIGKILL");
      const connection = await plainServerConnection(url);
      await expectWhole(connection.query);
      if (at % 3 === 0) {
        const end = await deployAndDie(url, -1);
        expect(end.output, end.output).toMatch(/"applied":\[.*"2_second"\]/);
        await expectWhole(connection.query);
        expect(await connection.query("SELECT * FROM a")).toEqual([{ b: 1, e: 2 }]);
      }
      await connection.close();
    }
  }, 240_000);

  it("on the embedded folder leaves whole files only, frees the folder, and the next start finishes", async () => {
    const data = path.join(folder, "data");
    // The folder is used again and again; the third kill is after the first file's commit, in the second.
    const seen = new Set<number>();
    for (const at of [0, 3, 5, 2, 3]) {
      const end = await deployAndDie(data, at);
      expect(end.signal, `killed at ${at}: ${end.output}`).toBe("SIGKILL");
      const engine = await openEmbedded(data);
      const connection = await engine.connect();
      await expectWhole(connection.query);
      seen.add((await readHistory(connection)).length);
      await engine.close();
    }
    expect([...seen]).toEqual([0, 1]);
    const end = await deployAndDie(data, -1);
    expect(end.output).toContain('"applied":["2_second"]');
    const engine = await openEmbedded(data);
    const connection = await engine.connect();
    await expectWhole(connection.query);
    await engine.close();
  }, 240_000);
});
