import { z } from "zod";

/** An e-mail address as it is stored: without spaces around it, in lower case. */
export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, "Please use at most 200 characters.")
  .pipe(z.email("Please write an e-mail address, like maya@example.com."));
