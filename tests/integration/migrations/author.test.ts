import { appendFile, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findDifference } from "@/lib/data/migrations/author";
import { migrationsFolder, readMigrations } from "@/lib/data/migrations/migration-files";

let copy: string;

beforeEach(async () => {
  copy = await mkdtemp(path.join(tmpdir(), "backsolve-author-"));
  await cp(migrationsFolder, copy, { recursive: true });
});

afterEach(() => rm(copy, { recursive: true, force: true }));

async function lastFile(): Promise<string> {
  const names = (await readMigrations(copy)).map((file) => file.name);
  return path.join(copy, names.at(-1) ?? "", "migration.sql");
}

// Each builds the whole schema twice in WebAssembly; on a busy machine that takes a while.
describe("schema.prisma and the committed migrations", { timeout: 240_000 }, () => {
  it("say the same", async () => {
    expect(await findDifference()).toEqual([]);
  });

  it("are told apart by a column more, a column less and an index of a name we do not know", async () => {
    const planted = [
      'ALTER TABLE "person" ADD "planted" int',
      'ALTER TABLE "person" DROP COLUMN "work_share"',
      "CREATE INDEX planted_idx ON team (name)",
    ];
    await appendFile(await lastFile(), `\n${planted.join(";\n")};\n`);
    const found = (await findDifference(copy)).join("\n").replace(/\s+/g, " ");
    expect(found).toContain('DROP COLUMN "planted"');
    expect(found).toContain('ADD COLUMN "work_share"');
    expect(found).toContain('DROP INDEX "planted_idx"');
  });

  it("are not taken for equal when a migration does not run", async () => {
    await appendFile(await lastFile(), "\nALTER TABLE missing ADD planted int;\n");
    await expect(findDifference(copy)).rejects.toThrow();
  });
});
