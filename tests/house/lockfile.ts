export type Lockfile = {
  packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
};

type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> };

/** Every copy of a package, nested ones included. */
export function findPackages(lockfile: Lockfile, name: string): { path: string; version: string }[] {
  return Object.entries(lockfile.packages)
    .filter(([path]) => nameOf(path) === name)
    .map(([path, { version = "" }]) => ({ path, version }));
}

/**
 * Optional dependencies without an entry. npm writes such a lockfile when a registry lacks one system's binary;
 * `npm install` then passes here and `npm ci` fails, or another system starts without its binary.
 */
export function findMissingOptionals(lockfile: Lockfile): string[] {
  const present = new Set(Object.keys(lockfile.packages).map(nameOf));
  return Object.entries(lockfile.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !present.has(name))
      .map((name) => `${nameOf(path)} wants ${name}`),
  );
}

export function findTooOld(lockfile: Lockfile, minimums: Record<string, string>): string[] {
  return Object.entries(minimums).flatMap(([name, minimum]) =>
    findPackages(lockfile, name)
      .filter(({ version }) => isBelow(version, minimum))
      .map(({ version }) => `${name} ${version} is below ${minimum}`),
  );
}

export function findInexactVersions({ dependencies, devDependencies }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} ${version}`);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** Compares major, minor, patch as numbers; a pre-release of the minimum itself counts as below it. */
function isBelow(version: string, minimum: string): boolean {
  const [wanted, found] = [minimum, version].map((text) => text.split("-")[0]!.split(".").map(Number));
  for (const [at, least] of wanted!.entries()) {
    const part = found![at] ?? 0;
    if (part !== least) return part < least;
  }
  return version.includes("-");
}
