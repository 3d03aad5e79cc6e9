import "server-only";
import net from "node:net";
import { createInterface } from "node:readline";

/** One JSON object per line each way. `command` picks the handler; the rest is the handler's. */
export type Command = { readonly command: string; readonly [key: string]: unknown };
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly sentence: string };
export type CommandHandler = (command: Command) => unknown | Promise<unknown>;
export type CommandHandlers = Map<string, CommandHandler>;

export type CommandServer = { close(): Promise<void> };

const longestLine = 1_000_000;

/** Listens on a local socket (a named pipe on Windows) and answers commands until closed. */
export async function listenForCommands(address: string, handlers: CommandHandlers): Promise<CommandServer> {
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy()); // the asker went away; nothing is lost
    let received = 0;
    socket.on("data", (chunk: Buffer) => {
      received = chunk.includes(0x0a) ? 0 : received + chunk.length;
      if (received > longestLine) socket.destroy();
    });
    createInterface({ input: socket }).on("line", async (line) => {
      const answer = await answerTo(line, handlers);
      if (!socket.destroyed) socket.write(`${JSON.stringify(answer)}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(address, resolve);
  });
  server.unref();
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

async function answerTo(line: string, handlers: CommandHandlers): Promise<Answer> {
  try {
    const command = JSON.parse(line) as Command;
    const handler = handlers.get(String(command?.command));
    if (handler === undefined) {
      return { ok: false, sentence: `There is no command "${String(command?.command)}" here.` };
    }
    return { ok: true, result: (await handler(command)) ?? null };
  } catch (failure) {
    return { ok: false, sentence: failure instanceof Error ? failure.message : String(failure) };
  }
}

export type Listener = "nobody" | "gone" | "listening";

/**
 * Whether somebody listens. The system answers for a process whose event loop is busy, so a long query is not
 * taken for death; "gone" means the address itself has disappeared.
 */
export function whoListens(address: string): Promise<Listener> {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    const done = (listener: Listener) => {
      socket.destroy();
      resolve(listener);
    };
    socket.once("connect", () => done("listening"));
    socket.once("error", (failure: NodeJS.ErrnoException) => {
      if (failure.code === "ECONNREFUSED") done("nobody");
      else if (failure.code === "ENOENT") done("gone");
      else done("listening"); // EAGAIN: the queue is full, so there is one; anything else: better safe
    });
  });
}

/** Sends one command and waits for its answer. Throws when nobody answers in time. */
export function sendCommand(address: string, command: Command, patience = 10_000): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(address);
    const fail = (failure: Error) => {
      clearTimeout(timer);
      socket.destroy();
      reject(failure);
    };
    const timer = setTimeout(
      () =>
        fail(new Error(`The running server did not answer "${command.command}" in ${patience / 1000} s.`)),
      patience,
    );
    socket.once("error", fail);
    socket.once("connect", () => socket.write(`${JSON.stringify(command)}\n`));
    createInterface({ input: socket })
      .once("line", (line) => {
        clearTimeout(timer);
        socket.destroy();
        resolve(JSON.parse(line) as Answer);
      })
      .once("close", () => fail(new Error("The running server closed the connection without an answer.")));
  });
}
