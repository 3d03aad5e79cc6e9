import "server-only";
import { executeSql, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

export type ImportStatus = "staged" | "mapped" | "committing" | "committed" | "failed" | "undone";

export type ImportRecord = {
  id: string;
  importSourceId: string | null;
  funnelId: string | null;
  kind: string;
  fileName: string;
  bytes: number;
  rows: number;
  status: ImportStatus;
  detected: unknown;
  mapping: unknown;
  counts: unknown;
  /** rows already written, so that a stopped commit resumes */
  progress: number;
  createdAt: Date;
  committedAt: Date | null;
};

export type NewImport = Pick<
  ImportRecord,
  "id" | "kind" | "fileName" | "bytes" | "rows" | "status" | "createdAt"
> & {
  membershipId: string | null;
  detected: object;
};

export type ImportChange = Partial<
  Pick<ImportRecord, "kind" | "importSourceId" | "funnelId" | "status" | "progress" | "committedAt">
> & { detected?: object; mapping?: object; counts?: object };

export async function createImport(scope: Scope, created: NewImport): Promise<void> {
  await scope.db.import.create({ data: { organizationId: scope.organizationId, ...created } });
}

export async function getImport(scope: Scope, id: string): Promise<ImportRecord | null> {
  const row = await scope.db.import.findUnique({
    where: { organizationId_id: { organizationId: scope.organizationId, id } },
  });
  return row && { ...row, status: row.status as ImportStatus };
}

/** The newest imports first, fifty to a page. */
export async function listImports(scope: Scope): Promise<ImportRecord[]> {
  const rows = await scope.db.import.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  return rows.map((row) => ({ ...row, status: row.status as ImportStatus }));
}

/**
 * Changes an import that stands in one of the states it may be changed from; false when it does not, so that of two
 * people (or two clicks) one goes on and the other is told.
 */
export async function changeImport(
  scope: Scope,
  id: string,
  from: readonly ImportStatus[],
  change: ImportChange,
): Promise<boolean> {
  const { count } = await scope.db.import.updateMany({
    where: { organizationId: scope.organizationId, id, status: { in: [...from] } },
    data: change,
  });
  return count === 1;
}

/** Raised by every import: whoever stored a figure can tell that the data behind it is newer. */
export async function raiseDataVersion(scope: Scope): Promise<void> {
  await executeSql(
    scope,
    sql`UPDATE organization SET data_version = data_version + 1
        WHERE organization_id = ${scope.organizationId}::uuid`,
  );
}
