import net from "node:net";

/** Why a server could not listen on this port now, in a sentence; null when it could. */
export function whyPortIsNotFree(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (failure: NodeJS.ErrnoException) => resolve(sentenceFor(port, failure)));
    probe.listen(port, () => probe.close(() => resolve(null)));
  });
}

function sentenceFor(port: number, failure: NodeJS.ErrnoException): string {
  if (failure.code === "EADDRINUSE") {
    return `Port ${port} is in use by another program. Stop that one, or choose another port, for example PORT=${port === 65_535 ? 3000 : port + 1}.`;
  }
  if (failure.code === "EACCES") {
    return `Port ${port} needs administrator rights on this system. Choose one above 1023, for example PORT=3000.`;
  }
  return `Port ${port} cannot be used: ${failure.message}.`;
}
