import { z } from "zod";
import { passwordLength } from "@/lib/forms/password-length";

const { least, most } = passwordLength;

/** A password being chosen. What makes one guessable is judged on the server, which knows whose it is. */
export const newPasswordField = z
  .string()
  .refine((password) => [...password].length >= least, `Please use at least ${least} characters.`)
  .refine((password) => [...password].length <= most, `Please use at most ${most} characters.`);
