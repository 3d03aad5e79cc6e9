import { hashPassword } from "@/lib/access/password";
import { systemDb } from "@/lib/data/client/global";
import type { Scope } from "@/lib/data/scope";
import { inTransaction } from "@/lib/data/transaction";
import { insertRows, WRITING_ORDER } from "@/prisma/seed/insert-rows";
import type { CompanyRows, SampleRows, SettingRow, UserRow } from "@/prisma/seed/rows";
import { sampleCompanies } from "@/prisma/seed/sample-companies";
import { getSampleState, sampleScope, saveSampleState } from "@/prisma/seed/sample-state";

/** The password of every sample login. It is printed wherever the sample company is started, and used nowhere else. */
export const SAMPLE_PASSWORD = "a quiet number works backward";

export type Seeded = { ok: true; rows: Record<string, number> } | { ok: false; sentence: string };

/**
 * Writes the sample companies, with a history that ends the day before `today`, into an empty database. Refuses one
 * that holds any organization, be it a sample: nothing is ever written over. A seeding that was interrupted is not
 * begun anew here; `topUpSamples` finishes it.
 */
export async function seedSamples(today: string): Promise<Seeded> {
  const system = await systemDb();
  const there = await system.organization.findMany({ select: { name: true }, orderBy: { createdAt: "asc" } });
  const [first] = there;
  if (first !== undefined) {
    const others = there.length === 1 ? "" : ` and ${there.length - 1} more`;
    return {
      ok: false,
      sentence:
        `This database already holds ${first.name}${others}. The sample companies are only put into an empty ` +
        "database; choose another folder with BACKSOLVE_DATA, or another DATABASE_URL.",
    };
  }
  return { ok: true, rows: await writeSamples(sampleCompanies(today)) };
}

/** Writes what is not there yet of these rows; answers how many rows of each table were. */
export async function writeSamples(sample: SampleRows): Promise<Record<string, number>> {
  const rows: Record<string, number> = { user: await insertUsers(sample.users) };
  // All begin before any is filled: an interruption leaves none that nobody would come back to.
  for (const company of sample.companies) await beginCompany(company);
  rows.organization = sample.companies.length;
  for (const company of sample.companies) {
    for (const [table, count] of Object.entries(await fillCompany(company))) {
      rows[table] = (rows[table] ?? 0) + count;
    }
  }
  return rows;
}

async function insertUsers(users: UserRow[]): Promise<number> {
  const system = await systemDb();
  const data = await Promise.all(
    users.map(async ({ hasPassword, createdAt, ...user }) => ({
      ...user,
      passwordHash: hasPassword ? await hashPassword(SAMPLE_PASSWORD) : null,
      createdAt: new Date(createdAt),
    })),
  );
  return (await system.user.createMany({ data, skipDuplicates: true })).count;
}

/** The organization, and the note that it is not whole yet, together. */
async function beginCompany(company: CompanyRows): Promise<void> {
  const { scope, setting } = await beginningOf(company);
  await inTransaction(scope, async (inside) => {
    if ((await getSampleState(inside)) !== null) return;
    await insertRows(inside, "organization", company.organization);
    await saveSampleState(inside, { ...setting.value, isWhole: false }, new Date(setting.updatedAt));
  });
}

async function fillCompany(company: CompanyRows): Promise<Record<string, number>> {
  const { scope, setting } = await beginningOf(company);
  const counts: Record<string, number> = {};
  if ((await getSampleState(scope))?.isWhole) return counts;
  for (const table of WRITING_ORDER) counts[table] = await insertRows(scope, table, company[table]);
  await saveSampleState(scope, setting.value, new Date(setting.updatedAt));
  return counts;
}

async function beginningOf(company: CompanyRows): Promise<{ scope: Scope; setting: SettingRow }> {
  const [organization] = company.organization;
  const [setting] = company.setting;
  if (organization === undefined || setting === undefined)
    throw new Error("a company without its first rows");
  return { scope: await sampleScope(organization.organizationId), setting };
}
