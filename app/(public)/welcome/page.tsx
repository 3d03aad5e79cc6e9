import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setUp } from "@/app/(public)/welcome/actions";
import { WelcomeForm } from "@/components/session/WelcomeForm";
import { WelcomePage } from "@/components/session/WelcomePage";
import { currencies, zones } from "@/lib/forms/welcome";
import { awaitsFirstAdmin } from "@/lib/usecases/welcome";

export const metadata: Metadata = { title: "Welcome" };

/** Only until the first admin exists; afterwards there is no such page. */
export default async function Welcome() {
  if (!(await awaitsFirstAdmin())) notFound();
  const all = zones();
  // A guess, shown to be changed: where the server stands is often where the company does.
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <WelcomePage
      steps={["Your organization", "History", "People and quotas"]}
      current={0}
      title="Who is going to win here?"
      lead="Name your organization and the person who looks after it: you are its first admin. Everything here can be changed later."
    >
      <WelcomeForm action={setUp} currencies={currencies()} zones={all} currency="USD" zone={all.includes(own) ? own : "UTC"} />
    </WelcomePage>
  );
}
