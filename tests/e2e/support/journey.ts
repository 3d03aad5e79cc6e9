import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type Login, logins, password } from "@/tests/e2e/support/people";

export { expect };

type SignedInState = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Options = {
  /** Console errors a journey provokes on purpose, such as the 404 it asks for. */
  expectedErrors: RegExp[];
};

type Fixtures = {
  /** Fails the journey on any console error, page error or breach of the content security policy. */
  watched: undefined;
  /** Makes this browser one person's, without walking through the form again. */
  signInAs: (login: Login) => Promise<void>;
};

type WorkerFixtures = { sessions: Map<Login, SignedInState> };

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  expectedErrors: [[], { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
  baseURL: async ({}, use) => {
    await use(process.env.E2E_BASE_URL);
  },

  watched: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`content security policy: ${event.violatedDirective} refused ${event.blockedURI}`);
        });
      });
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => errors.push(String(error.error())));
      await use(undefined);
      const unexpected = errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)));
      expect(unexpected, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],

  // One walk through the form per person and worker: the form itself has journeys of its own, and a limit on attempts.
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from this pattern.
    async ({}, use) => {
      await use(new Map());
    },
    { scope: "worker" },
  ],

  signInAs: async ({ browser, baseURL, context, sessions }, use) => {
    await use(async (login) => {
      let state = sessions.get(login);
      if (!state) {
        const own = await browser.newContext(baseURL ? { baseURL } : {});
        const page = await own.newPage();
        await page.goto("/sign-in");
        await signIn(page, login);
        state = await own.storageState();
        sessions.set(login, state);
        await own.close();
      }
      await context.addCookies(state.cookies);
    });
  },
});

/** Fills the sign-in form and sends it by keyboard. */
export async function signIn(page: Page, login: Login): Promise<void> {
  await page.getByLabel(/e-?mail/i).fill(logins[login]);
  await page.getByLabel(/password/i).fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** WCAG 2.2 AA, and that nothing is wider than the page. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found, "what axe found").toEqual([]);
  const { page: wide, view } = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }));
  expect(wide, "the page scrolls sideways").toBeLessThanOrEqual(view);
}

/** Themes and widths every screen is looked at in. */
export const looks = (["light", "dark"] as const).flatMap((theme) =>
  [
    { theme, width: 1440, height: 900 },
    { theme, width: 390, height: 844 },
  ].map((look) => ({ ...look, name: `${look.theme} at ${look.width}` })),
);
