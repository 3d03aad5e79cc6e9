import "server-only";
import { now } from "@/lib/clock";
import { makeScope, type Scope, type ScopeParts } from "@/lib/data/scope";
import { log } from "@/lib/log";
import { commitImport } from "@/lib/usecases/commit-import";
import { previewImport } from "@/lib/usecases/preview-import";

// Next loads this module once per bundle; a page must see the run an action began.
const slot = globalThis as typeof globalThis & { backsolveImportRuns?: Map<string, Promise<void>> };
slot.backsolveImportRuns ??= new Map();
const runs = slot.backsolveImportRuns;

/** Most files are done within this; a page then goes straight to the answer instead of showing progress. */
const PATIENCE_MS = 8000;

/** Whether this process is at work on an import. One that is not, and not at its end, has stopped. */
export function isImportRunning(id: string): boolean {
  return runs.has(id);
}

/** Reads a file under its answers, outside the transaction of the request that asked. */
export function runPreview(parts: ScopeParts, id: string, today: string): Promise<void> {
  return run(parts, id, async (scope) => {
    await previewImport(scope, id, today);
  });
}

/** Writes a file, or goes on where it stopped. */
export function runImport(parts: ScopeParts, id: string, today: string): Promise<void> {
  return run(parts, id, async (scope) => {
    await commitImport(scope, id, { today, now: now() });
  });
}

/** Resolves when the work is done or has taken longer than a person waits; it goes on either way. */
async function run(parts: ScopeParts, id: string, work: (scope: Scope) => Promise<void>): Promise<void> {
  let running = runs.get(id);
  if (running === undefined) {
    const { organizationId, actor, role, reach } = parts;
    running = makeScope({ organizationId, actor, role, reach })
      .then(work)
      // What was written stays written; the page says where it stopped and offers to go on.
      .catch((failure: unknown) =>
        log.error({ organizationId, import: id, err: failure }, "an import stopped"),
      )
      .finally(() => runs.delete(id));
    runs.set(id, running);
  }
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([running, patience]);
  clearTimeout(timer);
}
