import "server-only";
import { todayIn } from "@/lib/clock";
import { listOrganizations } from "@/lib/data/organizations";
import { sampleStories } from "@/prisma/seed/sample-companies";
import { topUpSamples } from "@/prisma/seed/top-up";
import { SAMPLE_PASSWORD } from "@/prisma/seed/write";

export type SampleLogins = {
  company: string;
  password: string;
  logins: { role: string; email: string; name: string }[];
};

/** The day the sample companies live in: their first one's. */
export function sampleToday(): string {
  return todayIn(sampleStories[0]?.zone ?? "UTC");
}

/** Lets the sample companies live on to yesterday, where there are any. */
export async function topUpSampleCompanies(): Promise<void> {
  if (await hasSamples()) await topUpSamples(sampleToday());
}

/** The logins of the first sample company, to be printed at start; null where there is none. */
export async function sampleLogins(): Promise<SampleLogins | null> {
  const [first] = sampleStories;
  if (first === undefined || !(await hasSamples())) return null;
  const users = first.users.filter((user) => user.signsIn);
  return {
    company: first.name,
    password: SAMPLE_PASSWORD,
    logins: users.map(({ role, email, name }) => ({ role, email, name })),
  };
}

async function hasSamples(): Promise<boolean> {
  return (await listOrganizations()).some(({ isSample }) => isSample);
}
