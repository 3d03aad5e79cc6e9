import { defineConfig } from "prisma/config";

// generate, validate and format never run the schema engine, but the CLI insists that its file exists,
// and that file can only be downloaded. Never set this globally: `migrate diff` would print nothing and succeed.
if (["generate", "validate", "format"].some((command) => process.argv.includes(command))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: "" },
});
