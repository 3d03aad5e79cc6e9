import { uuidv7 } from "uuidv7";
import * as accessLinks from "@/lib/data/access-links";
import * as audit from "@/lib/data/audit";
import * as memberships from "@/lib/data/memberships";
import * as sessionVersions from "@/lib/data/session-versions";
import * as users from "@/lib/data/users";
import { global, nothing, rows, type TenancyCases } from "@/tests/integration/tenancy/tenancy-case";

const now = new Date("2026-11-22T09:00:00Z");

export const accessCases: TenancyCases = {
  "access-links.createAccessLink": nothing((scope, company) =>
    accessLinks.createAccessLink(scope, {
      id: uuidv7(),
      kind: "reset",
      membershipId: company.membershipId,
      secretHash: "hash",
      createdAt: now,
      expiresAt: new Date("2026-11-23T09:00:00Z"),
    }),
  ),
  "access-links.getOpenAccessLink": rows((scope, company) =>
    accessLinks.getOpenAccessLink(scope, `${company.word}-hash`, now),
  ),
  "access-links.markAccessLinkUsed": nothing((scope, company) =>
    accessLinks.markAccessLinkUsed(scope, company.accessLinkId, now),
  ),
  "access-links.closeAccessLinks": nothing((scope, company) =>
    accessLinks.closeAccessLinks(scope, company.membershipId, now),
  ),
  "audit.appendAuditEntry": nothing((scope, company) =>
    audit.appendAuditEntry(
      scope,
      "test",
      { subject: "person", subjectId: company.personId, details: {} },
      now,
    ),
  ),
  "audit.findBrokenAuditEntry": rows((scope) => audit.findBrokenAuditEntry(scope)),
  "audit.listAuditEntries": rows((scope) => audit.listAuditEntries(scope, null)),
  "memberships.getStanding": rows((scope, company) => memberships.getStanding(scope, company.userId)),
  "memberships.createMembership": nothing(async (scope, company) => {
    // with a person of the company, whose login is another one
    const user = {
      id: uuidv7(),
      email: `${uuidv7()}@example.com`,
      name: "New",
      passwordHash: null,
      createdAt: now,
    };
    await users.createUser(scope, user);
    await memberships.createMembership(scope, {
      id: uuidv7(),
      userId: user.id,
      personId: company.colleagueId,
      role: "rep",
      createdAt: now,
    });
  }),
  "memberships.listMembers": rows((scope) => memberships.listMembers(scope)),
  "memberships.getMember": rows((scope, company) => memberships.getMember(scope, company.membershipId)),
  "memberships.lockActiveAdmins": rows((scope) => memberships.lockActiveAdmins(scope)),
  "memberships.changeMembership": nothing((scope, company) =>
    memberships.changeMembership(scope, company.membershipId, { role: "coach" }),
  ),
  "memberships.listOrganizationsOf": global("asked at sign-in, before an organization is chosen; by user"),
  "session-versions.raiseSessionVersion": nothing((scope, company) =>
    sessionVersions.raiseSessionVersion(scope, company.userId),
  ),
  "users.getLogin": global("asked at sign-in, before an organization is chosen; by address"),
  "users.anyUserExists": global("asked before there is any organization; answers yes or no"),
  "users.createUser": nothing((scope) =>
    users.createUser(scope, {
      id: uuidv7(),
      email: `${uuidv7()}@example.com`,
      name: "New",
      passwordHash: null,
      createdAt: now,
    }),
  ),
  "users.setPasswordHash": nothing((scope, company) => users.setPasswordHash(scope, company.userId, "hash")),
  "users.claimFirstUser": nothing((scope, company) => users.claimFirstUser(scope, company.userId)),
  "rate-counters.countTry": global("counts tries of an address before anybody is known"),
  "rate-counters.takeBackTry": global("counts tries of an address before anybody is known"),
  "rate-counters.deleteCountersBefore": global("counts tries of an address before anybody is known"),
  "system-settings.keepSystemSetting": global("belongs to the installation"),
};
