import { z } from "zod";
import { emailField } from "@/lib/forms/email-field";
import { newPasswordField } from "@/lib/forms/new-password-field";

const name = (what: string) =>
  z.string().trim().min(1, `Please write ${what}.`).max(120, "Please use at most 120 characters.");

/** The first set-up: an organization and its first admin. */
export const welcomeForm = z.strictObject({
  organization: name("the name of your company"),
  currency: z.string().trim().toUpperCase().refine(isCurrency, "Please choose a currency, like EUR or USD."),
  zone: z.string().max(60).refine(isZone, "Please choose a time zone, like Europe/Berlin."),
  name: name("your name"),
  email: emailField,
  password: newPasswordField,
});
export type WelcomeForm = z.infer<typeof welcomeForm>;

/** The currencies there are, for the list of the form. */
export function currencies(): string[] {
  return Intl.supportedValuesOf("currency");
}

/** The time zones there are, UTC first: Intl leaves it out of its list. */
export function zones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && currencies().includes(code);
}

function isZone(zone: string): boolean {
  // Older spellings (Asia/Katmandu) are missing from the list and still good.
  return zones().includes(zone) || isKnownToIntl(zone);
}

function isKnownToIntl(zone: string): boolean {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch (failure) {
    if (failure instanceof RangeError) return false;
    throw failure;
  }
}
