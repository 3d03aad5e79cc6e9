import "server-only";
import type { DataFolder } from "@/lib/data/client/data-folder";
import type { FolderLock } from "@/lib/data/client/folder-lock";
import type { PrismaClient } from "@/lib/data/client/generated/client";
import type { PlainConnection } from "@/lib/data/client/plain-connection";

/** A database as it was opened: PGlite in this process, or a PostgreSQL server. */
export type Engine = {
  readonly kind: "embedded" | "server";
  readonly client: PrismaClient;
  /** a connection without Prisma, for migrations */
  connect(): Promise<PlainConnection>;
  close(): Promise<void>;
  /** of the embedded engine, unless it lives in memory */
  readonly folder?: DataFolder;
  readonly lock?: FolderLock;
};
