import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { repositoryRoot } from "@/tests/house/cruise";

/** One file that breaks exactly the rules it names (none: what the rules must let through). */
type PlantedImport = { from: string; text: string; breaks: string[]; why: string };

const engine = "engine-imports-engine-and-numeric-packages-only";
const pure = "forms-format-ingest-import-engine-at-most";
const database = "database-packages-in-lib-data-only";
const components = "components-import-engine-forms-format-components";
const ui = "ui-imports-nothing-of-ours";
const charts = "charts-import-charts-and-ui-only";
const upward = "lib-never-imports-app-or-components";
const caller = "data-never-imports-what-calls-it";
const tests = "nothing-imports-tests";
const cycle = "no-cycles";
const unresolvable = "no-unresolvable";
const dev = "no-dev-packages-in-the-product";

export const plantedImports: PlantedImport[] = [
  plant("lib/engine/file.ts", 'import { readFileSync } from "node:fs";', [engine], "the engine reads a file"),
  plant(
    "lib/engine/ours.ts",
    'import { x } from "@/lib/data/deals";',
    [engine],
    "the engine asks the database",
  ),
  plant("lib/engine/package.ts", 'import { z } from "zod";', [engine], "the engine validates a form"),
  plant(
    "lib/engine/fine.ts",
    'import b from "@stdlib/beta"; import { x } from "./rate";',
    [],
    "numbers are fine",
  ),
  plant("lib/forms/up.ts", 'import { x } from "@/lib/usecases/today";', [pure], "a form calls a use case"),
  plant("lib/format/side.ts", 'import { x } from "../forms/fine";', [pure], "a format leans on a form"),
  plant("lib/ingest/data.ts", 'import { x } from "@/lib/data/deals";', [pure], "an import saves by itself"),
  plant(
    "lib/forms/fine.ts",
    'import { z } from "zod"; import { x } from "@/lib/engine/rate";',
    [],
    "engine is fine",
  ),
  plant("lib/usecases/sql.ts", 'import { Pool } from "pg";', [database], "a use case opens a connection"),
  plant(
    "lib/usecases/type.ts",
    'import type { Deal } from "@prisma/client";',
    [database],
    "only a type, still Prisma",
  ),
  plant(
    "app/page.ts",
    'export const x = async () => await import("@/lib/data/client/generated/client");',
    [database],
    "a page loads the generated client when asked",
  ),
  plant(
    "components/targets/data.ts",
    'import { x } from "@/lib/data/deals";',
    [components],
    "a component queries",
  ),
  plant(
    "components/targets/view.ts",
    'import type { x } from "@/lib/usecases/today";',
    [components],
    "only its type",
  ),
  plant(
    "components/targets/env.ts",
    'import { x } from "../../lib/env";',
    [components],
    "a component reads settings",
  ),
  plant(
    "components/targets/page.ts",
    'import { x } from "@/app/fine";',
    [components],
    "a component imports a page",
  ),
  plant(
    "components/targets/fine.ts",
    'import { x } from "@/lib/engine/rate";',
    [],
    "the engine's types are fine",
  ),
  plant(
    "components/ui/button.ts",
    'import { x } from "@/lib/engine/rate";',
    [ui],
    "a button knows about rates",
  ),
  plant(
    "components/charts/band.ts",
    'import { x } from "@/lib/engine/rate";',
    [charts],
    "a chart knows about rates",
  ),
  plant("lib/usecases/page.ts", 'import { x } from "@/app/fine";', [upward], "a use case imports a page"),
  plant(
    "lib/access/part.ts",
    'import { x } from "@/components/ui/fine";',
    [upward],
    "the session imports a component",
  ),
  plant(
    "lib/data/caller.ts",
    'import { x } from "@/lib/usecases/today";',
    [caller],
    "a query calls a use case",
  ),
  plant("lib/data/fine.ts", 'import { Pool } from "pg"; import { x } from "./deals";', [], "lib/data may"),
  plant(
    "bin/seed.ts",
    'import { x } from "@/tests/support/people";',
    [tests],
    "a command borrows a test's factory",
  ),
  plant("lib/usecases/here.ts", 'export { x } from "./there";', [cycle], "there and back, reported once"),
  plant("lib/usecases/there.ts", 'export type { x } from "./here";', [], "the way back is a type alone"),
  plant(
    "lib/usecases/gone.ts",
    'import { x } from "@/lib/data/gone";',
    [unresolvable],
    "imports what is not there",
  ),
  plant("lib/usecases/vitest.ts", 'import { it } from "vitest";', [dev], "the product needs the test runner"),
];

/** Files the planted imports point at; they break nothing. */
const ground = [
  "app/fine.ts",
  "components/ui/fine.ts",
  "lib/data/client/generated/client.ts",
  "lib/data/deals.ts",
  "lib/engine/rate.ts",
  "lib/env.ts",
  "lib/usecases/today.ts",
  "tests/support/people.ts",
];

const packages = {
  dependencies: ["@stdlib/beta", "zod", "pg", "@prisma/client"],
  devDependencies: ["vitest"],
};

/** A throw-away repository of planted violations with the real tsconfig, removed on dispose. */
export function plantTree(): { root: string; folders: string[] } & Disposable {
  const root = mkdtempSync(path.join(tmpdir(), "planted-imports-"));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), `${text}\n`);
  };
  cpSync(path.join(repositoryRoot, "tsconfig.json"), path.join(root, "tsconfig.json"));
  const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  write(
    "package.json",
    JSON.stringify({
      type: "module",
      dependencies: versions(packages.dependencies),
      devDependencies: versions(packages.devDependencies),
    }),
  );
  for (const name of [...packages.dependencies, ...packages.devDependencies]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "main.js" }));
    write(`node_modules/${name}/main.js`, "module.exports = {};");
  }
  for (const file of ground) write(file, "export const x = 1;");
  for (const { from, text } of plantedImports) write(from, text);
  return {
    root,
    folders: ["app", "bin", "components", "lib", "tests"],
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

function plant(from: string, text: string, breaks: string[], why: string): PlantedImport {
  return { from, text, breaks, why };
}
