import { expect, signIn, test } from "@/tests/e2e/support/journey";
import { logins } from "@/tests/e2e/support/people";

test("somebody who is not signed in is asked to, and then gets where they wanted", async ({ page }) => {
  await page.goto("/today");
  await expect(page).toHaveURL(/\/sign-in\?.*next=/);
  await signIn(page, "rep");
  await expect(page).toHaveURL(/\/today/);
});

test("a wrong password keeps what was typed and does not say which of the two was wrong", async ({
  page,
}) => {
  await page.goto("/sign-in");
  for (const email of [logins.rep, "nobody@larkfield.example"]) {
    await page.getByLabel(/e-?mail/i).fill(email);
    await page.getByLabel(/password/i).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/problem=wrong/);
    await expect(page.getByLabel(/e-?mail/i)).toHaveValue(email);
    await expect(page.getByLabel(/password/i)).toHaveValue("");
    await expect(page.locator("form")).toContainText("e-mail address and password do not belong together");
  }
});

test("signing out ends the session, also for whoever kept the cookie", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await page.goto("/sign-in");
  await signIn(page, "coach");
  const kept = await context.cookies();
  expect(kept.some(({ httpOnly, sameSite }) => httpOnly && sameSite !== "None")).toBe(true);
  await page
    .getByRole("button", { name: /sign out/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/sign-in/);

  const other = await browser.newContext(baseURL ? { baseURL } : {});
  await other.addCookies(kept);
  const stranger = await other.newPage();
  await stranger.goto("/team");
  await expect(stranger).toHaveURL(/\/sign-in/);
  await other.close();
});

test.describe("a rep", () => {
  test.use({ expectedErrors: [/status of 40[34]/] });

  test("does not get the team's page, nor anybody's name from it", async ({ page, signInAs }) => {
    await signInAs("manager");
    await page.goto("/team");
    const people = await page
      .locator('main a[href^="/people/"]')
      .evaluateAll((links) =>
        links.map((link) => ({ href: link.getAttribute("href")!, name: link.textContent!.trim() })),
      );
    expect(people.length).toBeGreaterThan(3);

    await page.context().clearCookies();
    await signInAs("rep");
    const team = await page.goto("/team");
    expect(team?.status()).toBe(404);
    await page.goto("/today");
    const own = new Set(
      await page
        .locator('a[href^="/people/"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")!)),
    );
    const other = people.find(({ href }) => ![...own].some((mine) => href.startsWith(mine)))!;
    const answer = await page.goto(other.href);
    expect(answer?.status()).toBe(404);
    expect(await page.content()).not.toContain(other.name);
  });
});

test("a form of another site is refused, and nothing is counted", async ({ page, signInAs }) => {
  await signInAs("rep");
  await page.goto("/today");
  const answer = await page.request.post("/api/log", {
    form: { type: "call" },
    headers: { origin: "https://elsewhere.example", accept: "application/json" },
  });
  expect(answer.status()).toBe(403);
});

test("every page carries a content security policy with a nonce of its own", async ({ page }) => {
  const policyOf = async () => (await page.goto("/sign-in"))?.headers()["content-security-policy"] ?? "";
  const [first, second] = [await policyOf(), await policyOf()];
  expect(first).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(first).not.toContain("unsafe-eval");
  expect(first).not.toBe(second);
});

test("health says whether it is alive and ready, to anybody", async ({ request }) => {
  for (const route of ["/api/health/live", "/api/health/ready"])
    expect((await request.get(route)).status()).toBe(200);
});
