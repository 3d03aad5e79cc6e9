import "server-only";

/**
 * Whether an error, however Prisma wrapped it, is one the database gave one of these SQLSTATEs.
 * Read by code, never by message: the message changes with the server's language and version (scaling rule 11).
 */
export function hasSqlState(failure: unknown, states: readonly string[]): boolean {
  const state = sqlState(failure);
  return state !== undefined && states.includes(state);
}

/** The SQLSTATE of a refused statement, for example "23505"; undefined when the error is no refusal of the database. */
export function sqlState(failure: unknown): string | undefined {
  return search(failure, 0);
}

/** The constraint that refused a statement, without the shard number Citus appends. */
export function refusedBy(failure: unknown): string | undefined {
  return find(failure, 0, (part) => {
    const constraint = part.constraint;
    if (typeof constraint === "string") return constraint;
    if (isRecord(constraint) && typeof constraint.index === "string") return constraint.index;
    const message = typeof part.originalMessage === "string" ? part.originalMessage : part.message;
    return typeof message === "string" ? /constraint "([^"]+)"/.exec(message)?.[1] : undefined;
  })?.replace(/_\d+$/, "");
}

const prismaCodes: Record<string, string> = { P2002: "23505", P2003: "23503", P2034: "40001" };
const fiveCharacters = /^[0-9A-Z]{5}$/;

function search(failure: unknown, depth: number): string | undefined {
  const original = find(failure, depth, (part) => {
    for (const code of [part.originalCode, part.code]) {
      if (typeof code === "string" && fiveCharacters.test(code) && !code.startsWith("P2")) return code;
    }
    return undefined;
  });
  if (original !== undefined) return original;
  return isRecord(failure) && typeof failure.code === "string" ? prismaCodes[failure.code] : undefined;
}

/** Prisma keeps the driver's error under meta.driverAdapterError.cause; pg and PGlite throw theirs bare. */
function find<Answer>(
  failure: unknown,
  depth: number,
  read: (part: Record<string, unknown>) => Answer | undefined,
): Answer | undefined {
  if (!isRecord(failure) || depth > 5) return undefined;
  const answer = read(failure);
  if (answer !== undefined) return answer;
  for (const inner of [failure.meta, failure.driverAdapterError, failure.cause]) {
    const found = find(inner, depth + 1, read);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
