import { readdir, stat } from "node:fs/promises";
import path from "node:path";

/** What a build is made from. Tests, documents and data do not change it. */
const sources = [
  ...["app", "components", "lib", "prisma", "public"],
  ...[
    "proxy.ts",
    "instrumentation.ts",
    "next.config.ts",
    "postcss.config.mjs",
    "package-lock.json",
    "tsconfig.json",
  ],
];

/** Why a build is needed, in a few words; null when the one there is newer than everything it was made from. */
export async function whyBuild(root: string): Promise<string | null> {
  const built = await modified(path.join(root, ".next", "BUILD_ID"));
  if (built === null) return "there is no build yet; about a minute";
  for (const source of sources) {
    const newer = await newerThan(path.join(root, source), built);
    if (newer !== null) return `${path.relative(root, newer)} is newer than the last build; about a minute`;
  }
  return null;
}

async function newerThan(file: string, moment: number): Promise<string | null> {
  const own = await modified(file);
  if (own === null) return null;
  const folder = (await stat(file)).isDirectory();
  // A folder's own time tells of files that were removed.
  if (own > moment) return file;
  if (!folder) return null;
  for (const entry of await readdir(file)) {
    const found = await newerThan(path.join(file, entry), moment);
    if (found !== null) return found;
  }
  return null;
}

async function modified(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw failure;
  }
}
