import "server-only";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export type MigrationFile = {
  /** the folder's name: time stamp and words; sorts in the order of writing */
  name: string;
  text: string;
  /** as Prisma computes it, so that both tools agree on what was applied */
  checksum: string;
};

export const migrationsFolder = path.join("prisma", "migrations");

/** The committed migrations, oldest first. */
export async function readMigrations(folder: string = migrationsFolder): Promise<MigrationFile[]> {
  const entries = await readdir(/* turbopackIgnore: true */ folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(
        /* turbopackIgnore: true */ path.join(folder, name, "migration.sql"),
        "utf8",
      );
      return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
}
