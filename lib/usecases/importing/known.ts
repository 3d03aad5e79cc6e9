import "server-only";
import { type FunnelRow, listFunnels } from "@/lib/data/funnels";
import { type ImportSourceRow, listImportSources } from "@/lib/data/import-sources";
import { getOrganization, type OrganizationRow } from "@/lib/data/organizations";
import { listPersonNames, type PersonNames } from "@/lib/data/person-names";
import { listProducts, type ProductRow } from "@/lib/data/products";
import type { Scope } from "@/lib/data/scope";
import type { FunnelStage } from "@/lib/ingest/mapping";
import type { FunnelAnswer } from "@/lib/usecases/importing/answers";

/** What the organization already has that a file may name. */
export type Known = {
  organization: OrganizationRow;
  people: PersonNames[];
  funnels: FunnelRow[];
  products: ProductRow[];
  sources: ImportSourceRow[];
};

export async function gatherKnown(scope: Scope): Promise<Known> {
  const [organization, people, funnels, products, sources] = await Promise.all([
    getOrganization(scope),
    listPersonNames(scope),
    listFunnels(scope),
    listProducts(scope),
    listImportSources(scope),
  ]);
  return { organization, people, funnels, products, sources };
}

/** The stages of a funnel that records stand in: a file of deals cannot tell what is only counted. */
export function recordStages(funnel: FunnelRow): FunnelStage[] {
  return funnel.stages
    .filter(({ measuredBy, category }) => measuredBy === "record" || category === "won")
    .map(({ id, name, category }) => ({ key: id, name, category }));
}

/** The stages a file goes into: of a funnel that is there, or of the one that is to be made. */
export function stagesOf(answer: FunnelAnswer, funnels: readonly FunnelRow[]): FunnelStage[] {
  if (answer === null) return [];
  if ("make" in answer) return answer.make.stages;
  const funnel = funnels.find(({ id }) => id === answer.existing);
  return funnel ? recordStages(funnel) : [];
}
