import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldMessage, typedOr } from "@/lib/forms/action-state";
import { readForm } from "@/lib/forms/read-form";
import { welcomeForm } from "@/lib/forms/welcome";

const form = z.strictObject({
  name: z.string().min(1, "Please write a name."),
  tags: z.array(z.string()).max(5).optional(),
});

function sent(...pairs: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

describe("reading a form", () => {
  it("leaves the framework's own fields out", () => {
    const answer = readForm(form, sent(["name", "Maya"], ["$ACTION_ID_1", "x"], ["$ACTION_KEY", "k"]));
    expect(answer).toEqual({ ok: true, input: { name: "Maya" } });
  });

  it("makes a list of a name that occurs several times", () => {
    const answer = readForm(form, sent(["name", "Maya"], ["tags", "a"], ["tags", "b"]));
    expect(answer).toEqual({ ok: true, input: { name: "Maya", tags: ["a", "b"] } });
  });

  it("refuses a field nobody asked for, even one called __proto__", () => {
    expect(readForm(form, sent(["name", "Maya"], ["role", "admin"])).ok).toBe(false);
    expect(readForm(form, sent(["name", "Maya"], ["__proto__", "admin"])).ok).toBe(false);
  });

  it("gives back what was typed, beside what to do, and never a password", () => {
    const answer = readForm(
      welcomeForm,
      sent(
        ["organization", "Larkfield"],
        ["currency", "USD"],
        ["zone", "Mars/Olympus"],
        ["name", ""],
        ["email", "maya"],
        ["password", "short"],
      ),
    );
    if (answer.ok) throw new Error("it should have been refused");
    const { refused } = answer;
    expect(Object.keys(refused.fields).sort()).toEqual(["email", "name", "password", "zone"]);
    expect(fieldMessage(refused, "name")).toBe("Please write your name.");
    expect(typedOr(refused, "organization", "")).toBe("Larkfield");
    expect(JSON.stringify(refused)).not.toContain("short");
  });

  it("takes every zone and currency the list of the form offers", () => {
    const base = { organization: "L", name: "M", email: "m@example.com", password: "quiet harbour lamp" };
    for (const zone of [
      "UTC",
      "Asia/Kathmandu",
      "Asia/Katmandu",
      "America/Argentina/Buenos_Aires",
      "Etc/GMT+3",
    ]) {
      expect(welcomeForm.safeParse({ ...base, zone, currency: "kwd" }).data?.currency, zone).toBe("KWD");
    }
    for (const currency of ["XXXX", "ZZZ", "€", ""]) {
      expect(welcomeForm.safeParse({ ...base, zone: "UTC", currency }).success, currency).toBe(false);
    }
  });
});
