import { describe, expect, it } from "vitest";
import { cruiseTree, repositoryRoot, ruleNames } from "@/tests/house/cruise";
import { plantedImports, plantTree } from "@/tests/house/planted-imports";
import { listSourcePaths, productFolders } from "@/tests/house/source-files";

/** Below this the cruiser did not read the product, whatever it reports. Raise it as the product grows. */
const MODULE_FLOOR = 450;

describe("the tree keeps the import rules", async () => {
  const { modules, violations } = await cruiseTree(repositoryRoot, [...productFolders, "tests"]);

  it("and every source file was read", () => {
    const files = listSourcePaths(repositoryRoot, productFolders);
    expect(files.filter((file) => !modules.includes(file))).toEqual([]);
    expect(modules.length).toBeGreaterThanOrEqual(MODULE_FLOOR);
  });

  it.each(ruleNames())("%s", (rule) => {
    const broken = violations.filter((violation) => violation.rule === rule);
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

describe("a planted violation is caught", async () => {
  const tree = plantTree();
  const { modules, violations } = await cruiseTree(tree.root, tree.folders);

  it("in a tree that was read whole", () => {
    expect(modules).toEqual(expect.arrayContaining(plantedImports.map(({ from }) => from)));
  });

  it.each(ruleNames())("for the rule %s", (rule) => {
    expect(plantedImports.some((planted) => planted.breaks.includes(rule))).toBe(true);
  });

  it.each(plantedImports)("$from: $why", ({ from, breaks }) => {
    const fired = violations.filter((violation) => violation.from === from).map(({ rule }) => rule);
    expect([...new Set(fired)].sort()).toEqual([...breaks].sort());
  });
});
