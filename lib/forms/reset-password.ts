import { z } from "zod";
import { newPasswordField } from "@/lib/forms/new-password-field";

/** What a link of an admin's opens: its own address again, and the new password. */
export const resetPasswordForm = z.strictObject({
  organizationId: z.uuid(),
  secret: z.string().min(20).max(200),
  password: newPasswordField,
});
