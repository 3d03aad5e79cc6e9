import { z } from "zod";

export const memberRoles = ["rep", "coach", "manager", "admin"] as const;

export const makeResetLinkForm = z.strictObject({ membershipId: z.uuid() });

export const changeRoleForm = z.strictObject({
  membershipId: z.uuid(),
  role: z.enum(memberRoles, "Please choose a role."),
});

export const changeActiveForm = z.strictObject({
  membershipId: z.uuid(),
  active: z.enum(["true", "false"]).transform((text) => text === "true"),
});

export const switchOrganizationForm = z.strictObject({ organizationId: z.uuid() });
