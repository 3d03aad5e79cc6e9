import "server-only";
import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import type { CommandHandlers } from "@/lib/data/client/command-socket";
import { type DataFolder, dataFolder, prepareFolder, removeHalfMade } from "@/lib/data/client/data-folder";
import type { Engine } from "@/lib/data/client/engine";
import { lockFolder } from "@/lib/data/client/folder-lock";
import { PrismaClient } from "@/lib/data/client/generated/client";
import { observedAdapter, type StatementListener } from "@/lib/data/client/observed-adapter";
import { pgliteAdapter } from "@/lib/data/client/pglite-adapter";
import { plainEmbeddedConnection } from "@/lib/data/client/plain-connection";

/**
 * PostgreSQL inside this process, its files in the data folder. The folder is checked and locked first: a second
 * process is refused before it touches a file.
 */
export async function openEmbedded(folder: string, handlers: CommandHandlers = new Map()): Promise<Engine> {
  const place = dataFolder(folder);
  await prepareFolder(place);
  const lock = await lockFolder(place, handlers);
  try {
    const pglite = await openPGlite(place);
    const engine = embeddedEngine(pglite);
    return {
      ...engine,
      folder: place,
      lock,
      close: async () => {
        await engine.close();
        await lock.release();
      },
    };
  } catch (failure) {
    await lock.release();
    throw failure;
  }
}

/** The engine on a PGlite that is already open; tests hand in one that lives in memory. */
export function embeddedEngine(pglite: PGlite, onStatement?: StatementListener): Engine {
  const factory = pgliteAdapter(pglite);
  const client = new PrismaClient({
    adapter: onStatement === undefined ? factory : observedAdapter(factory, onStatement),
    errorFormat: "minimal",
  });
  return {
    kind: "embedded",
    client,
    connect: async () => plainEmbeddedConnection(pglite),
    close: async () => {
      await client.$disconnect();
      await pglite.close();
    },
  };
}

/** A new database is made under another name and renamed when whole: killed half-way, it is made again. */
async function openPGlite(folder: DataFolder): Promise<PGlite> {
  await removeHalfMade(folder);
  if (!existsSync(folder.pglite)) {
    const made = await PGlite.create(folder.pgliteCreating);
    await made.close();
    await rename(folder.pgliteCreating, folder.pglite);
  }
  return PGlite.create(folder.pglite);
}
