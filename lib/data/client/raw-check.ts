import "server-only";

/** The parts of a tagged SQL text: `strings` around the bound `values`. */
export type BoundSql = { readonly strings: readonly string[]; readonly values: readonly unknown[] };

/** A raw statement that does not bind the scope's organization. Always a mistake in the program. */
export class UnboundSql extends Error {
  override readonly name = "UnboundSql";
}

const endsWithPredicate = /\borganization_id"?\s*=\s*$/i;
const insertOfTenant = /\binsert\s+into\s+[\w."]+(?:\s+as\s+\w+)?\s*\(\s*"?organization_id"?\b/i;
const opensFirstRow = /\b(?:values\s*\(|select)\s*$/i;
const opensNextRow = /\)\s*,\s*\(\s*$/;

/**
 * Refuses SQL without `organization_id = ${scope.organizationId}`, or with that predicate bound to anything else.
 * An INSERT … VALUES (or SELECT of bound values) proves it by its columns: organization_id first, in columns and rows.
 * A check of the text, not a parser: it catches the forgotten filter; keys and reviews catch the clever one.
 */
export function refuseUnboundSql(statement: BoundSql, organizationId: string): void {
  const { strings, values } = statement;
  if (!Array.isArray(strings) || !Array.isArray(values)) {
    throw new UnboundSql("SQL is built with sql`…`, never from a string.");
  }
  const cleaned = strings.map(withoutComments);
  const inserts = insertOfTenant.test(cleaned.join(" "));
  let proved = false;
  for (const [index, value] of values.entries()) {
    const before = cleaned[index] ?? "";
    if (endsWithPredicate.test(before)) {
      if (value !== organizationId) {
        throw new UnboundSql(
          `organization_id is bound to something other than the scope's: ${excerpt(cleaned)}`,
        );
      }
      proved = true;
    } else if (inserts && (opensFirstRow.test(before) || opensNextRow.test(before))) {
      if (value !== organizationId) {
        throw new UnboundSql(
          `A row begins with something other than the scope's organization: ${excerpt(cleaned)}`,
        );
      }
      proved = true;
    }
  }
  if (!proved) {
    throw new UnboundSql(`SQL must say organization_id = \${scope.organizationId}: ${excerpt(cleaned)}`);
  }
}

/** A predicate inside a comment proves nothing. */
function withoutComments(text: string): string {
  return text.replace(/--[^\n]*/g, " ").replace(/\/\*[\s\S]*?\*\//g, " ");
}

function excerpt(strings: readonly string[]): string {
  return strings.join("?").replace(/\s+/g, " ").trim().slice(0, 160);
}
