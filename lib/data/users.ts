import "server-only";
import { globalTables, systemDb } from "@/lib/data/client/global";
import { executeSql, sql } from "@/lib/data/client/raw";
import { type MemberRole, memberRole } from "@/lib/data/memberships";
import type { Scope } from "@/lib/data/scope";

export type Login = {
  userId: string;
  passwordHash: string | null;
  sessionVersion: number;
  /** active ones, the oldest first: the first is where a sign-in goes */
  memberships: { organizationId: string; membershipId: string; role: MemberRole }[];
};

/** What a sign-in needs to know of an address; null when nobody has it. Addresses are stored in lower case. */
export async function getLogin(email: string): Promise<Login | null> {
  const db = await systemDb();
  const user = await db.user.findUnique({
    where: { email: email.toLowerCase() },
    select: {
      id: true,
      passwordHash: true,
      memberships: {
        where: { active: true },
        orderBy: [{ createdAt: "asc" }, { organizationId: "asc" }],
        select: { organizationId: true, id: true, role: true },
      },
    },
  });
  if (user === null) return null;
  const version = await db.sessionVersion.findUnique({ where: { userId: user.id } });
  return {
    userId: user.id,
    passwordHash: user.passwordHash,
    sessionVersion: version?.version ?? 1,
    memberships: user.memberships.map(({ organizationId, id, role }) => ({
      organizationId,
      membershipId: id,
      role: memberRole.parse(role),
    })),
  };
}

/** The login an address belongs to, read inside the scope's transaction; null when nobody has it. */
export async function findUser(
  scope: Scope,
  email: string,
): Promise<{ userId: string; name: string; hasPassword: boolean } | null> {
  const user = await globalTables(scope).user.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true, name: true, passwordHash: true },
  });
  return user && { userId: user.id, name: user.name, hasPassword: user.passwordHash !== null };
}

/** Whether anybody can sign in at all; false only before the first set-up. */
export async function anyUserExists(): Promise<boolean> {
  const db = await systemDb();
  return (await db.user.findFirst({ select: { id: true } })) !== null;
}

export type NewUser = {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  createdAt: Date;
};

/** Makes a login inside the scope's transaction; refused by the database when the address is taken. */
export async function createUser(scope: Scope, user: NewUser): Promise<void> {
  await globalTables(scope).user.create({ data: { ...user, email: user.email.toLowerCase() } });
}

/**
 * Replaces a member's password. Whoever calls it raises the session version in the same transaction.
 * Throws when the user is no member of the scope's organization: logins are global, who may change them is not.
 */
export async function setPasswordHash(scope: Scope, userId: string, passwordHash: string): Promise<void> {
  const changed = await executeSql(
    scope,
    sql`UPDATE app_user SET password_hash = ${passwordHash}
         WHERE id = ${userId}::uuid
           AND EXISTS (SELECT 1 FROM membership m
                        WHERE m.organization_id = ${scope.organizationId}::uuid AND m.user_id = app_user.id)`,
  );
  if (changed !== 1) throw new Error(`User ${userId} is no member of the scope's organization.`);
}

/**
 * Takes the right to be the first admin: true for one caller ever. Two at the same moment wait for each other here,
 * and the second is told no.
 */
export async function claimFirstUser(scope: Scope, userId: string): Promise<boolean> {
  const claim = { key: "first_admin", value: userId };
  const { count } = await globalTables(scope).systemSetting.createMany({
    data: [claim],
    skipDuplicates: true,
  });
  return count === 1;
}
