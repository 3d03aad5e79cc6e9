import { describe, expect, it } from "vitest";
import { commonPasswords } from "@/lib/access/common-passwords";
import { passwordProblem } from "@/lib/access/password-policy";

const common =
  "This password is among the first that are tried. Please choose another; a few words in a row are good.";

describe("a new password", () => {
  it("has 8 to 128 characters, counted as people count them", () => {
    expect(passwordProblem("kW9vqLp", [])).toBe("Please use at least 8 characters.");
    expect(passwordProblem("🐎🔋📎🍀🎈🎻🪁🧭", [])).toBeNull();
    expect(passwordProblem("x🐎".repeat(64), [])).toBe(common);
    expect(passwordProblem("quiet harbour ".repeat(9), [])).toBeNull();
    expect(passwordProblem("quiet harbour ".repeat(10), [])).toBe("Please use at most 128 characters.");
  });

  it.each([
    "password",
    "Password1!",
    "p4ssw0rd",
    "P@$$w0rd2024",
    "2024password",
    "qwertyuiop",
    "letmein123",
    "iloveyou!!",
    "Welcome2026",
    "12345678",
    "1234567890",
    "87654321",
    "abcdefgh",
    "aaaaaaaaaa",
    "abababab",
    "!!!!!!!!2024",
    "backsolve1",
  ])("is refused when it is tried first: %s", (password) => {
    expect(passwordProblem(password, [])).toBe(common);
  });

  it.each(["correct horse battery", "Wq7-fjord-lamp", "quietharbour", "tr0ub4dor&3 x"])(
    "may be %s",
    (password) => {
      expect(passwordProblem(password, ["maya.chen@larkfield.example", "Maya Chen"])).toBeNull();
    },
  );

  it.each(["mayachen", "Maya.Chen1990", "LARKFIELD2026!"])("is not made of who one is: %s", (password) => {
    const problem = passwordProblem(password, ["maya.chen@larkfield.example", "Maya Chen", "Larkfield Ltd"]);
    expect([
      common,
      "This password is made of your own name, address or company. Please choose another.",
    ]).toContain(problem);
  });

  it("is compared with roots that are themselves in lower case and letters", () => {
    for (const root of commonPasswords) expect(root).toMatch(/^[a-z]+$/);
    expect(commonPasswords.size).toBeGreaterThan(300);
  });
});
