import { uuidv7 } from "uuidv7";
import type { Prisma } from "@/lib/data/client/generated/client";
import { recordedAt } from "@/tests/support/factories/moments";

export function organizationRow(
  given: Partial<Prisma.OrganizationCreateManyInput> = {},
): Prisma.OrganizationCreateManyInput {
  const organizationId = given.organizationId ?? uuidv7();
  return {
    organizationId,
    name: "Northwind",
    slug: `northwind-${organizationId.slice(-8)}`,
    currency: "USD",
    zone: "America/New_York",
    createdAt: recordedAt,
    ...given,
  };
}

export function userRow(given: Partial<Prisma.UserCreateManyInput> = {}): Prisma.UserCreateManyInput {
  const id = given.id ?? uuidv7();
  return { id, email: `${id}@example.com`, name: "Robin Vale", createdAt: recordedAt, ...given };
}

export function membershipRow(
  given: Pick<Prisma.MembershipCreateManyInput, "organizationId" | "userId"> &
    Partial<Prisma.MembershipCreateManyInput>,
): Prisma.MembershipCreateManyInput {
  return { id: uuidv7(), role: "admin", createdAt: recordedAt, ...given };
}
