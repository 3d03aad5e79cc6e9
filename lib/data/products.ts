import "server-only";
import { uuidv7 } from "uuidv7";
import { executeSql, sql } from "@/lib/data/client/raw";
import type { Scope } from "@/lib/data/scope";

/** A name under which something is sold; a merged spelling points at the product it means. */
export type ProductRow = { id: string; name: string; mergedIntoId: string | null };

export function listProducts(scope: Scope): Promise<ProductRow[]> {
  return scope.db.product.findMany({
    where: { organizationId: scope.organizationId },
    orderBy: { name: "asc" },
    select: { id: true, name: true, mergedIntoId: true },
  });
}

/** Makes the products that are not there yet. */
export async function ensureProducts(scope: Scope, names: readonly string[]): Promise<void> {
  const rows = [...new Set(names)].map((name) => ({ id: uuidv7(), name }));
  await executeSql(
    scope,
    sql`INSERT INTO product (organization_id, id, name)
        SELECT ${scope.organizationId}::uuid, sent.id, sent.name
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS sent(id uuid, name text)
        ON CONFLICT (organization_id, name) DO NOTHING`,
  );
}

/** Keeps a spelling as another name of a product; its records move along, and the next file needs no question. */
export async function mergeProduct(scope: Scope, spelling: string, into: string): Promise<void> {
  const { organizationId } = scope;
  await ensureProducts(scope, [spelling, into]);
  const byName = (name: string) => ({ organizationId_name: { organizationId, name } });
  const kept = await scope.db.product.findUniqueOrThrow({
    where: byName(into),
    select: { id: true, mergedIntoId: true },
  });
  const target = kept.mergedIntoId ?? kept.id;
  const other = await scope.db.product.findUniqueOrThrow({ where: byName(spelling), select: { id: true } });
  if (other.id === target) return;
  await scope.db.product.updateMany({
    where: { organizationId, id: other.id },
    data: { mergedIntoId: target },
  });
  await scope.db.product.updateMany({
    where: { organizationId, mergedIntoId: other.id },
    data: { mergedIntoId: target },
  });
  await scope.db.deal.updateMany({
    where: { organizationId, productId: other.id },
    data: { productId: target },
  });
}
