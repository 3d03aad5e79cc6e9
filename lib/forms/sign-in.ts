import { z } from "zod";
import { passwordLength } from "@/lib/forms/password-length";

/** Takes any text: what is wrong with an address or a password here is not told apart from a wrong one. */
export const signInForm = z.strictObject({
  email: z.string().trim().toLowerCase().min(1).max(200),
  password: z
    .string()
    .min(1)
    .max(passwordLength.most * 4),
  next: z.string().max(2000).optional(),
});

/** Why a sign-in did not happen, as the address of the page says it. */
export const signInProblems = {
  wrong: "This e-mail address and password do not belong together. Please check both and try again.",
  wait: "Too many tries in a short time. Please wait 15 minutes and try again; the password itself is still good.",
  incomplete: "Please write your e-mail address and your password.",
  ended: "Your session has ended. Please sign in again; nothing was lost.",
  elsewhere:
    "This was sent from an address Backsolve does not know as its own. Please open it at its usual address.",
} as const;
export type SignInProblem = keyof typeof signInProblems;

export function isSignInProblem(text: unknown): text is SignInProblem {
  return typeof text === "string" && Object.hasOwn(signInProblems, text);
}
