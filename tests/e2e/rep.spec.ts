import type { Locator, Page } from "@playwright/test";
import { expect, signIn, test } from "@/tests/e2e/support/journey";

/** The row of Today with this name: "Outreach 18 of 31". */
function progressRow(page: Page, name: string): Locator {
  return page.locator(".prow").filter({ has: page.getByText(name, { exact: true }) });
}

async function countedIn(row: Locator): Promise<number> {
  const [done] = /[\d,]+(?= of )/.exec((await row.innerText()).replace(/\s+/g, " ")) ?? [];
  return Number(done?.replace(",", ""));
}

test("a rep signs in by keyboard and sees what today asks", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, "rep");
  await expect(page).toHaveURL(/\/today/);
  await expect(page).toHaveTitle(/^Today/);
  // Results first: the one h1 is what is won of what is owed.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\$[\d,]+ of \$[\d,]+$/);
  await expect(progressRow(page, "Outreach")).toHaveText(/\d+ of \d+/);
  await expect(page.getByText(/a day (would )?keeps? next quarter fed/)).toBeVisible();
});

test("a rep opens why by keyboard, down to the records, and comes back to where they were", async ({
  page,
  signInAs,
}) => {
  await signInAs("rep");
  await page.goto("/today");
  const link = page.getByRole("link", { name: /^why \d+/ });
  await link.focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toBeVisible();
  // A sheet is an address: it can be sent to somebody, and reloaded.
  await expect(page).toHaveURL(/why/);
  await page.reload();
  await expect(sheet).toBeVisible();
  await expect(sheet.getByRole("table").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/\/today$/);
});

test("a rep counts a call in one press and takes it back", async ({ page, signInAs }) => {
  await signInAs("rep");
  await page.goto("/today");
  const row = progressRow(page, "Outreach");
  const before = await countedIn(row);
  await row.getByRole("button", { name: /^Count one call/i }).click();
  await expect.poll(() => countedIn(row)).toBe(before + 1);
  // the figure moves before the server has answered; only then may the page be asked anew
  const answered = page.waitForResponse((response) => response.url().endsWith("/api/log"));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => countedIn(row)).toBe(before);
  await answered;
  await page.reload();
  expect(await countedIn(row)).toBe(before);
});

test("a rep's count is stored, not only shown", async ({ page, signInAs }) => {
  await signInAs("rep");
  await page.goto("/today");
  const row = progressRow(page, "Outreach");
  const before = await countedIn(row);
  const stored = page.waitForResponse((response) => response.url().endsWith("/api/log"));
  await row.getByRole("button", { name: /^Count one call/i }).click();
  expect((await stored).ok()).toBe(true);
  await page.reload();
  expect(await countedIn(row)).toBe(before + 1);
});

test("on a phone the result and the first count need no scrolling", async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs("rep");
  await page.goto("/today");
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("button", { name: /^Count one/i }).first()).toBeInViewport({ ratio: 1 });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a rep signs in, counts a call and takes it back", async ({ page }) => {
    await page.goto("/sign-in");
    await signIn(page, "rep");
    await expect(page).toHaveURL(/\/today/);
    const row = progressRow(page, "Outreach");
    const before = await countedIn(row);
    await row.getByRole("button", { name: /^Count one call/i }).click();
    await expect(page.getByText("Counted.")).toBeVisible();
    expect(await countedIn(row)).toBe(before + 1);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await countedIn(row)).toBe(before);
  });

  test("a page sent twice counts once", async ({ page, signInAs }) => {
    await signInAs("rep");
    await page.goto("/today");
    const row = progressRow(page, "Outreach");
    const before = await countedIn(row);
    const fields = await row.locator("form").first().locator("input").all();
    const form = Object.fromEntries(
      await Promise.all(
        fields.map(async (field) => [await field.getAttribute("name"), await field.getAttribute("value")]),
      ),
    );
    const origin = new URL(page.url()).origin;
    for (const _ of [1, 2]) await page.request.post("/api/log", { form, headers: { origin } });
    await page.goto("/today");
    expect(await countedIn(row)).toBe(before + 1);
  });

  test("a rep opens why by its address", async ({ page, signInAs }) => {
    await signInAs("rep");
    await page.goto("/today");
    await page.getByRole("link", { name: /^why \d+/ }).click();
    await expect(page.getByRole("table").first()).toBeVisible();
    await expect(page.getByRole("link", { name: /close|back/i }).first()).toBeVisible();
  });
});
