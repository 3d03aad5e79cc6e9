import { uuidv7 } from "uuidv7";
import { hashPassword } from "@/lib/access/password";
import type { Role } from "@/lib/access/permissions";
import type { PrismaClient } from "@/lib/data/client/generated/client";
import { membershipRow, organizationRow, userRow } from "@/tests/support/factories/organization";
import { personRow } from "@/tests/support/factories/people";

export type Member = { role: Role; userId: string; membershipId: string; personId: string; email: string };
export type Members = { organizationId: string; password: string } & Record<Role, Member>;

/** An organization with one member per role, each linked to a person, all with the same password. */
export async function insertMembers(client: PrismaClient, word: string): Promise<Members> {
  const organizationId = uuidv7();
  const password = "a quiet harbour lamp";
  const passwordHash = await hashPassword(password);
  const organization = organizationRow({
    organizationId,
    name: word,
    slug: `${word}-${organizationId.slice(-8)}`,
  });
  await client.organization.create({ data: organization });
  const member = async (role: Role): Promise<Member> => {
    const user = userRow({
      name: `${word} ${role}`,
      email: `${role}.${organizationId.slice(-8)}@example.com`,
    });
    const person = personRow({ organizationId, name: `${word} ${role}` });
    const membership = membershipRow({ organizationId, userId: user.id, personId: person.id, role });
    await client.user.create({ data: { ...user, passwordHash } });
    await client.person.create({ data: person });
    await client.membership.create({ data: membership });
    return { role, userId: user.id, membershipId: membership.id, personId: person.id, email: user.email };
  };
  return {
    organizationId,
    password,
    rep: await member("rep"),
    coach: await member("coach"),
    manager: await member("manager"),
    admin: await member("admin"),
  };
}
