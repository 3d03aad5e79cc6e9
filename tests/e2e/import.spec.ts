import { existsSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/e2e/support/journey";

const folder = process.env.BACKSOLVE_TEST_DATA ?? path.resolve(import.meta.dirname, "../../../shared/data");
const crm = path.join(folder, "crm/crm_sales_pipeline.csv");

/**
 * The admin brings files into the company they see first; figures are written in its locale. A small file of one's own: two records to take, one to mend. Its ids are new to every run.
 */
function ownFile(): { name: string; mimeType: string; buffer: Buffer } {
  const run = Date.now().toString(36);
  const rows = [
    "id,owner,stage,created,close date,value",
    `${run}-1,Ada Brook,Won,2026-09-01,2026-10-02,1200`,
    `${run}-2,Ada Brook,Engaging,2026-09-01,,800`,
    `${run}-3,Ada Brook,Won,2026-09-01,31/31/2026,800`,
  ];
  return { name: `deals-${run}.csv`, mimeType: "text/csv", buffer: Buffer.from(`${rows.join("\n")}\n`) };
}

/** Waits until the page has its answer: long work asks again by itself. */
async function answer(page: Page, heading: RegExp): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading, { timeout: 120_000 });
}

async function bring(
  page: Page,
  file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0],
): Promise<void> {
  await page.goto("/data");
  await page.getByLabel("A file from your CRM, as CSV").setInputFiles(file);
  await page.getByRole("button", { name: "Read the file" }).click();
}

test("a file is mapped, previewed, imported and reported with the rows to mend", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin");
  await bring(page, ownFile());
  await answer(page, /6 of 6 columns and 2 of 2 stages are mapped/);
  await page.getByRole("button", { name: "Preview 3 rows" }).click();
  await answer(page, /2 rows would be written, 1 cannot be taken/);
  await expect(page.getByText("1 row with a day that cannot be read. Write it as 2026-11-24.")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await answer(page, /2 rows were imported/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /these rows as CSV/ }).click();
  expect((await download).suggestedFilename()).toBe("rows-to-mend.csv");
});

test("a file that cannot be read says why and loses nothing", async ({ page, signInAs }) => {
  await signInAs("admin");
  const buffer = Buffer.from('id,owner,stage\nD-1,"Ana,Won\n');
  await bring(page, { name: "broken.csv", mimeType: "text/csv", buffer });
  await answer(page, /could not be read/);
  await expect(page.getByText(/Row 2 opens a quotation mark that is never closed/)).toBeVisible();
});

test("a file beyond what passes a proxy arrives whole", async ({ page, signInAs }) => {
  test.setTimeout(120_000);
  await signInAs("admin");
  const rows = Array.from({ length: 12 * 1024 }, (_, n) => `L-${n},Ada Brook,Won,${"x".repeat(1000)}`);
  const buffer = Buffer.from(`id,owner,stage,note\n${rows.join("\n")}\n`);
  await bring(page, { name: "large.csv", mimeType: "text/csv", buffer });
  await answer(page, /columns and 1 of 1 stage are mapped/);
  await expect(page.getByText(/^12[.,]288, as many as were sent/)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the public CRM table goes all the way, and again changes nothing", async ({ page, signInAs }) => {
    test.skip(!existsSync(crm), `[data: ${crm}]`);
    test.setTimeout(300_000);
    await signInAs("admin");
    await bring(page, crm);
    await answer(page, /8 of 8 columns and 4 of 4 stages are mapped; no question is left/);
    await expect(page.getByLabel(/Keep GTX Pro for GTXPro/)).toBeChecked();
    await page.getByRole("button", { name: /^Preview/ }).click();
    await answer(page, /8[.,]800 rows would be written/);
    await expect(page.getByText(/30 people/)).toBeVisible();
    await expect(page.getByText(/4[.,]238 won .* 2[.,]473 lost/)).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Prospecting" }).first()).toContainText(
      "not in this file",
    );
    await page.getByRole("button", { name: /^Import/ }).click();
    await answer(page, /8[.,]800 rows were imported/);
    await bring(page, crm);
    await page.getByRole("button", { name: /^Preview/ }).click();
    await answer(page, /would change nothing/);
  });
});
