import { describe, expect, it } from "vitest";
import { isOwnOrigin, originRefusal, ownPath } from "@/lib/access/request-origin";

const from = (headers: Record<string, string>, appUrl?: string) => isOwnOrigin(new Headers(headers), appUrl);

describe("the origin of a request that changes something", () => {
  it("is ours when it is APP_URL, whatever Host says", () => {
    const url = "https://backsolve.example.com";
    expect(from({ origin: url, host: "10.0.0.7:3000" }, url)).toBe(true);
    expect(from({ origin: "https://evil.example", host: "backsolve.example.com" }, url)).toBe(false);
    expect(from({ origin: "http://backsolve.example.com", host: "backsolve.example.com" }, url)).toBe(false);
    expect(from({ origin: "https://backsolve.example.com:8443" }, url)).toBe(false);
    expect(from({ origin: "https://backsolve.example.com.evil.example" }, url)).toBe(false);
  });

  it("is ours in any loopback spelling when APP_URL is one of them, on its port only", () => {
    const url = "http://localhost:3000";
    expect(from({ origin: "http://127.0.0.1:3000" }, url)).toBe(true);
    expect(from({ origin: "http://[::1]:3000" }, url)).toBe(true);
    expect(from({ origin: "http://localhost:4000" }, url)).toBe(false);
  });

  it("without APP_URL is a loopback address on the port the request came to", () => {
    expect(from({ origin: "http://localhost:3000", host: "127.0.0.1:3000" })).toBe(true);
    expect(from({ origin: "http://[::1]:3000", host: "localhost:3000" })).toBe(true);
    expect(from({ origin: "http://localhost:4000", host: "localhost:3000" })).toBe(false);
    expect(from({ origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000" })).toBe(false);
    expect(from({ origin: "http://rebound.example:3000", host: "rebound.example:3000" })).toBe(false);
  });

  it("is not moved by a forged X-Forwarded-Host", () => {
    const forged = {
      origin: "https://evil.example",
      "x-forwarded-host": "evil.example",
      host: "localhost:3000",
    };
    expect(from(forged)).toBe(false);
    expect(from(forged, "https://backsolve.example.com")).toBe(false);
  });

  it("does not pass by being absent, opaque or no address", () => {
    expect(from({ host: "localhost:3000" })).toBe(false);
    expect(from({ origin: "null", host: "localhost:3000" })).toBe(false);
    expect(from({ origin: "localhost:3000", host: "localhost:3000" })).toBe(false);
    expect(from({ host: "localhost:3000", "sec-fetch-site": "cross-site" })).toBe(false);
    expect(from({ host: "localhost:3000", "sec-fetch-site": "same-site" })).toBe(false);
    expect(from({ host: "localhost:3000", "sec-fetch-site": "same-origin" })).toBe(true);
  });

  it("says what to do when it was refused", () => {
    expect(originRefusal(undefined)).toContain("APP_URL");
    expect(originRefusal("https://backsolve.example.com/")).toContain("open that address");
  });
});

describe("where a sign-in may lead", () => {
  it.each([
    ["/today", "/today"],
    ["/people/7?period=q4#why", "/people/7?period=q4#why"],
    ["/a/../team", "/team"],
  ])("to a path of ours: %s", (next, path) => {
    expect(ownPath(next)).toBe(path);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "/x/..//evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "today",
    "",
    "/api/session/end",
    `/${"a".repeat(2001)}`,
  ])("nowhere else: %j", (next) => {
    expect(ownPath(next)).toBeNull();
  });
});
