import { defineConfig } from "@playwright/test";
import { findChromium } from "@/tests/run/chromium";

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "tests/e2e/support/server.ts",
  // One server, one sample company: journeys follow each other, so that no count moves under another's eyes.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    locale: "en-US",
    timezoneId: "America/New_York",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium's sandbox refuses root, and nothing else needs it off.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
});
