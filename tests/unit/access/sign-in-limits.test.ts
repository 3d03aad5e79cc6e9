import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/access/client-address";
import { signInLimits, signInWindow, signInWindowMinutes } from "@/lib/access/sign-in-limits";

describe("what a try at signing in counts against", () => {
  it("is the account and the address for strangers", () => {
    const keys = signInLimits("account", "203.0.113.7", null).map(({ key }) => key);
    expect(keys).toEqual(["sign-in:account:account", "sign-in:address:203.0.113.7"]);
  });

  it("is itself alone for a browser the owner has used before, so that strangers cannot lock it out", () => {
    const known = signInLimits("account", "203.0.113.7", "browser").map(({ key }) => key);
    const strangers = signInLimits("account", "203.0.113.7", null).map(({ key }) => key);
    expect(known.filter((key) => strangers.includes(key))).toEqual([]);
    expect(known).toHaveLength(1);
  });

  it("is forgotten after one window", () => {
    const start = signInWindow(new Date("2026-11-22T10:07:31Z"));
    expect(start.toISOString()).toBe("2026-11-22T10:00:00.000Z");
    const next = new Date(start.getTime() + signInWindowMinutes * 60_000);
    expect(signInWindow(next)).toEqual(next);
  });
});

describe("the address of a request", () => {
  const address = (forwarded: string | null) =>
    clientAddress(new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded }));

  it("is what the nearest proxy wrote, not what a client put before it", () => {
    expect(address("1.1.1.1, 203.0.113.7")).toBe("203.0.113.7");
  });

  it("is one for a whole IPv6 network of one customer", () => {
    expect(address("2001:db8:1:2:aaaa::1")).toBe(address("2001:db8:1:2:bbbb:cccc:dddd:eeee"));
    expect(address("2001:db8:1:2::1")).not.toBe(address("2001:db8:1:3::1"));
    expect(address("2001:db8::1")).toBe("2001:db8:0:0::/64");
  });

  it("is the IPv4 address inside a mapped one", () => {
    expect(address("::ffff:203.0.113.7")).toBe("203.0.113.7");
  });

  it("is one key for all when nothing tells it", () => {
    expect(address(null)).toBe("unknown");
    expect(address("")).toBe("unknown");
  });
});
