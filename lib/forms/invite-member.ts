import { z } from "zod";
import { emailField } from "@/lib/forms/email-field";
import { memberRoles } from "@/lib/forms/manage-access";

/** Somebody who gets a login: one of the people here, or a name of their own. */
export const inviteMemberForm = z.strictObject({
  personId: z.union([z.literal(""), z.uuid()]).transform((text) => (text === "" ? null : text)),
  name: z.string().trim().max(120, "Please use at most 120 characters."),
  email: emailField,
  role: z.enum(memberRoles, "Please choose a role."),
});
export type InviteMemberForm = z.infer<typeof inviteMemberForm>;
