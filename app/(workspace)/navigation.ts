import type { NavItem } from "@/components/shell/Rail";
import { can, type Operation, type Role } from "@/lib/access/permissions";

type Place = Omit<NavItem, "current"> & { needs: Operation };

/** The places of the workspace, in the order of the rail. Whoever may not enter one does not see it. */
function places(personId: string | null): Place[] {
  const own: Place[] =
    personId === null
      ? []
      : [
          { label: "Today", href: "/today", icon: "today", needs: "view-today" },
          { label: "My numbers", href: `/people/${personId}`, icon: "numbers", needs: "view-today" },
        ];
  return [
    ...own,
    { label: "Team", href: "/team", icon: "team", group: "Results", needs: "view-team" },
    { label: "Deals", href: "/deals", icon: "ratios", group: "Results", needs: "view-deals" },
    { label: "People", href: "/people", icon: "people", group: "Set-up", needs: "manage-people" },
    { label: "Data", href: "/data", icon: "data", group: "Set-up", needs: "view-imports" },
    { label: "Access", href: "/settings/access", icon: "more", group: "Set-up", needs: "manage-access" },
  ];
}

/** What a role sees in the rail; one group needs no name. */
export function navigation(role: Role, personId: string | null, path: string): NavItem[] {
  const open = places(personId).filter((place) => can(role, place.needs));
  const grouped = new Set(open.map((place) => place.group)).size > 2;
  return open.map(({ needs: _, group, ...place }) => ({
    ...place,
    ...(grouped && group ? { group } : {}),
    current: path === place.href || path.startsWith(`${place.href}/`),
  }));
}
