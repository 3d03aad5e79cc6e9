import "server-only";
import { isPlainRecord, sameOrganization } from "@/lib/data/client/guard-values";
import type { ModelMap } from "@/lib/data/client/models";
import { type BoundSql, refuseUnboundSql } from "@/lib/data/client/raw-check";

/** A query that could reach another organization's rows. Always a mistake in the program, never a person's. */
export class ScopeViolation extends Error {
  override readonly name = "ScopeViolation";
}

export type Operation = { model: string | undefined; operation: string; args: unknown };

const creates = new Set(["create", "createMany", "createManyAndReturn"]);
const filters = new Set([
  ...["findUnique", "findUniqueOrThrow", "findFirst", "findFirstOrThrow", "findMany"],
  ...["count", "aggregate", "groupBy", "upsert"],
  ...["update", "updateMany", "updateManyAndReturn", "delete", "deleteMany"],
]);

/**
 * Refuses a query of a scope that does not name the scope's organization, before it is sent.
 * Relations between tenant tables are joined by keys that begin with organization_id, so what is nested stays
 * inside once the top does; the two ways out, a global row with relations back into tenants and a nested
 * payload that names another organization, are walked and refused.
 */
export function refuseOutsideOrganization(
  { model, operation, args }: Operation,
  organizationId: string,
  models: ModelMap,
): void {
  const refuse: (why: string) => never = (why) => {
    throw new ScopeViolation(`${model ?? "SQL"}.${operation} ${why}`);
  };
  if (model === undefined) {
    if (operation !== "$queryRaw" && operation !== "$executeRaw")
      refuse("is not allowed: SQL is built with sql`…`.");
    refuseUnboundSql(args as BoundSql, organizationId);
    return;
  }
  const parts = isPlainRecord(args) ? args : {};
  refuseWayOut(model, parts, models, refuse);
  if (models.isGlobal(model)) return;

  if (filters.has(operation)) {
    if (!namesOrganization(parts.where, organizationId)) {
      refuse("must have organizationId of the scope in where.");
    }
  } else if (!creates.has(operation)) {
    refuse("is not an operation the guard knows.");
  }
  if (creates.has(operation)) {
    const rows = Array.isArray(parts.data) ? parts.data : [parts.data];
    if (!rows.every((row) => isPlainRecord(row) && sameOrganization(row.organizationId, organizationId))) {
      refuse("must have organizationId of the scope in every row.");
    }
  }
  if (operation === "upsert") {
    if (!isPlainRecord(parts.create) || !sameOrganization(parts.create.organizationId, organizationId)) {
      refuse("must have organizationId of the scope in create.");
    }
  }
  for (const payload of [parts.data, parts.create, parts.update]) {
    refuseForeignPayload(model, payload, organizationId, models, refuse);
  }
}

/** organizationId itself, or a compound key that holds it (`organizationId_id: { organizationId, id }`). */
function namesOrganization(where: unknown, organizationId: string): boolean {
  if (!isPlainRecord(where)) return false;
  if (sameOrganization(where.organizationId, organizationId)) return true;
  return Object.entries(where).some(
    ([key, value]) =>
      key.startsWith("organizationId_") && isPlainRecord(value) && value.organizationId === organizationId,
  );
}

/** Nested writes inherit the organization through their composite key; what they do name must be the same. */
function refuseForeignPayload(
  model: string,
  payload: unknown,
  organizationId: string,
  models: ModelMap,
  refuse: (why: string) => never,
): void {
  if (Array.isArray(payload)) {
    for (const element of payload) refuseForeignPayload(model, element, organizationId, models, refuse);
    return;
  }
  if (!isPlainRecord(payload)) return;
  for (const [key, value] of Object.entries(payload)) {
    if (key === "organizationId") {
      if (!sameOrganization(value, organizationId)) refuse("names another organization in what it writes.");
      continue;
    }
    const field = models.field(model, key);
    // A column's own value is not looked into: a JSON cell of an import may hold any key.
    if (field !== undefined && field.kind !== "object") continue;
    refuseForeignPayload(field?.type ?? model, value, organizationId, models, refuse);
  }
}

/** user → memberships leaves the organization: no filter, selection or nested write may go that way. */
function refuseWayOut(model: string, value: unknown, models: ModelMap, refuse: (why: string) => never): void {
  if (Array.isArray(value)) {
    for (const element of value) refuseWayOut(model, element, models, refuse);
    return;
  }
  if (!isPlainRecord(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const field = models.field(model, key);
    if (field !== undefined && field.kind !== "object") continue;
    if (
      field !== undefined &&
      models.isGlobal(model) &&
      !models.isGlobal(field.type) &&
      inner !== undefined
    ) {
      refuse(`goes from ${model}, which belongs to no organization, to ${key}.`);
    }
    refuseWayOut(field?.type ?? model, inner, models, refuse);
  }
}
