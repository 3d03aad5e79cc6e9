import { todayIn } from "@/lib/clock";
import { closeDatabase, database } from "@/lib/data/client/database";
import { migrateDatabase } from "@/lib/data/migrations/migrate-database";
import { ensureSamples } from "@/prisma/seed";
import { sampleStories } from "@/prisma/seed/sample-companies";
import { SAMPLE_PASSWORD } from "@/prisma/seed/write";

const usage = `npm run seed
  Puts two sample companies into an empty database (DATABASE_URL, else the data folder BACKSOLVE_DATA), with a
  history that ends yesterday. Run again, it lets them live on to yesterday. Other organizations are never touched.`;

async function run(words: string[]): Promise<number> {
  if (words.length > 0) {
    console.log(usage);
    return words.every((word) => word === "help" || word === "--help") ? 0 : 2;
  }
  await migrateDatabase(await database());
  const [first] = sampleStories;
  const today = todayIn(first?.zone ?? "UTC");
  const began = performance.now();
  const ready = await ensureSamples(today);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (ready.did === "seeded") {
    for (const [table, rows] of Object.entries(ready.rows))
      console.log(`${String(rows).padStart(7)} ${table}`);
    console.log(
      `Seeded ${sampleStories.map((story) => story.name).join(" and ")} in ${seconds} s. Sign in as`,
    );
    for (const user of first?.users ?? []) {
      if (user.signsIn) console.log(`  ${user.email.padEnd(26)} ${user.name}, ${user.role}`);
    }
    console.log(`each with the password: ${SAMPLE_PASSWORD}`);
  } else if (ready.companies.length === 0) {
    console.log("Nothing to do: there is no sample company whose history ends before yesterday.");
  } else {
    for (const { company, from, to, rows } of ready.companies) {
      console.log(`${company}: ${rows} rows for ${from} to ${to}.`);
    }
  }
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
