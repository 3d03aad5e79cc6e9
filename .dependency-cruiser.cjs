// Who may import whom (ARCHITECTURE.md). Each rule is proven by a planted violation in tests/house/import-rules.test.ts:
// a rule added here without one fails there.
//
// Paths are relative to the repository root, packages are `node_modules/<name>/…`. Type-only imports count like any
// other: a Prisma type that leaves lib/data ties a screen to the database as surely as a query does.

const OURS = "^(app|bin|components|lib|prisma|tests)/";
const DATABASE_PACKAGES =
  "node_modules/(@prisma|prisma|pg|pg-[^/]+|@electric-sql|pglite-[^/]+|@types/pg)/|^lib/data/client/generated/";
const NUMERIC_PACKAGES = "node_modules/(@stdlib|@internationalized/date)/";

module.exports = {
  forbidden: [
    {
      name: "engine-imports-engine-and-numeric-packages-only",
      comment: "The engine only decides: numbers in, numbers out. No file, no clock, no database, no screen.",
      severity: "error",
      from: { path: "^lib/engine/" },
      to: { pathNot: ["^lib/engine/", NUMERIC_PACKAGES] },
    },
    {
      name: "forms-format-ingest-import-engine-at-most",
      comment: "These run in the browser as well as in the server and are tested without either.",
      severity: "error",
      from: { path: "^lib/(forms|format|ingest)/" },
      to: { path: OURS, pathNot: "^lib/(engine|$1)/" },
    },
    {
      name: "database-packages-in-lib-data-only",
      comment:
        "Only lib/data talks to the database. lib/jobs and tests/support own connections of their own.",
      severity: "error",
      from: { path: OURS, pathNot: "^(lib/data|lib/jobs|tests/support)/" },
      to: { path: DATABASE_PACKAGES },
    },
    {
      name: "components-import-engine-forms-format-components",
      comment:
        "Components are props in, pixels out. What they show is gathered by a page and handed to them.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: OURS, pathNot: "^(components|lib/(engine|forms|format))/" },
    },
    {
      name: "ui-imports-nothing-of-ours",
      comment: "components/ui could ship in another product.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: OURS, pathNot: "^components/ui/" },
    },
    {
      name: "charts-import-charts-and-ui-only",
      comment: "A chart takes plain numbers and labels, so that it can draw anything.",
      severity: "error",
      from: { path: "^components/charts/" },
      to: { path: OURS, pathNot: "^(components/(charts|ui)|lib/format)/" },
    },
    {
      name: "lib-never-imports-app-or-components",
      comment: "Screens ask, lib answers; never the other way.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components|bin)/" },
    },
    {
      name: "data-never-imports-what-calls-it",
      comment:
        "gather → decide → save happens in a use case; a data function that calls one hides a second query.",
      severity: "error",
      from: { path: "^lib/data/" },
      to: { path: "^lib/(usecases|jobs|access)/" },
    },
    {
      name: "nothing-imports-tests",
      comment: "What both need is product code (factories live beside the seeds in prisma/).",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-cycles",
      comment: "In a cycle there is no first file to read.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolvable",
      comment: "An import that resolves to nothing passes every rule above.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-dev-packages-in-the-product",
      comment: "A server installed with --omit=dev must start. Authoring migrations is the one exception.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/data/migrations/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^lib/data/client/generated/" },
    // server-only and CSS imports carry no dependency of their own.
    exclude: { path: "\\.css$" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    moduleSystems: ["es6", "cjs", "tsd"],
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".d.ts", ".js", ".mjs", ".cjs", ".json"],
      mainFields: ["main", "types", "typings"],
    },
  },
};
