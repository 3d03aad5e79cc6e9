import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot, ruleNames } from "@/tests/house/cruise";
import { sourceRules } from "@/tests/house/source-rules";

const read = (file: string) => readFileSync(path.join(repositoryRoot, file), "utf8");
const documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];

/** Lines of the fenced block under a heading: what a newcomer copies. */
function commandsUnder(heading: string): string[] {
  const section = read("README.md").split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return (/```\w*\n([\s\S]*?)```/.exec(section)?.[1] ?? "").trim().split("\n");
}

describe("the README", () => {
  it("runs the product by one line, and tests it by one", () => {
    expect(commandsUnder("Run")).toEqual(["npm ci && npm run demo"]);
    expect(commandsUnder("Test")).toEqual(["npm ci && npm test"]);
  });

  it("has a row for every setting, and none for another", () => {
    const inCode = [...read("lib/env.ts").matchAll(/^ {2}([A-Z][A-Z_]+): \{$/gm)].map((match) => match[1]);
    const inTable = [...read("README.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
    expect(inCode.length).toBeGreaterThan(5);
    expect(inTable.sort()).toEqual(inCode.sort());
  });
});

describe("ARCHITECTURE.md", () => {
  it("names every import and source rule, and no other", () => {
    const rules = [...ruleNames(), ...sourceRules.map(({ name }) => name)];
    const table = read("ARCHITECTURE.md").split("## Rules")[1]!.split("\n## ")[0]!;
    const named = [...table.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+){1,})`/g)].map((match) => match[1]);
    expect(named.sort()).toEqual(rules.sort());
  });
});

describe.each(documents)("%s", (document) => {
  const text = read(document);

  it("names only files that are there", () => {
    const files = [...text.matchAll(/`((?:app|bin|components|docs|lib|prisma|tests|\.[a-z])[\w./()[\]-]*)`/g)]
      .map((match) => match[1]!)
      .filter((file) => file !== "./.data" && /[./]/.test(file));
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!);
    expect([...files, ...links].filter((file) => !existsSync(path.join(repositoryRoot, file)))).toEqual([]);
  });

  it("names only scripts that package.json has", () => {
    const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts);
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]!);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe("docs/decisions", () => {
  const files = readdirSync(path.join(repositoryRoot, "docs/decisions")).sort();

  it("are numbered without a gap, and never deleted", () => {
    const numbers = files.map((file) => Number(/^(\d{3})-[a-z-]+\.md$/.exec(file)?.[1]));
    expect(numbers.length).toBeGreaterThanOrEqual(12);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(files)("%s says its number, its date and state, and fits half a page", (file) => {
    const text = read(`docs/decisions/${file}`);
    expect(text).toMatch(new RegExp(`^# ${file.slice(0, 3)} `));
    expect(text).toMatch(/^\d{4}-\d\d-\d\d · (in force|superseded by \d{3})$/m);
    expect(text.split("\n").length).toBeLessThanOrEqual(45);
  });
});
