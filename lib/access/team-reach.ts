export type HeldTeamRole = { teamId: string; fromDay: string; toDay: string | null };
export type TeamNode = { id: string; parentId: string | null };

/**
 * The teams somebody sees on a day: those they coach or manage that day, with all their sub-teams. Null when they
 * hold no team role at all, which for a coach or manager means the whole organization (data.md, team role).
 * Whoever's last role has ended holds one still, so the end of a role never widens what they see.
 *
 * @example
 * teamReach([{ teamId: "a", fromDay: "2026-01-01", toDay: null }], [{ id: "b", parentId: "a" }], "2026-11-22")
 * // => ["a", "b"]
 */
export function teamReach(
  held: readonly HeldTeamRole[],
  teams: readonly TeamNode[],
  day: string,
): string[] | null {
  if (held.length === 0) return null;
  const children = new Map<string, string[]>();
  for (const { id, parentId } of teams) {
    if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), id]);
  }
  const reached = new Set<string>();
  const open = held
    .filter(({ fromDay, toDay }) => fromDay <= day && (toDay === null || day <= toDay))
    .map(({ teamId }) => teamId);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    // A team that is its own ancestor must not keep every request busy for ever.
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(children.get(id) ?? []));
  }
  return [...reached];
}
