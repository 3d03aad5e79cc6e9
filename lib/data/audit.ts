import "server-only";
import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { queryRows, sql } from "@/lib/data/client/raw";
import type { Actor, Scope } from "@/lib/data/scope";

/** What plain JSON can hold: what is read back must hash to what was written. */
export type AuditDetails = {
  [key: string]: string | number | boolean | null | AuditDetails | AuditDetails[];
};

export type AuditSubject = { subject: string; subjectId: string | null; details: AuditDetails };

type Entry = AuditSubject & {
  organizationId: string;
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  operation: string;
  previousHash: string | null;
};

/**
 * Appends who did what, in the transaction of the write itself. Each entry's hash covers the one before, so an
 * entry cannot be changed or taken out unseen. Nothing here changes or deletes an entry.
 *
 * Appends of one organization wait for each other until commit; call it last in a transaction.
 */
export async function appendAuditEntry(
  scope: Scope,
  operation: string,
  { subject, subjectId, details }: AuditSubject,
  now: Date,
): Promise<void> {
  const { organizationId, actor } = scope;
  await queryRows(
    scope,
    sql`SELECT pg_advisory_xact_lock(hashtextextended('audit' || organization_id::text, 0))::text AS locked
          FROM organization WHERE organization_id = ${organizationId}::uuid`,
    z.object({ locked: z.string() }),
  );
  const last = await scope.db.auditEntry.findFirst({
    where: { organizationId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, hash: true },
  });
  // Two servers' clocks may disagree; the chain's order is its own.
  const at = new Date(Math.max(now.getTime(), last === null ? 0 : last.at.getTime() + 1));
  const entry: Entry = {
    organizationId,
    id: uuidv7(),
    at,
    ...actorColumns(actor),
    operation,
    subject,
    subjectId,
    details,
    previousHash: last?.hash ?? null,
  };
  await scope.db.auditEntry.create({ data: { ...entry, hash: hashOf(entry) } });
}

/** The first entry whose hash or link to the one before does not hold, or null when the whole chain does. */
export async function findBrokenAuditEntry(scope: Scope): Promise<{ id: string; at: Date } | null> {
  const { organizationId } = scope;
  let previousHash: string | null = null;
  let after: { at: Date; id: string } | null = null;
  for (;;) {
    const page: (Omit<Entry, "details"> & { details: unknown; hash: string })[] =
      await scope.db.auditEntry.findMany({
        where: { organizationId, ...(after === null ? {} : { at: { gt: after.at } }) },
        orderBy: [{ at: "asc" }, { id: "asc" }],
        take: 500,
      });
    for (const { hash, ...entry } of page) {
      const sound = entry.previousHash === previousHash && hash === hashOf(entry as Entry);
      if (!sound) return { id: entry.id, at: entry.at };
      previousHash = hash;
    }
    const last = page.at(-1);
    if (last === undefined) return null;
    after = last;
  }
}

export type AuditRow = {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  operation: string;
  subject: string;
  subjectId: string | null;
  details: unknown;
};

/** The newest entries first, fifty to a page. */
export function listAuditEntries(scope: Scope, before: Date | null): Promise<AuditRow[]> {
  return scope.db.auditEntry.findMany({
    where: { organizationId: scope.organizationId, ...(before === null ? {} : { at: { lt: before } }) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 50,
    select: {
      id: true,
      at: true,
      actorKind: true,
      actorId: true,
      operation: true,
      subject: true,
      subjectId: true,
      details: true,
    },
  });
}

function actorColumns(actor: Actor): { actorKind: string; actorId: string | null } {
  return actor.kind === "user"
    ? { actorKind: "user", actorId: actor.membershipId }
    : { actorKind: "system", actorId: actor.name };
}

function hashOf(entry: Entry): string {
  const { organizationId, id, at, actorKind, actorId, operation, subject, subjectId, details, previousHash } =
    entry;
  const covered = {
    organizationId,
    id,
    at: at.toISOString(),
    actorKind,
    actorId,
    operation,
    subject,
    subjectId,
  };
  return createHash("sha256")
    .update(canonical({ ...covered, details, previousHash }))
    .digest("hex");
}

/** JSON with sorted keys: the database gives a JSON column back in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
