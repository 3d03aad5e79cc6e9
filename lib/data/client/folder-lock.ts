import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import {
  type Answer,
  type Command,
  type CommandHandlers,
  listenForCommands,
  sendCommand,
  whoListens,
} from "@/lib/data/client/command-socket";
import { type DataFolder, readOrAbsent, writeWhole } from "@/lib/data/client/data-folder";

/**
 * One owner per data folder (architecture decision 11): two processes on one PGlite folder lose writes silently.
 *
 * The owner is a process that listens on a socket; the system closes it when the process dies, however it dies.
 * Which socket counts is said by the highest numbered file lock/owner.N.json. Taking over from a dead N means
 * creating N+1, which the file system lets exactly one process do; the highest file is never removed, only
 * outnumbered, and whoever finds a higher one after creating its own gives way. No step depends on time.
 */
export type FolderLock = {
  readonly handlers: CommandHandlers;
  /** what others are told about this process, for example the address it serves */
  describe(address: string): Promise<void>;
  release(): Promise<void>;
};

export type Owner = {
  pid: number;
  host: string;
  since: string;
  /** the folder as this process knows it; another one in a copied folder */
  root: string;
  /** where the server answers people, once it does */
  address: string | null;
  /** relative to the lock folder when it is inside, so that a copied folder does not point at its original */
  socket: string;
  released: boolean;
};

export class FolderHeld extends Error {
  override readonly name = "FolderHeld";
  constructor(
    root: string,
    readonly owner: Owner,
  ) {
    const where = owner.address === null ? "" : ` and answers at ${owner.address}`;
    super(
      `The data folder ${root} is in use: process ${owner.pid} on ${owner.host} has held it since ${owner.since}${where}. ` +
        "Stop it first, or give this one a folder of its own with BACKSOLVE_DATA.",
    );
  }
}

/** Takes the folder for this process or throws FolderHeld, which says who has it. */
export async function lockFolder(
  folder: DataFolder,
  handlers: CommandHandlers = new Map(),
): Promise<FolderLock> {
  await mkdir(folder.lock, { recursive: true, mode: 0o700 });
  const id = randomUUID().slice(0, 8);
  const socket = socketName(folder, id);
  const owner: Owner = {
    pid: process.pid,
    host: os.hostname(),
    since: new Date().toISOString(),
    root: folder.root,
    address: null,
    socket,
    released: false,
  };
  handlers.set("ping", () => "pong");
  handlers.set("who", () => owner);
  const address = path.resolve(folder.lock, socket);
  const server = await listenForCommands(isPipe(socket) ? socket : address, handlers);
  try {
    const own = await claim(folder, owner, id);
    return {
      handlers,
      describe: async (served) => {
        owner.address = served;
        await writeWhole(own, owner);
      },
      release: async () => {
        owner.released = true;
        await writeWhole(own, owner);
        await server.close();
      },
    };
  } catch (failure) {
    await server.close();
    throw failure;
  }
}

/** The process that holds the folder now, or undefined when nobody does. */
export async function folderOwner(folder: DataFolder): Promise<Owner | undefined> {
  const highest = await highestOwner(folder);
  return highest !== undefined && (await isAlive(folder, highest.owner)) ? highest.owner : undefined;
}

/** Asks the folder's owner; undefined when nobody holds it. */
export async function askOwner(
  folder: DataFolder,
  command: Command,
  patience?: number,
): Promise<Answer | undefined> {
  const owner = await folderOwner(folder);
  return owner === undefined ? undefined : sendCommand(socketAddress(folder, owner), command, patience);
}

async function claim(folder: DataFolder, owner: Owner, id: string): Promise<string> {
  const draft = path.join(folder.lock, `draft.${id}.json`);
  await writeFile(draft, `${JSON.stringify(owner, null, 2)}\n`, { mode: 0o600 });
  try {
    for (;;) {
      const highest = await highestOwner(folder);
      if (highest !== undefined && (await isAlive(folder, highest.owner))) {
        throw new FolderHeld(folder.root, highest.owner);
      }
      const number = (highest?.number ?? 0) + 1;
      const own = path.join(folder.lock, `owner.${number}.json`);
      if (!(await linkedNew(draft, own))) continue;
      const numbers = await ownerNumbers(folder);
      if (numbers.some((other) => other > number)) {
        await rm(own, { force: true });
        continue;
      }
      await removeOutnumbered(folder, numbers, number);
      return own;
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** link() is the one call that creates a file with all its content or, if the name exists, does nothing. */
async function linkedNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw failure;
  }
}

async function ownerNumbers(folder: DataFolder): Promise<number[]> {
  const names = await readdir(folder.lock).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === "ENOENT") return []; // nobody has ever opened it
    throw failure;
  });
  return names.flatMap((name) => {
    const number = /^owner\.(\d+)\.json$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

async function highestOwner(folder: DataFolder): Promise<{ number: number; owner: Owner } | undefined> {
  for (;;) {
    const numbers = await ownerNumbers(folder);
    if (numbers.length === 0) return undefined;
    const number = Math.max(...numbers);
    const text = await readOrAbsent(path.join(folder.lock, `owner.${number}.json`));
    if (text !== undefined) return { number, owner: JSON.parse(text) as Owner };
    // outnumbered and removed between the two reads: look again
  }
}

async function removeOutnumbered(folder: DataFolder, numbers: readonly number[], own: number): Promise<void> {
  for (const number of numbers.filter((other) => other < own)) {
    const file = path.join(folder.lock, `owner.${number}.json`);
    const text = await readOrAbsent(file);
    if (text !== undefined) {
      const { socket } = JSON.parse(text) as Owner;
      if (!isPipe(socket)) await rm(path.resolve(folder.lock, socket), { force: true });
    }
    await rm(file, { force: true });
  }
}

async function isAlive(folder: DataFolder, owner: Owner): Promise<boolean> {
  const listener = await whoListens(socketAddress(folder, owner));
  if (listener !== "gone") return listener === "listening";
  // Somebody swept the socket away (a cleaner of /tmp). The process may live on, deaf: look for it by number.
  const here = owner.host === os.hostname() && owner.root === folder.root;
  return here && !owner.released && owner.pid !== process.pid && runs(owner.pid);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === "EPERM";
  }
}

function socketAddress(folder: DataFolder, owner: Owner): string {
  return isPipe(owner.socket) ? owner.socket : path.resolve(folder.lock, owner.socket);
}

function isPipe(socket: string): boolean {
  return socket.startsWith("\\\\.\\pipe\\");
}

/** Systems cut socket paths at 104 to 108 bytes without a word; a deep folder gets its socket in the temp folder. */
function socketName(folder: DataFolder, id: string): string {
  const inside = `${id}.sock`;
  const hash = createHash("sha256").update(folder.root).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\backsolve-${hash}-${id}`;
  if (Buffer.byteLength(path.join(folder.lock, inside)) <= 100) return inside;
  return path.join(os.tmpdir(), `backsolve-${hash}-${id}.sock`);
}
