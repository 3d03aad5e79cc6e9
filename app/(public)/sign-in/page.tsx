import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryPage } from "@/components/session/EntryPage";
import { SignInForm } from "@/components/session/SignInForm";
import { firstPage } from "@/lib/access/first-page";
import { ownPath } from "@/lib/access/request-origin";
import { typedEmail } from "@/lib/access/sign-in-flash";
import { currentStanding } from "@/lib/access/standing";
import { isSignInProblem, signInProblems } from "@/lib/forms/sign-in";
import { awaitsFirstAdmin } from "@/lib/usecases/welcome";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const { problem, next } = await searchParams;
  const path = ownPath(typeof next === "string" ? next : null);
  const standing = await currentStanding();
  if (standing !== null) redirect(path ?? firstPage(standing.role));
  if (await awaitsFirstAdmin()) redirect("/welcome");
  const sentence = isSignInProblem(problem) ? signInProblems[problem] : null;
  return (
    <EntryPage>
      <SignInForm email={await typedEmail()} next={path} problem={sentence} />
    </EntryPage>
  );
}
