import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "@/lib/access/content-security-policy";

const inProduction = contentSecurityPolicy("n0nce", { development: false, https: false });

describe("the content security policy", () => {
  it("allows scripts and style elements by nonce only", () => {
    const directives = new Map(inProduction.split("; ").map((text) => [text.split(" ")[0], text]));
    expect(directives.get("script-src")).toBe("script-src 'self' 'nonce-n0nce' 'strict-dynamic'");
    expect(directives.get("style-src")).toBe("style-src 'self' 'nonce-n0nce'");
    expect(directives.get("style-src-attr")).toBe("style-src-attr 'unsafe-inline'");
    expect(inProduction.replace(directives.get("style-src-attr") ?? "", "")).not.toContain("unsafe");
  });

  it("forbids frames, plug-ins, other bases and forms that lead elsewhere", () => {
    for (const closed of [
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      expect(inProduction).toContain(closed);
    }
  });

  it("asks for https only where https is spoken", () => {
    expect(inProduction).not.toContain("upgrade-insecure-requests");
    expect(contentSecurityPolicy("n", { development: false, https: true })).toContain(
      "upgrade-insecure-requests",
    );
  });
});
