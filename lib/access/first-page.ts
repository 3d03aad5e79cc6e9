import type { Role } from "@/lib/access/permissions";

/** Where somebody goes who did not say where: a rep to their day, everybody else to their team. */
export function firstPage(role: Role): "/today" | "/team" {
  return role === "rep" ? "/today" : "/team";
}
