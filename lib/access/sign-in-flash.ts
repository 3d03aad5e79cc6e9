import "server-only";
import { cookies } from "next/headers";
import { cookieFlags } from "@/lib/access/session";

const flashCookie = "backsolve_sign_in";

/** Keeps the address somebody typed for the form they see next; in the page's address it would end up in logs. */
export async function keepTypedEmail(email: string): Promise<void> {
  (await cookies()).set(flashCookie, email.slice(0, 200), {
    ...(await cookieFlags()),
    path: "/sign-in",
    maxAge: 300,
  });
}

export async function typedEmail(): Promise<string> {
  return (await cookies()).get(flashCookie)?.value ?? "";
}

export async function forgetTypedEmail(): Promise<void> {
  (await cookies()).set(flashCookie, "", { ...(await cookieFlags()), path: "/sign-in", maxAge: 0 });
}
