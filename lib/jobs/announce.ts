import "server-only";
import { sampleLogins } from "@/lib/jobs/sample-companies";
import { awaitsFirstAdmin } from "@/lib/usecases/welcome";

/** Tells whoever started the server where it is and who may sign in. */
export async function announce(address: string): Promise<void> {
  console.log(`\nBacksolve is ready at ${address}`);
  if (await awaitsFirstAdmin()) {
    console.log(`Nobody has a login yet: open ${address}/welcome to become the first admin.`);
    return;
  }
  const samples = await sampleLogins();
  if (samples === null) return;
  console.log(
    `\nSign in to the sample company ${samples.company}, each with the password: ${samples.password}`,
  );
  const width = Math.max(...samples.logins.map(({ email }) => email.length));
  for (const { role, email, name } of samples.logins) {
    console.log(`  ${role.padEnd(8)} ${email.padEnd(width)}  ${name}`);
  }
}
