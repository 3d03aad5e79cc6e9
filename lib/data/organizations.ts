import "server-only";
import { systemDb } from "@/lib/data/client/global";
import type { Scope } from "@/lib/data/scope";

export type OrganizationRow = {
  organizationId: string;
  name: string;
  slug: string;
  currency: string;
  zone: string;
  locale: string;
  country: string | null;
  region: string | null;
  fiscalYearStartMonth: number;
  /** weekdays without work, 0 = Sunday */
  weekend: number[];
  isSample: boolean;
  dataVersion: number;
};

export type NewOrganization = Pick<OrganizationRow, "name" | "slug" | "currency" | "zone" | "locale"> & {
  createdAt: Date;
};

const fields = {
  organizationId: true,
  name: true,
  slug: true,
  currency: true,
  zone: true,
  locale: true,
  country: true,
  region: true,
  fiscalYearStartMonth: true,
  weekend: true,
  isSample: true,
  dataVersion: true,
} as const;

/** The scope's own organization. */
export function getOrganization(scope: Scope): Promise<OrganizationRow> {
  const { organizationId } = scope;
  return scope.db.organization.findUniqueOrThrow({ where: { organizationId }, select: fields });
}

/** Makes the organization the scope names. Its slug is for people to read; nothing is found by it. */
export async function createOrganization(scope: Scope, organization: NewOrganization): Promise<void> {
  await scope.db.organization.create({ data: { ...organization, organizationId: scope.organizationId } });
}

/** Every organization of the installation, for the work of the night; no row of any of them is read here. */
export async function listOrganizations(): Promise<
  Pick<OrganizationRow, "organizationId" | "name" | "zone" | "isSample">[]
> {
  const db = await systemDb();
  return db.organization.findMany({
    orderBy: { organizationId: "asc" },
    select: { organizationId: true, name: true, zone: true, isSample: true },
  });
}
