import { PGlite } from "@electric-sql/pglite";

/** PGlite without Prisma and without a lock: in memory, or on a folder nobody else has open (a backup). */
export function openPGlite(folder?: string): Promise<PGlite> {
  return folder === undefined ? PGlite.create() : PGlite.create(folder);
}

export type OpenPGlite = Awaited<ReturnType<typeof openPGlite>>;
