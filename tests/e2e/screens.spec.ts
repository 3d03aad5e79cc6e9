import type { Page } from "@playwright/test";
import { expect, expectAccessible, looks, test } from "@/tests/e2e/support/journey";
import type { Login } from "@/tests/e2e/support/people";

/** Each screen as the person who has most on it; `open` finds the address where it holds an id. */
const screens: { name: string; login: Login | null; open: (page: Page) => Promise<unknown> }[] = [
  { name: "sign-in", login: null, open: (page) => page.goto("/sign-in") },
  { name: "Today", login: "rep", open: (page) => page.goto("/today") },
  { name: "why", login: "rep", open: (page) => follow(page, "/today", "a.why[href*='why']") },
  { name: "Team", login: "manager", open: (page) => page.goto("/team") },
  { name: "person", login: "manager", open: (page) => follow(page, "/team", "main a[href^='/people/']") },
  { name: "records", login: "manager", open: (page) => page.goto("/deals") },
  { name: "record", login: "manager", open: (page) => follow(page, "/deals", "main a[href^='/deals/']") },
  { name: "data", login: "admin", open: (page) => page.goto("/data") },
  { name: "import", login: "admin", open: (page) => page.goto("/data/import") },
  { name: "people", login: "admin", open: (page) => page.goto("/people") },
  { name: "access", login: "admin", open: (page) => page.goto("/settings/access") },
];

async function follow(page: Page, start: string, link: string): Promise<void> {
  await page.goto(start);
  const href = await page.locator(link).first().getAttribute("href");
  await page.goto(href!);
}

for (const { name, login, open } of screens) {
  test.describe(name, () => {
    for (const { name: look, theme, width, height } of looks) {
      test(`is accessible, ${look}`, async ({ page, signInAs }) => {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height });
        if (login) await signInAs(login);
        await open(page);
        await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
        await expect(page).toHaveTitle(/\w/);
        expect(await page.getByRole("main").innerText()).not.toMatch(
          /\bNaN\b|\bundefined\b|\bInfinity\b|\[object/,
        );
        await expectAccessible(page);
      });
    }

    test("fits 360 wide", async ({ page, signInAs }) => {
      await page.setViewportSize({ width: 360, height: 800 });
      if (login) await signInAs(login);
      await open(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(360);
    });
  });
}
