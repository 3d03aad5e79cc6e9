import "server-only";
import { listImportSources } from "@/lib/data/import-sources";
import { type ImportStatus, listImports } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";

export type PastImportView = { id: string; fileName: string; rows: number; state: string; at: Date };

const STATES: Record<ImportStatus, string> = {
  staged: "waits for answers",
  mapped: "waits to be imported",
  committing: "not at its end",
  committed: "imported",
  failed: "could not be read",
  undone: "undone",
};

/** Files that were brought, newest first, and which source was heard from last. */
export async function importHistory(
  scope: Scope,
): Promise<{ imports: PastImportView[]; newest: { source: string; at: Date } | null }> {
  const imports = await listImports(scope);
  const sources = await listImportSources(scope);
  const heard = sources.flatMap(({ name, lastImportedAt }) =>
    lastImportedAt === null ? [] : [{ source: name, at: lastImportedAt }],
  );
  const newest = heard.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
  return {
    imports: imports.map(({ id, fileName, rows, status, createdAt }) => ({
      id,
      fileName,
      rows,
      state: STATES[status],
      at: createdAt,
    })),
    newest,
  };
}
