import { headers } from "next/headers";
import { clientAddress } from "@/lib/access/client-address";
import { firstPage } from "@/lib/access/first-page";
import { readKnownBrowser, rememberBrowser } from "@/lib/access/known-browser";
import { isOwnOrigin, ownPath } from "@/lib/access/request-origin";
import { seeOther } from "@/lib/access/see-other";
import { startSession } from "@/lib/access/session";
import { forgetTypedEmail, keepTypedEmail } from "@/lib/access/sign-in-flash";
import { readSmallForm } from "@/lib/access/small-form";
import { now } from "@/lib/clock";
import { environment } from "@/lib/env";
import { readForm } from "@/lib/forms/read-form";
import { type SignInProblem, signInForm } from "@/lib/forms/sign-in";
import { signIn } from "@/lib/usecases/sign-in";

/** Signs in. A plain form posts here, so it works before (and without) JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const asked = await headers();
  if (!isOwnOrigin(asked, environment().APP_URL)) return back("elsewhere", null);
  const form = await readSmallForm(request);
  const read = form === null ? null : readForm(signInForm, form);
  if (!read?.ok) return back("incomplete", null);
  const { email, password } = read.input;
  const next = ownPath(read.input.next);
  const attempt = {
    email,
    password,
    address: clientAddress(asked),
    knownBrowser: await readKnownBrowser(email),
  };
  const answer = await signIn(attempt, now());
  if (!answer.ok) {
    await keepTypedEmail(email);
    return back(answer.reason === "wrong" ? "wrong" : "wait", next);
  }
  await startSession(answer.session);
  await rememberBrowser(email);
  await forgetTypedEmail();
  return seeOther(next ?? firstPage(answer.role));
}

function back(problem: SignInProblem, next: string | null): Response {
  const query = new URLSearchParams(next === null ? { problem } : { problem, next });
  return seeOther(`/sign-in?${query}`);
}
