import type { TestProject } from "vitest/node";
import { startPostgresServer } from "@/tests/support/database/postgres-server";
import { embeddedTemplate, serverTemplate } from "@/tests/support/database/template";

declare module "vitest" {
  interface ProvidedContext {
    databaseTemplate:
      | { engine: "embedded"; archive: string }
      | { engine: "server"; serverUrl: string; name: string };
  }
}

/** Builds the template once per run. TEST_ENGINE=postgres runs the same suite on a real server. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = process.env.TEST_ENGINE ?? "embedded";
  if (engine === "embedded") {
    const template = await embeddedTemplate();
    project.provide("databaseTemplate", { engine, archive: template.archive });
    return template.remove;
  }
  if (engine !== "postgres") throw new Error(`TEST_ENGINE is "${engine}" but must be embedded or postgres.`);
  const server = await startPostgresServer();
  const template = await serverTemplate(server.url);
  project.provide("databaseTemplate", { engine: "server", serverUrl: server.url, name: template.name });
  return async () => {
    await template.remove();
    await server.stop();
  };
}
