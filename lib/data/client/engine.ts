import "server-only";
import type { PrismaClient } from "@/lib/data/client/generated/client";

/** A database as it was opened: PGlite in the data folder, or a PostgreSQL server. */
export type Engine = {
  readonly kind: "embedded" | "server";
  readonly client: PrismaClient;
  close(): Promise<void>;
};
