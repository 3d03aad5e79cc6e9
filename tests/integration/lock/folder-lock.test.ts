import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DataFolder, dataFolder, FolderRefused, prepareFolder } from "@/lib/data/client/data-folder";
import {
  askOwner,
  FolderHeld,
  type FolderLock,
  folderOwner,
  lockFolder,
} from "@/lib/data/client/folder-lock";

let root: string;
let folder: DataFolder;
const children: ChildProcess[] = [];
const locks: FolderLock[] = [];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "backsolve-lock-"));
  folder = dataFolder(path.join(root, "data"));
  await prepareFolder(folder);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const lock of locks.splice(0)) await lock.release();
  await rm(root, { recursive: true, force: true });
});

async function take(place = folder): Promise<FolderLock> {
  const lock = await lockFolder(place);
  locks.push(lock);
  return lock;
}

/** Starts another process on the folder; answers it with the first line it says. */
async function hold(place: DataFolder, how = ""): Promise<{ child: ChildProcess; said: string }> {
  const run = [
    "--import",
    "tsx",
    "--conditions=react-server",
    "tests/support/database/hold-folder.ts",
    place.root,
    how,
  ];
  const child = spawn(process.execPath, run, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const said = await new Promise<string>((resolve) => {
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("\n")) resolve(text.trim());
    });
    child.once("exit", () => resolve(text.trim()));
  });
  return { child, said };
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("exit", () => resolve()));
}

describe("Two processes on one data folder (F43)", () => {
  it("the second refuses and says who holds it, since when and where it answers", async () => {
    const { child, said } = await hold(folder);
    expect(said).toBe("held");
    const refusal = await lockFolder(folder).catch((failure: unknown) => failure);
    expect(refusal).toBeInstanceOf(FolderHeld);
    expect((refusal as Error).message).toMatch(
      new RegExp(
        `in use: process ${child.pid} on .+ has held it since 20.+ and answers at http://localhost:3000`,
      ),
    );
    expect((await hold(folder)).said).toMatch(new RegExp(`^FolderHeld: .*process ${child.pid}`));
  });

  it("a holder whose event loop is blocked still holds it", async () => {
    const { said } = await hold(folder, "busy");
    expect(said).toBe("held");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect(lockFolder(folder)).rejects.toThrow(FolderHeld);
  });

  it("kill -9 frees it at once, as often as it happens", async () => {
    for (let round = 0; round < 3; round += 1) {
      const { child, said } = await hold(folder);
      expect(said).toBe("held");
      child.kill("SIGKILL");
      await ended(child);
      const lock = await lockFolder(folder);
      await lock.release();
    }
    const left = await readdir(folder.lock);
    expect(left.filter((name) => name.startsWith("owner."))).toHaveLength(1);
    expect(left.filter((name) => name.startsWith("draft."))).toHaveLength(0);
  });

  it("of many that come for a dead one's folder, one gets it", async () => {
    const { child } = await hold(folder);
    child.kill("SIGKILL");
    await ended(child);
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
      const taken = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
      const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
      expect(taken).toHaveLength(1);
      expect(refused.every((reason) => reason instanceof FolderHeld)).toBe(true);
      await taken[0]?.release();
    }
  });

  it("is released in an orderly way, and taken again", async () => {
    const first = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderHeld);
    await first.release();
    expect(await folderOwner(folder)).toBeUndefined();
    await take();
    expect((await folderOwner(folder))?.pid).toBe(process.pid);
  });

  it("works in a folder whose path is too long for a socket", async () => {
    const deep = dataFolder(path.join(root, ..."abcdefghij".repeat(14).match(/.{10}/g)!));
    await prepareFolder(deep);
    expect(deep.lock.length).toBeGreaterThan(140);
    await take(deep);
    await expect(lockFolder(deep)).rejects.toThrow(FolderHeld);
    expect((await hold(deep)).said).toMatch(/^FolderHeld/);
  });

  it("does not take a copy of a held folder for held, nor the reverse", async () => {
    await take();
    const copy = dataFolder(path.join(root, "copy"));
    await cp(folder.root, copy.root, { recursive: true, filter: (from) => !from.endsWith(".sock") });
    // the copied owner file names this very process as its owner: it must not count as another one
    const lock = await take(copy);
    expect(lock).toBeDefined();
    await expect(lockFolder(folder)).rejects.toThrow(FolderHeld);
  });
});

describe("The command socket", () => {
  it("answers ping and who, whoever asks, and says what it does not know", async () => {
    const lock = await take();
    expect(await askOwner(folder, { command: "ping" })).toEqual({ ok: true, result: "pong" });
    expect(await askOwner(folder, { command: "who" })).toMatchObject({
      ok: true,
      result: { pid: process.pid },
    });
    expect(await askOwner(folder, { command: "dance" })).toEqual({
      ok: false,
      sentence: 'There is no command "dance" here.',
    });
    lock.handlers.set("add", (command) => Number(command.a) + Number(command.b));
    expect(await askOwner(folder, { command: "add", a: 2, b: 3 })).toEqual({ ok: true, result: 5 });
    lock.handlers.set("fail", () => {
      throw new Error("Not now.");
    });
    expect(await askOwner(folder, { command: "fail" })).toEqual({ ok: false, sentence: "Not now." });
  });

  it("is nobody's when nobody holds the folder", async () => {
    expect(await askOwner(folder, { command: "ping" })).toBeUndefined();
  });

  it("gives up on a holder that does not answer, and says so", async () => {
    await hold(folder, "busy");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect(askOwner(folder, { command: "ping" }, 300)).rejects.toThrow(
      /did not answer "ping" in 0.3 s/,
    );
  });
});

describe("The data folder", () => {
  it("is made when it is not there, and marked", async () => {
    const marker = JSON.parse(await readFile(path.join(folder.root, "backsolve.json"), "utf8"));
    expect(marker).toEqual({ product: "backsolve", format: 1, postgresMajor: 18 });
    await prepareFolder(folder);
  });

  it("is refused when it holds somebody else's files", async () => {
    const foreign = dataFolder(path.join(root, "home"));
    await mkdir(foreign.root);
    await writeFile(path.join(foreign.root, "letter.txt"), "Dear");
    await expect(prepareFolder(foreign)).rejects.toThrow(
      /is not a Backsolve data folder: it holds letter\.txt\. Set BACKSOLVE_DATA/,
    );
    expect(await readdir(foreign.root)).toEqual(["letter.txt"]);
  });

  it("is refused when it holds a database without the mark", async () => {
    const other = dataFolder(path.join(root, "other"));
    await mkdir(other.pglite, { recursive: true });
    await expect(prepareFolder(other)).rejects.toThrow(FolderRefused);
  });

  it("is refused when another version made it, by its mark or by the database's own", async () => {
    await writeFile(
      path.join(folder.root, "backsolve.json"),
      '{"product":"backsolve","format":2,"postgresMajor":18}',
    );
    await expect(prepareFolder(folder)).rejects.toThrow(
      /another version of Backsolve \(format 2, PostgreSQL 18; this one reads format 1/,
    );
    await writeFile(
      path.join(folder.root, "backsolve.json"),
      '{"product":"backsolve","format":1,"postgresMajor":18}',
    );
    await mkdir(folder.pglite);
    await writeFile(path.join(folder.pglite, "PG_VERSION"), "17\n");
    await expect(prepareFolder(folder)).rejects.toThrow(
      /is PostgreSQL 17, this version reads 18\. Export with the version that made it/,
    );
  });

  it("is refused when its mark cannot be read", async () => {
    await writeFile(path.join(folder.root, "backsolve.json"), "half a li");
    await expect(prepareFolder(folder)).rejects.toThrow(/cannot be read as the mark of a data folder/);
  });

  it("may hold what systems leave behind", async () => {
    const mounted = dataFolder(path.join(root, "volume"));
    await mkdir(path.join(mounted.root, "lost+found"), { recursive: true });
    await prepareFolder(mounted);
  });
});
