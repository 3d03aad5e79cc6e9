import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { whyBuild } from "@/bin/start/build-age";
import { whyPortIsNotFree } from "@/bin/start/port";

describe("a port", () => {
  it("is free, or somebody's, in a sentence with another one to try", async () => {
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const { port } = other.address() as net.AddressInfo;
    const sentence = await whyPortIsNotFree(port);
    expect(sentence).toContain(`Port ${port} is in use`);
    expect(sentence).toContain(`PORT=${port === 65_535 ? 3000 : port + 1}`);
    await new Promise((resolve) => other.close(resolve));
    expect(await whyPortIsNotFree(port)).toBeNull();
  });
});

describe("a build", () => {
  let root: string;
  const at = async (file: string, seconds: number) => {
    const place = path.join(root, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, "");
    await utimes(place, seconds, seconds);
    await utimes(path.dirname(place), seconds, seconds);
  };
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), "backsolve-build-"));
    await at("app/today/page.tsx", 1000);
    await utimes(path.join(root, "app"), 1000, 1000);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("is made when there is none", async () => {
    expect(await whyBuild(root)).toContain("no build");
  });

  it("is kept while it is newer than everything it was made from", async () => {
    await at(".next/BUILD_ID", 2000);
    expect(await whyBuild(root)).toBeNull();
  });

  it("is made again after a source was changed, added or removed, and not for a test", async () => {
    await at(".next/BUILD_ID", 2000);
    await at("tests/unit/new.test.ts", 3000);
    expect(await whyBuild(root)).toBeNull();
    await at("proxy.ts", 3000);
    await utimes(root, 1000, 1000);
    expect(await whyBuild(root)).toContain("proxy.ts");
    await rm(path.join(root, "proxy.ts"));
    await rm(path.join(root, "app/today/page.tsx"));
    expect(await whyBuild(root)).toContain("app/today");
  });
});
