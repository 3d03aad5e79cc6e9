import { z } from "zod";
import { emailField } from "@/lib/forms/email-field";

const short = z.string().trim().max(120, "Please use at most 120 characters.");

/** Somebody who works here. All but the name may follow later. */
export const addPersonForm = z.strictObject({
  name: short.min(1, "Please write a name."),
  email: z
    .string()
    .trim()
    .pipe(z.union([z.literal(""), emailField], "Please write an e-mail address, like maya@example.com."))
    .transform((text) => (text === "" ? null : text)),
  team: short,
  position: short,
  startOn: z
    .union([z.literal(""), z.iso.date()], "Please write a day, like 2026-11-24.")
    .transform((text) => (text === "" ? null : text)),
});
export type AddPersonForm = z.infer<typeof addPersonForm>;
