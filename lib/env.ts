import { z } from "zod";

/** A setting that cannot be used: the sentence names the variable and shows a value that would do. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });

/** Each variable with what it must be, in words, and an example: the sentence a person reads when it is wrong. */
const settings = {
  NODE_ENV: {
    schema: z.enum(["development", "production", "test"]).default("development"),
    must: "be development, production or test",
    example: "production",
  },
  PORT: {
    schema: z.coerce.number().int().min(1).max(65535).default(3000),
    must: "be a port number from 1 to 65535",
    example: "3000",
  },
  DATABASE_URL: {
    schema: z
      .string()
      .max(2000)
      .refine((url) => /^postgres(ql)?:\/\/\S+$/.test(url) && URL.canParse(url))
      .optional(),
    must: "be the address of a PostgreSQL database, or absent to keep the data in a folder",
    example: "postgresql://user:password@localhost:5432/backsolve",
  },
  DATABASE_POOL: {
    schema: z.coerce.number().int().min(1).max(500).default(10),
    must: "be how many connections one process may hold, from 1 to 500",
    example: "10",
  },
  BACKSOLVE_DATA: {
    schema: z.string().min(1).max(1000).default("./.data"),
    must: "be the folder that holds the data",
    example: "/var/lib/backsolve",
  },
  APP_URL: {
    schema: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .refine((url) => URL.canParse(url) && new URL(url).pathname === "/" && new URL(url).search === "")
      .optional(),
    must: "be the address people type, without a path",
    example: "https://backsolve.example.com",
  },
  AUTH_SECRET: {
    schema: z.string().min(32).max(500).optional(),
    must: "be a secret of at least 32 characters, or absent to have one made at first start",
    example: "the answer of: openssl rand -base64 33",
  },
  APP_TODAY: {
    schema: z.union([day, instant]).optional(),
    must: "be the day (or instant) that tests and the demo take for today",
    example: "2026-11-22",
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels).default("info"),
    must: `be one of ${logLevels.join(", ")}`,
    example: "info",
  },
} as const;

type Settings = typeof settings;
export type Environment = Readonly<{ [Name in keyof Settings]: z.output<Settings[Name]["schema"]> }>;

/**
 * Checks a set of variables; an empty value counts as absent.
 * Throws EnvironmentError with one sentence per wrong variable, so that all are mended in one go.
 *
 * @example
 * readEnvironment({ PORT: "http" })
 * // throws: PORT is "http" but must be a port number from 1 to 65535, for example PORT=3000.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const sentences: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, must, example }] of Object.entries(settings)) {
    const given = source[name] === "" ? undefined : source[name];
    const parsed = schema.safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else sentences.push(`${name} is ${shown(name, given)} but must ${must}, for example ${name}=${example}.`);
  }
  if (sentences.length > 0) throw new EnvironmentError(sentences.join("\n"));
  return values as Environment;
}

/** Secrets and passwords must not reach a log through an error message. */
function shown(name: string, value: string | undefined): string {
  if (value === undefined) return "absent";
  if (name === "AUTH_SECRET" || name === "DATABASE_URL") return "set to something else";
  return JSON.stringify(value.slice(0, 80));
}

let checked: Environment | undefined;

/** The checked settings of this process, read once. */
export function environment(): Environment {
  checked ??= readEnvironment(process.env);
  return checked;
}
