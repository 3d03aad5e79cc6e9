import "server-only";
import { listMembers, listOrganizationsOf, type MemberRow } from "@/lib/data/memberships";
import { listPeople } from "@/lib/data/people";
import type { Scope } from "@/lib/data/scope";

export type AccessList = {
  members: (MemberRow & { personName: string | null })[];
  peopleWithoutLogin: { id: string; name: string }[];
  /** those the reader may go on to */
  organizations: { organizationId: string; name: string }[];
};

/** Who has a login here, and who works here without one. */
export async function accessList(scope: Scope, userId: string, today: string): Promise<AccessList> {
  const [members, people, organizations] = await Promise.all([
    listMembers(scope),
    listPeople(scope, today),
    listOrganizationsOf(userId),
  ]);
  const linked = new Set(members.map(({ personId }) => personId));
  return {
    members: members.map((member) => ({
      ...member,
      personName: people.find(({ id }) => id === member.personId)?.name ?? null,
    })),
    peopleWithoutLogin: people.filter(({ id }) => !linked.has(id)).map(({ id, name }) => ({ id, name })),
    organizations: organizations.map(({ organizationId, name }) => ({ organizationId, name })),
  };
}
