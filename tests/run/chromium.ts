import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runStep } from "@/tests/run/step";

const usualPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium already on this machine: the one asked for, the system's, or Playwright's own. */
export function findChromium(): string | null {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH names ${asked}, which does not exist`);
    return asked;
  }
  return [...usualPaths, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

/** Finds a Chromium or installs one: from Debian's packages as root, else Playwright's own download. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium here: installing one for the browser journeys.");
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await runStep({ name: "apt-get update", command: "apt-get", args: ["update", "-qq"], env: quiet });
    const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
    const step = await runStep({
      name: "apt-get install chromium",
      command: "apt-get",
      args: install,
      env: quiet,
    });
    if (!step.ok) console.log(step.output.trimEnd());
  } else {
    const args = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
    const step = await runStep({ name: "playwright install", command: process.execPath, args });
    if (!step.ok) console.log(step.output.trimEnd());
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error("The browser journeys need a Chromium. Install one and name it in CHROMIUM_PATH.");
}
