import path from "node:path";
import { defineConfig } from "vitest/config";

// "server-only" throws outside a React server build; tests and commands are server code by definition.
const alias = {
  "@": path.resolve(import.meta.dirname),
  "server-only": path.resolve(import.meta.dirname, "tests/support/server-only.ts"),
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 20_000 },
      },
      {
        resolve: { alias },
        test: { name: "house", include: ["tests/house/**/*.test.ts"], testTimeout: 20_000 },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ["tests/support/database/global-setup.ts"],
          maxWorkers: 2,
        },
      },
    ],
  },
});
