import "server-only";

/** Object literals only: a Date, Decimal or bytes value is a leaf of a query, not a part to look into. */
export function isPlainRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The id itself, `{ equals: id }` or `{ set: id }` and nothing beside it: `{ equals: id, not: … }` is no proof. */
export function sameOrganization(value: unknown, organizationId: string): boolean {
  if (value === organizationId) return true;
  if (!isPlainRecord(value)) return false;
  const entries = Object.entries(value);
  const [only] = entries;
  return (
    entries.length === 1 &&
    only !== undefined &&
    ["equals", "set"].includes(only[0]) &&
    only[1] === organizationId
  );
}
