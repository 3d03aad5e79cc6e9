import "server-only";
import { cache } from "react";
import { type Operation, reachFor } from "@/lib/access/permissions";
import { readSession, type Session } from "@/lib/access/session";
import { teamReach } from "@/lib/access/team-reach";
import { todayIn } from "@/lib/clock";
import { getStanding, type StandingRow } from "@/lib/data/memberships";
import { makeScope, type Reach, type Scope } from "@/lib/data/scope";

/** Who is asking, confirmed by the database: for the shell, and for making scopes. */
export type Standing = StandingRow & { userId: string; organizationId: string };

/** Asked once per rendered page, however many parts of it ask. */
export const currentStanding: () => Promise<Standing | null> = cache(async () => {
  const session = await readSession();
  return session === null ? null : confirmSession(session);
});

/**
 * Confirms what a cookie claims, or answers null: the membership is gone or inactive, or the session was ended by a
 * new password, a changed role or a sign-out. Runs on every request, so each of these acts on the next one.
 */
export async function confirmSession({
  userId,
  organizationId,
  sessionVersion,
}: Session): Promise<Standing | null> {
  const scope = await makeScope({
    organizationId,
    actor: { kind: "system", name: "session" },
    role: "system",
    reach: { kind: "all" },
  });
  const standing = await getStanding(scope, userId);
  if (standing === null || !standing.active || standing.sessionVersion !== sessionVersion) return null;
  return { ...standing, userId, organizationId };
}

/** The scope for an operation, or null when the role does not have it. */
export async function scopeFor(standing: Standing, operation: Operation): Promise<Scope | null> {
  const { organizationId, userId, membershipId, personId, role } = standing;
  const reach = reachOf(standing, operation);
  if (reach === null) return null;
  return makeScope({ organizationId, actor: { kind: "user", userId, membershipId, personId }, role, reach });
}

/** No person has this id, so whoever is linked to none reaches nobody. */
const nobody = "00000000-0000-0000-0000-000000000000";

function reachOf(standing: Standing, operation: Operation): Reach | null {
  const cell = reachFor(standing.role, operation);
  if (cell === "never") return null;
  if (cell === "own") return { kind: "own", personId: standing.personId ?? nobody };
  if (cell === "all") return { kind: "all" };
  const teamIds = teamReach(standing.teamRoles, standing.teams, todayIn(standing.zone));
  return teamIds === null ? { kind: "all" } : { kind: "teams", teamIds };
}
