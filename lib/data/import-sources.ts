import "server-only";
import { uuidv7 } from "uuidv7";
import type { Scope } from "@/lib/data/scope";

export type ImportSourceRow = {
  id: string;
  name: string;
  product: string;
  /** what was answered about its last file; the use case that wrote it knows its shape */
  mapping: unknown;
  lastImportedAt: Date | null;
};

const fields = { id: true, name: true, product: true, mapping: true, lastImportedAt: true } as const;

/** Where data came from so far, newest first: every page can say how old it is, per source. */
export function listImportSources(scope: Scope): Promise<ImportSourceRow[]> {
  return scope.db.importSource.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: [{ lastImportedAt: "desc" }, { name: "asc" }],
    select: fields,
  });
}

/** The source of this name, made when there is none; two callers at once get the same one. */
export async function ensureImportSource(
  scope: Scope,
  source: { name: string; product: string },
): Promise<ImportSourceRow> {
  const { organizationId } = scope;
  await scope.db.importSource.createMany({
    data: [{ organizationId, id: uuidv7(), ...source }],
    skipDuplicates: true,
  });
  return scope.db.importSource.findUniqueOrThrow({
    where: { organizationId_name: { organizationId, name: source.name } },
    select: fields,
  });
}

/** Keeps the answers for the next file of this source. */
export async function rememberMapping(
  scope: Scope,
  source: { id: string; mapping: object; lastImportedAt: Date },
): Promise<void> {
  await scope.db.importSource.updateMany({
    where: { organizationId: scope.organizationId, id: source.id },
    data: { mapping: source.mapping, lastImportedAt: source.lastImportedAt },
  });
}
