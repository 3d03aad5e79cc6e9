/** One file's text that breaks exactly the rule it names; null: what the rules must let through. */
type PlantedSource = { path: string; text: string; breaks: string | null };

const guarded = 'import "server-only";\n';

export const plantedSources: PlantedSource[] = [
  plant("lib/format/money.ts", "export const zone = process.env.TZ;", "only-env-reads-process-env"),
  plant("app/page.tsx", 'export const port = process["env"]["PORT"];', "only-env-reads-process-env"),
  plant("proxy.ts", "export const { env } = process;", "only-env-reads-process-env"),
  plant("lib/access/keys.ts", 'import { env } from "node:process";', "only-env-reads-process-env"),
  plant("lib/env.ts", "export const port = process.env.PORT;", null),
  plant("bin/start.ts", "const port = process.env.PORT;", null),
  plant("playwright.config.ts", "export default { retries: process.env.CI ? 1 : 0 };", null),
  plant("lib/engine/rate.ts", "// never process.env\nexport const x = 'process.env';", null),

  plant("lib/data/deals.ts", "export const x = 1;", "server-only-first"),
  plant("lib/jobs/night.ts", `import { z } from "zod";\n${guarded}export const x = z;`, "server-only-first"),
  plant("lib/usecases/today.ts", "// why\nexport const today = 1;", "server-only-first"),
  plant("lib/access/session.ts", "export const session = 1;", "server-only-first"),
  plant("lib/access/keys.ts", 'import { cookies } from "next/headers";', "server-only-first"),
  plant("lib/access/permissions.ts", "export const permissions = {};", null),
  plant("lib/data/people.ts", `// A person exists before a login.\n${guarded}export const x = 1;`, null),

  plant("components/targets/index.ts", "export const x = 1;", "no-barrels"),
  plant("lib/engine/all.ts", 'export * from "@/lib/engine/rate";', "no-barrels"),
  plant("lib/engine/some.ts", 'export { rate } from "@/lib/engine/rate";', "no-barrels"),

  plant("lib/utils/dates.ts", "export const x = 1;", "no-junk-drawers"),
  plant("components/helpers.tsx", "export const x = 1;", "no-junk-drawers"),
  plant("lib/engine/types.ts", "export const x = 1;", "no-junk-drawers"),

  plant("lib/engine/long.ts", "export const x = 1;\n".repeat(301), "at-most-300-lines"),
  plant("lib/engine/fits.ts", "export const x = 1;\n".repeat(300), null),
  plant(
    "lib/engine/said.ts",
    `// Long because one table is one thing.\n${"export const x = 1;\n".repeat(301)}`,
    null,
  ),

  plant("lib/data/client/run.ts", `${guarded}db.$queryRawUnsafe(text);`, "no-sql-from-strings"),
  plant("lib/data/client/part.ts", `${guarded}const part = Prisma.raw(name);`, "no-sql-from-strings"),
  plant("lib/data/ratios.ts", `${guarded}db.$queryRaw\`SELECT 1\`;`, "raw-sql-through-the-guard"),
  plant("lib/data/client/rows.ts", `${guarded}db.$queryRaw\`SELECT 1\`;`, null),

  plant(
    "components/targets/ask.tsx",
    "export default function Ask() {}",
    "default-exports-where-next-demands",
  ),
  plant("lib/format/day.ts", "const day = 1; export default day;", "default-exports-where-next-demands"),
  plant("app/error.tsx", "export default function ErrorPage() {}", null),

  plant("lib/engine/now.ts", "export const now = new Date();", "pure-code-has-no-clock-or-chance"),
  plant("lib/ingest/row.ts", "export const at = Date.now();", "pure-code-has-no-clock-or-chance"),
  plant("lib/engine/draw.ts", "export const draw = () => Math.random();", "pure-code-has-no-clock-or-chance"),
  plant("lib/engine/day.ts", 'export const day = new Date("2026-11-22");', null),

  plant(
    "components/charts/bar.tsx",
    'export const Bar = () => <rect fill="#0a7f5a" />;',
    "colours-are-tokens",
  ),
  plant("components/ui/tag.tsx", 'export const tag = "text-[#fff] p-2";', "colours-are-tokens"),
  plant("components/ui/jump.tsx", 'export const Jump = () => <a href="#add">To the form</a>;', null),

  plant("tests/unit/today.test.ts", 'vi.mock("@/lib/data/deals");', "database-is-never-mocked"),
  plant("tests/unit/pool.test.ts", 'vi.doMock("pg", () => ({}));', "database-is-never-mocked"),
];

function plant(path: string, text: string, breaks: string | null): PlantedSource {
  return { path, text, breaks };
}
