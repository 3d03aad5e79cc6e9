import type { Statement } from "@/lib/data/client/observed-adapter";

/**
 * Statements of a scope that touch a tenant table without naming the organization (scaling rule 6).
 * An INSERT names it in its columns; what systemDb sends is another code path and judged by its own guard.
 *
 * @example
 * unscopedStatements([{ text: "SELECT id FROM team", system: false }], ["team"]) // => ["SELECT id FROM team"]
 */
export function unscopedStatements(log: readonly Statement[], tenantTables: readonly string[]): string[] {
  const touches = new RegExp(
    `\\b(?:from|join|into|update)\\s+(?:only\\s+)?(?:public\\.)?(?:${tenantTables.join("|")})\\b`,
    "i",
  );
  const found = log
    .filter((statement) => !statement.system)
    .map((statement) => statement.text.replace(/"/g, ""))
    .filter((text) => touches.test(text) && !namesOrganization(text));
  return [...new Set(found)];
}

function namesOrganization(text: string): boolean {
  const compared = /\borganization_id\s*=\s*\$\d+/i.test(text);
  const inserted = /^\s*insert\s+into\s+[\w.]+\s*\(\s*organization_id\b/i.test(text);
  // Prisma loads the far side of a relation by all its key columns at once.
  const loaded = /\(\s*[\w.]*\borganization_id\s*,[^)]*\)\s+in\s*\(\s*\(\s*\$\d+/i.test(text);
  // … and asks with IN (NULL) for the relations of no rows at all.
  const single = /\borganization_id\s+in\s*\(\s*(?:\$\d+|null)/i.test(text);
  return compared || inserted || loaded || single;
}
