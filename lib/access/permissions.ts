/**
 * Who may do what: the authorization document. There is no other rule about roles anywhere; screens, actions and
 * routes name an operation of this table and get a scope or a refusal.
 *
 * A cell says how far the operation reaches:
 * - `own`    the person the membership is linked to, and nobody else
 * - `teams`  the teams the membership coaches or manages today, with their sub-teams; a coach or manager
 *            who holds no team role sees the whole organization
 * - `all`    everyone and everything in the organization
 * - `never`  refused
 *
 * Somebody who is not signed in may do none of these. Another organization is never in reach, for anyone.
 */
export const roles = ["rep", "coach", "manager", "admin"] as const;
export type Role = (typeof roles)[number];
export type ReachKind = "own" | "teams" | "all";

type Row = readonly [rep: Cell, coach: Cell, manager: Cell, admin: Cell];
type Cell = ReachKind | "never";

// biome-ignore format: a table is read in columns
export const permissions = {
  // The day                       rep      coach    manager  admin
  "view-today":                   ["own",   "own",   "own",   "own"],   // one's own asks; the day is nobody else's race
  "log-activity":                 ["own",   "own",   "own",   "own"],   // credit goes to the doer, so nobody taps for another
  "undo-activity":                ["own",   "own",   "own",   "own"],

  // Results, plans and why
  "view-person":                  ["own",   "teams", "teams", "all"],   // quota, plan, forecast, rates; every look is counted
  "view-explanation":             ["own",   "teams", "teams", "all"],   // the chain of arithmetic behind a figure
  "view-team":                    ["never", "teams", "teams", "all"],   // results and forecasts; never activity of a person

  // Records
  "view-deals":                   ["own",   "teams", "teams", "all"],
  "correct-deal":                 ["own",   "never", "teams", "all"],   // a visible correction, on both clocks
  "reassign-deal":                ["never", "never", "teams", "all"],

  // What is owed and asked
  "manage-quotas":                ["never", "never", "teams", "all"],
  "publish-plan":                 ["never", "never", "teams", "all"],

  // Data in
  "view-imports":                 ["never", "never", "all",   "all"],   // a file speaks of everyone in it, so it reaches everyone
  "import-data":                  ["never", "never", "all",   "all"],
  "undo-import":                  ["never", "never", "all",   "all"],

  // People and the organization
  "view-people":                  ["never", "teams", "teams", "all"],
  "manage-people":                ["never", "never", "teams", "all"],   // teams, positions, time off, rhythm of days
  "manage-calendar":              ["never", "never", "all",   "all"],   // fiscal periods and holidays
  "manage-funnels":               ["never", "never", "all",   "all"],
  "manage-access":                ["never", "never", "never", "all"],   // roles, invitations, reset links, deactivation
  "manage-organization":          ["never", "never", "never", "all"],   // name, currency, zone, sample data
  "view-audit":                   ["never", "never", "never", "all"],

  // One's own login
  "end-own-sessions":             ["own",   "own",   "own",   "own"],   // signing out, here and everywhere
} as const satisfies Record<string, Row>;

export type Operation = keyof typeof permissions;

export const operations = Object.keys(permissions) as Operation[];

/**
 * How far an operation reaches for a role; `never` when it is refused.
 *
 * @example
 * reachFor("coach", "view-deals") // => "teams"
 */
export function reachFor(role: Role, operation: Operation): Cell {
  return permissions[operation][roles.indexOf(role)] as Cell;
}

/**
 * Whether a role may do an operation at all. For showing or hiding a control; the lock is requireScope.
 *
 * @example
 * can("rep", "view-team") // => false
 */
export function can(role: Role, operation: Operation): boolean {
  return reachFor(role, operation) !== "never";
}
