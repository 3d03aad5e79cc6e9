import type { SelectOption } from "@/components/ui/SelectField";
import { memberRoles } from "@/lib/forms/manage-access";

export type MemberRoleName = (typeof memberRoles)[number];

const words: Record<MemberRoleName, string> = {
  rep: "Rep",
  coach: "Coach",
  manager: "Manager",
  admin: "Admin",
};

export const roleOptions: readonly SelectOption[] = memberRoles.map((role) => ({
  value: role,
  label: words[role],
}));

export function roleWord(role: MemberRoleName): string {
  return words[role];
}
