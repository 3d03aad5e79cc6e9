import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "@/lib/env";

describe("The environment", () => {
  it("needs nothing at all", () => {
    const found = readEnvironment({});
    expect(found).toMatchObject({ PORT: 3000, BACKSOLVE_DATA: "./.data", LOG_LEVEL: "info" });
    expect(found.DATABASE_URL).toBeUndefined();
  });

  it("takes an empty variable for an absent one", () => {
    expect(readEnvironment({ PORT: "", DATABASE_URL: "", APP_TODAY: "" })).toEqual(readEnvironment({}));
  });

  it("reads what is set", () => {
    const set = {
      PORT: "8080",
      DATABASE_URL: "postgresql://a:b@db:5432/x",
      APP_URL: "https://a.example",
      APP_TODAY: "2026-11-22",
    };
    expect(readEnvironment(set)).toMatchObject({ ...set, PORT: 8080 });
    expect(readEnvironment({ APP_TODAY: "2026-11-22T10:00:00Z" }).APP_TODAY).toBe("2026-11-22T10:00:00Z");
  });

  const wrong: [string, string][] = [
    ["PORT", "http"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://a/b"],
    ["DATABASE_URL", "postgresql://"],
    ["DATABASE_POOL", "0"],
    ["APP_URL", "backsolve.example.com"],
    ["APP_URL", "https://backsolve.example.com/app"],
    ["AUTH_SECRET", "short"],
    ["APP_TODAY", "22.11.2026"],
    ["APP_TODAY", "2026-02-30"],
    ["LOG_LEVEL", "loud"],
  ];
  for (const [name, value] of wrong) {
    it(`names ${name} and an example when it is ${value}`, () => {
      expect(() => readEnvironment({ [name]: value })).toThrow(EnvironmentError);
      expect(() => readEnvironment({ [name]: value })).toThrow(
        new RegExp(`^${name} is .+ but must .+, for example ${name}=.+\\.$`),
      );
    });
  }

  it("says everything that is wrong at once, and never shows a secret", () => {
    const failure = (() => {
      try {
        return readEnvironment({
          PORT: "x",
          AUTH_SECRET: "hunter2",
          DATABASE_URL: "mysql://root:hunter2@db/x",
        });
      } catch (error) {
        return error as Error;
      }
    })();
    expect((failure as Error).message.split("\n")).toHaveLength(3);
    expect((failure as Error).message).not.toContain("hunter2");
  });
});
