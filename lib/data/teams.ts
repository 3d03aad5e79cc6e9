import "server-only";
import type { Scope } from "@/lib/data/scope";

export type TeamRef = { id: string; name: string };

/** The teams a scope reaches: its own and their sub-teams, or all of them; none for somebody who reaches one person. */
export async function listTeams(scope: Scope): Promise<TeamRef[]> {
  const { organizationId, reach } = scope;
  if (reach.kind === "own") return [];
  return scope.db.team.findMany({
    where: { organizationId, ...(reach.kind === "teams" ? { id: { in: [...reach.teamIds] } } : {}) },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}
