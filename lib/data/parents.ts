import "server-only";
import { uuidv7 } from "uuidv7";
import { executeSql, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

export type ParentKind = "account" | "job-order";

/** Ids of the parents of these names, made where they are not there yet. */
export async function ensureParents(
  scope: Scope,
  kind: ParentKind,
  names: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  const rows = wanted.map((name) => ({ id: uuidv7(), name }));
  await executeSql(
    scope,
    sql`INSERT INTO parent (organization_id, id, kind, name)
        SELECT ${scope.organizationId}::uuid, sent.id, ${kind}, sent.name
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS sent(id uuid, name text)
        ON CONFLICT (organization_id, kind, name) DO NOTHING`,
  );
  return findParents(scope, kind, wanted);
}

/** Ids of the parents of these names that are there, by name. */
export async function findParents(
  scope: Scope,
  kind: ParentKind,
  names: readonly string[],
): Promise<Map<string, string>> {
  const there = await scope.db.parent.findMany({
    where: { organizationId: scope.organizationId, kind, name: { in: [...new Set(names)] } },
    select: { id: true, name: true },
  });
  return new Map(there.map(({ id, name }) => [name, id]));
}
