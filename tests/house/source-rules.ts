import ts from "typescript";
import type { SourceFile } from "@/tests/house/source-files";

/** A rule on the text of one file; `find` answers with what is wrong, line first, or with nothing. */
export type SourceRule = {
  name: string;
  appliesTo: (path: string) => boolean;
  find: (file: ParsedSource) => string[];
};

export type ParsedSource = SourceFile & { tree: ts.SourceFile };

const inTests = (path: string) => path.startsWith("tests/");
const isConfiguration = (path: string) => /^[^/]+\.config\.ts$/.test(path);
const everywhere = () => true;

export const sourceRules: SourceRule[] = [
  {
    name: "only-env-reads-process-env",
    // instrumentation.ts asks for NEXT_RUNTIME, which only the bundler can answer, and only where it stands.
    appliesTo: (path) =>
      !["lib/env.ts", "instrumentation.ts"].includes(path) &&
      !path.startsWith("bin/") &&
      !inTests(path) &&
      !isConfiguration(path),
    find: (file) =>
      matches(file, (node) => readsProcessEnv(node) && "read the setting from lib/env.ts, not process.env"),
  },
  {
    name: "server-only-first",
    appliesTo: (path) => /^lib\/(access|data|usecases|jobs)\//.test(path),
    find: ({ path, tree }) => {
      // Of lib/access only what knows a session: the permissions table and the headers are plain values.
      if (path.startsWith("lib/access/") && !knowsSession(path, tree)) return [];
      const first = tree.statements[0];
      const guarded =
        first !== undefined &&
        ts.isImportDeclaration(first) &&
        first.importClause === undefined &&
        textOf(first.moduleSpecifier) === "server-only";
      return guarded ? [] : ['1: the first statement must be import "server-only"'];
    },
  },
  {
    name: "no-barrels",
    appliesTo: everywhere,
    find: (file) => {
      const { statements } = file.tree;
      const reExports = statements.filter(
        (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
      );
      const isIndex = /(^|\/)index\.tsx?$/.test(file.path);
      if (isIndex) return ["1: a file named index hides what is in it; name it after its concept"];
      return reExports.map((node) => `${lineOf(file, node)}: re-export; import it from where it lives`);
    },
  },
  {
    name: "no-junk-drawers",
    appliesTo: everywhere,
    find: ({ path }) => {
      const drawer = path
        .split("/")
        .find((part) => /^(utils?|helpers?|services?|types|constants)(\.tsx?)?$/.test(part));
      return drawer ? [`1: "${drawer}" says nothing about what is inside`] : [];
    },
  },
  {
    name: "at-most-300-lines",
    appliesTo: everywhere,
    find: ({ text }) => {
      const lines = text.split("\n").length - 1;
      const saysWhy = /^(\/\/|\/?\s?\*).*\blong because\b/im.test(text.split("\n").slice(0, 12).join("\n"));
      return lines > 300 && !saysWhy ? [`300: ${lines} lines and no "Long because …" at its head`] : [];
    },
  },
  {
    name: "no-sql-from-strings",
    // Tests send such SQL to see the guard refuse it.
    appliesTo: (path) => !inTests(path),
    find: (file) =>
      matches(file, (node) => {
        if (!ts.isPropertyAccessExpression(node)) return false;
        if (/^\$(query|execute)RawUnsafe$/.test(node.name.text))
          return `${node.name.text} builds SQL from a string`;
        if (node.name.text === "raw" && textOf(node.expression) === "Prisma")
          return "Prisma.raw builds SQL from a string";
        return false;
      }),
  },
  {
    name: "raw-sql-through-the-guard",
    appliesTo: (path) => !path.startsWith("lib/data/client/") && !inTests(path),
    find: (file) =>
      matches(
        file,
        (node) =>
          ts.isPropertyAccessExpression(node) &&
          /^\$(query|execute)Raw$/.test(node.name.text) &&
          "raw SQL goes through queryRows, which refuses a text without organization_id",
      ),
  },
  {
    name: "default-exports-where-next-demands",
    // Playwright calls the default export of its global set-up.
    appliesTo: (path) =>
      !path.startsWith("app/") && !isConfiguration(path) && path !== "tests/e2e/support/server.ts",
    find: (file) =>
      matches(
        file,
        (node) =>
          (ts.isExportAssignment(node) || modifiersOf(node).includes(ts.SyntaxKind.DefaultKeyword)) &&
          "a default export has a different name in every file that imports it",
      ),
  },
  {
    name: "pure-code-has-no-clock-or-chance",
    appliesTo: (path) => /^lib\/(engine|forms|format|ingest)\//.test(path),
    find: (file) =>
      matches(file, (node) => readsClockOrChance(node) && "clock and randomness are arguments of pure code"),
  },
  {
    name: "colours-are-tokens",
    appliesTo: (path) => /^(app|components)\//.test(path),
    find: (file) =>
      matches(
        file,
        (node) =>
          ts.isStringLiteralLike(node) &&
          !(ts.isJsxAttribute(node.parent) && textOf(node.parent.name) === "href") &&
          /(?:^|[\s:[(,])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])/i.test(node.text) &&
          "a hex colour has no dark theme; use a token of the theme",
      ),
  },
  {
    name: "database-is-never-mocked",
    appliesTo: inTests,
    find: (file) =>
      matches(file, (node) => {
        if (!ts.isCallExpression(node) || !/^vi\.(mock|doMock)$/.test(textOf(node.expression))) return false;
        const target = node.arguments[0] ? textOf(node.arguments[0]) : "";
        return /prisma|(^|\/)pg$|lib\/data/.test(target) && `"${target}" is mocked: use a real database`;
      }),
  },
];

export function parseSource(file: SourceFile): ParsedSource {
  const kind = file.path.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { ...file, tree: ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true, kind) };
}

/** Everything wrong with one file, as `path:line: sentence` under the rule's name. */
export function findBrokenRules(file: SourceFile, rules = sourceRules): { rule: string; where: string }[] {
  const parsed = parseSource(file);
  return rules
    .filter((rule) => rule.appliesTo(file.path))
    .flatMap((rule) => rule.find(parsed).map((what) => ({ rule: rule.name, where: `${file.path}:${what}` })));
}

function matches(file: ParsedSource, test: (node: ts.Node) => string | false): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const sentence = test(node);
    if (sentence) found.push(`${lineOf(file, node)}: ${sentence}`);
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

function knowsSession(path: string, tree: ts.SourceFile): boolean {
  if (/\/(session|require-scope|define-action)\.ts$/.test(path)) return true;
  return tree.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) &&
      !statement.importClause?.isTypeOnly &&
      /^(next\/headers$|next-auth|@\/lib\/data\/)/.test(textOf(statement.moduleSpecifier)),
  );
}

function readsProcessEnv(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "env" && isProcess(node.expression);
  if (ts.isElementAccessExpression(node)) {
    return isProcess(node.expression) && textOf(node.argumentExpression) === "env";
  }
  if (ts.isVariableDeclaration(node)) {
    return (
      node.initializer !== undefined && isProcess(node.initializer) && ts.isObjectBindingPattern(node.name)
    );
  }
  return ts.isImportDeclaration(node) && /^(node:)?process$/.test(textOf(node.moduleSpecifier));
}

function isProcess(node: ts.Expression): boolean {
  const text = textOf(node);
  return text === "process" || text === "globalThis.process";
}

function readsClockOrChance(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return textOf(node.expression) === "Date" && !node.arguments?.length;
  return (
    ts.isPropertyAccessExpression(node) &&
    ["Date.now", "Math.random", "crypto.randomUUID", "performance.now"].includes(textOf(node))
  );
}

function modifiersOf(node: ts.Node): ts.SyntaxKind[] {
  return ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map((modifier) => modifier.kind) : [];
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText();
}

function lineOf(file: ParsedSource, node: ts.Node): number {
  return file.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
