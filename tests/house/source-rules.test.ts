import { describe, expect, it } from "vitest";
import { repositoryRoot } from "@/tests/house/cruise";
import { plantedSources } from "@/tests/house/planted-sources";
import { listRootSourcePaths, listSourcePaths, productFolders, readSource } from "@/tests/house/source-files";
import { findBrokenRules, sourceRules } from "@/tests/house/source-rules";

describe("every source file keeps the rule", () => {
  const paths = [
    ...listRootSourcePaths(repositoryRoot),
    ...listSourcePaths(repositoryRoot, [...productFolders, "tests"]),
  ];
  const broken = paths.flatMap((path) => findBrokenRules(readSource(repositoryRoot, path)));

  it.each(sourceRules)("$name", ({ name }) => {
    expect(broken.filter(({ rule }) => rule === name).map(({ where }) => where)).toEqual([]);
  });
});

describe("a planted violation is caught", () => {
  it.each(sourceRules)("for the rule $name", ({ name }) => {
    expect(plantedSources.some((planted) => planted.breaks === name)).toBe(true);
  });

  it.each(plantedSources)("$path: $text", ({ path, text, breaks }) => {
    const rules = findBrokenRules({ path, text }).map(({ rule }) => rule);
    expect([...new Set(rules)]).toEqual(breaks ? [breaks] : []);
  });
});
