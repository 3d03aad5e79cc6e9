import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setUp } from "@/app/(public)/welcome/actions";
import { WelcomeForm } from "@/components/session/WelcomeForm";
import { currencies, zones } from "@/lib/forms/welcome";
import { awaitsFirstAdmin } from "@/lib/usecases/welcome";

export const metadata: Metadata = { title: "Welcome" };

/** Only until the first admin exists; afterwards there is no such page. */
export default async function WelcomePage() {
  if (!(await awaitsFirstAdmin())) notFound();
  // A guess, shown first to be changed: where the server stands is often where the company does.
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const ordered = [...new Set([own, ...zones()])];
  return <WelcomeForm action={setUp} currencies={currencies()} zones={ordered} />;
}
