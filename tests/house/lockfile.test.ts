import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "@/tests/house/cruise";
import {
  findInexactVersions,
  findMissingOptionals,
  findPackages,
  findTooOld,
  type Lockfile,
} from "@/tests/house/lockfile";

const readJson = (file: string) => JSON.parse(readFileSync(path.join(repositoryRoot, file), "utf8"));
const lockfile: Lockfile = readJson("package-lock.json");

/** Below these a known hole is open. */
const safeMinimums = {
  next: "16.4.3",
  react: "19.2.6",
  zod: "4.6.7",
  "next-auth": "4.24.15",
  sharp: "0.35.5",
};

describe("the lockfile", () => {
  it("has an entry for every optional dependency, so that every system finds its binary", () => {
    expect(findMissingOptionals(lockfile)).toEqual([]);
  });

  it("holds no version with a known hole", () => {
    expect(findTooOld(lockfile, safeMinimums)).toEqual([]);
  });

  it("has the packages those minimums are about", () => {
    for (const name of ["next", "react", "zod", "next-auth"])
      expect(findPackages(lockfile, name)).not.toEqual([]);
  });

  it("never holds xlsx", () => {
    expect(findPackages(lockfile, "xlsx")).toEqual([]);
  });

  it("belongs to a package.json of exact versions", () => {
    expect(findInexactVersions(readJson("package.json"))).toEqual([]);
  });

  it("stays on the TypeScript the import rules can read", () => {
    expect(findPackages(lockfile, "typescript").map(({ version }) => version)).toEqual(["6.0.3"]);
  });
});

describe("a planted lockfile", () => {
  const planted: Lockfile = {
    packages: {
      "node_modules/fast": {
        version: "1.0.0",
        optionalDependencies: { "@fast/linux": "1.0.0", "@fast/mac": "1.0.0" },
      },
      "node_modules/@fast/linux": { version: "1.0.0" },
      "node_modules/next": { version: "16.4.2" },
      "node_modules/other/node_modules/zod": { version: "4.6.6" },
      "node_modules/react": { version: "19.10.0" },
      "node_modules/xlsx": { version: "0.18.5" },
    },
  };

  it("lacks a binary", () => {
    expect(findMissingOptionals(planted)).toEqual(["fast wants @fast/mac"]);
  });

  it("is too old, nested copies included", () => {
    const found = findTooOld(planted, safeMinimums);
    expect(found).toEqual(["next 16.4.2 is below 16.4.3", "zod 4.6.6 is below 4.6.7"]);
  });

  it("holds xlsx", () => {
    expect(findPackages(planted, "xlsx")).toHaveLength(1);
  });

  it("leaves versions open", () => {
    const inexact = findInexactVersions({
      dependencies: { a: "^1.0.0", b: "1.0.0" },
      devDependencies: { c: "latest" },
    });
    expect(inexact).toEqual(["a ^1.0.0", "c latest"]);
  });
});
