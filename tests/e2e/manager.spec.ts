import { expect, signIn, test } from "@/tests/e2e/support/journey";

test("a manager sees first whether the team will make it, then who needs them", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, "manager");
  await expect(page).toHaveURL(/\/team/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\$[\d.,]+[kM]? of \$[\d.,]+[kM]?/);
  const main = await page.getByRole("main").innerText();
  const result = main.search(/\$[\d.,]+[kM]?\s+of/);
  const needsYou = main.search(/who needs you/i);
  expect(needsYou).toBeGreaterThan(result);
});

test("nobody's activity is on the team's page, nor in what was sent for it", async ({ page, signInAs }) => {
  await signInAs("manager");
  const payloads: string[] = [];
  page.on("response", async (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (/text\/(html|x-component)/.test(type)) payloads.push(await response.text());
  });
  await page.goto("/team", { waitUntil: "networkidle" });
  const activity =
    /\b(outreach|dials?|(calls?|e-mails|linkedin|messages|conversations) (today|logged|counted|a day|done|of))\b/i;
  expect(await page.getByRole("main").innerText()).not.toMatch(activity);
  expect(payloads.length).toBeGreaterThan(0);
  for (const payload of payloads)
    expect(payload).not.toMatch(/"(activityCount|activities|askedToday|doneToday|streak)"/);
});

test("people who are on their way are folded into one line and can be looked at", async ({
  page,
  signInAs,
}) => {
  await signInAs("manager");
  await page.goto("/team");
  const fold = page.locator("details").filter({ hasText: /alone/ });
  const names = fold.locator('a[href^="/people/"]');
  await expect(names.first()).toBeHidden();
  await fold.locator("summary").click();
  await expect(names.first()).toBeVisible();
});

test("a person's page says the result before anything else", async ({ page, signInAs }) => {
  await signInAs("manager");
  await page.goto("/team");
  await page.locator('main a[href^="/people/"]').first().click();
  await expect(page).toHaveURL(/\/people\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ of \$|won/);
});
