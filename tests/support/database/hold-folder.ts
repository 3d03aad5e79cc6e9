import { setTimeout as sleep } from "node:timers/promises";
import { dataFolder, prepareFolder } from "@/lib/data/client/data-folder";
import { lockFolder } from "@/lib/data/client/folder-lock";

/**
 * A process of its own that takes a data folder, says "held" or why not, and keeps it until it is killed:
 * tsx hold-folder.ts FOLDER [busy]. Busy, its event loop is blocked, as by a long query.
 */
const [folder = "", how] = process.argv.slice(2);
const place = dataFolder(folder);
try {
  await prepareFolder(place);
  const lock = await lockFolder(place);
  await lock.describe("http://localhost:3000");
  process.stdout.write("held\n");
  if (how === "busy") {
    await sleep(50); // let the line out first
    const end = performance.now() + 60_000;
    while (performance.now() < end);
  }
  await sleep(60_000);
} catch (failure) {
  process.stdout.write(
    `${failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure)}\n`,
  );
}
