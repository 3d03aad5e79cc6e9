import { expect, expectAccessible, test } from "@/tests/e2e/support/journey";

// Planted failures: a journey that would not notice these would notice nothing.

test("a console error fails a journey", async ({ page }) => {
  test.fail();
  await page.setContent("<title>Planted</title><script>console.error('planted')</script>");
});

test("an error nobody caught fails a journey", async ({ page }) => {
  test.fail();
  await page.setContent("<title>Planted</title><script>throw new Error('planted')</script>");
});

test("a breach of the content security policy fails a journey", async ({ page }) => {
  test.fail();
  await page.route("http://planted.test/", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "default-src 'self'" },
      body: "<title>Planted</title><script>document.title = 'ran'</script>",
    }),
  );
  await page.goto("http://planted.test/");
});

test("an unlabelled picture is found by axe, and a wide page by its width", async ({ page }) => {
  const start = "<html lang=en><title>Planted</title><main><h1>Planted</h1>";
  await page.setContent(`${start}<p>Nothing wrong.</p></main></html>`);
  await expectAccessible(page);
  await page.setContent(`${start}<img src="data:,"></main></html>`);
  await expect(expectAccessible(page)).rejects.toThrow(/image-alt/);
  await page.setContent(`${start}<div style="width:3000px">wide</div></main></html>`);
  await expect(expectAccessible(page)).rejects.toThrow(/sideways/);
});
