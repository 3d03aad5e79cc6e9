import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type SourceFile = { path: string; text: string };

/** Folders that ship. `tests` is read besides, for the rules that hold there too. */
export const productFolders = ["app", "bin", "components", "lib", "prisma"];

const generatedFolder = "lib/data/client/generated";

/** Paths of all TypeScript files under `folders`, relative to `root`, sorted. */
export function listSourcePaths(root: string, folders: string[]): string[] {
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && file !== generatedFolder) visit(file);
      else if (entry.isFile() && /\.(ts|tsx|mts|cts)$/.test(entry.name)) found.push(file);
    }
  };
  for (const folder of folders) if (existsSync(path.join(root, folder))) visit(folder);
  return found.sort();
}

/** TypeScript files in the root itself: configuration, `proxy.ts`, `instrumentation.ts`. */
export function listRootSourcePaths(root: string): string[] {
  return readdirSync(root)
    .filter((name) => /\.(ts|tsx|mts|cts)$/.test(name) && name !== "next-env.d.ts")
    .sort();
}

export function readSource(root: string, file: string): SourceFile {
  return { path: file, text: readFileSync(path.join(root, file), "utf8") };
}
