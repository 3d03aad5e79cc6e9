import "server-only";
import { z } from "zod";
import {
  type EvidencePage,
  listActivityEvidence,
  listPassEvidence,
  listQuotaEvidence,
  listResultEvidence,
  type Page,
} from "@/lib/data/evidence";
import type { FunnelRow } from "@/lib/data/funnels";
import { listFunnels } from "@/lib/data/funnels";
import { listHolidays } from "@/lib/data/holidays";
import { getOrganization } from "@/lib/data/organizations";
import { listPeople } from "@/lib/data/people";
import type { Scope } from "@/lib/data/scope";
import type { ExplanationNode } from "@/lib/engine/person-plan-shape";
import type { Evidence } from "@/lib/engine/plan-input";
import { workdaysOf } from "@/lib/usecases/planning/calendar-of";
import { OUTREACH } from "@/lib/usecases/planning/chain-of";

const day = z.iso.date();
const id = z.uuid();
const passes = z.object({ funnelId: id, stageId: id, from: day, asOf: day, personId: id.optional() });
const results = z.object({ personId: id, funnelId: id, from: day });

/**
 * The rows behind a leaf of a stored explanation. The parameters come from the stored tree and never from an
 * address, so nobody can ask for rows the figure was not made from.
 */
export async function listEvidence(scope: Scope, evidence: Evidence, page: Page): Promise<EvidencePage> {
  const { query, params } = evidence;
  switch (query) {
    case "step-records": {
      const { personId = null, ...filter } = passes.parse(params);
      return listPassEvidence(scope, { ...filter, personId, sources: "outreach", withInferred: true }, page);
    }
    case "stage-records": {
      const filter = passes.parse(params);
      return listPassEvidence(
        scope,
        { ...filter, personId: null, sources: "all", withInferred: false },
        page,
      );
    }
    case "arrivals": {
      const { personId = null, ...filter } = passes.parse(params);
      return listPassEvidence(scope, { ...filter, personId, sources: "arriving", withInferred: false }, page);
    }
    case "results": {
      const more = z.object({ measure: z.string(), to: day }).parse(params);
      return listResultEvidence(scope, { ...results.parse(params), ...more, winsOnly: false }, page);
    }
    case "win-values": {
      const { asOf } = z.object({ asOf: day }).parse(params);
      return listResultEvidence(
        scope,
        { ...results.parse(params), measure: "money", to: asOf, winsOnly: true },
        page,
      );
    }
    case "activity": {
      const filter = z
        .object({ personId: id, funnelId: id, link: z.string(), from: day, to: day })
        .parse(params);
      const funnel = (await listFunnels(scope)).find((candidate) => candidate.id === filter.funnelId);
      if (funnel === undefined) return { total: 0, rows: [] };
      return listActivityEvidence(scope, { ...filter, kinds: kindsAt(funnel, filter.link) }, page);
    }
    case "quota":
      return listQuotaEvidence(scope, z.object({ quotaId: id }).parse(params).quotaId);
    case "working-days":
      return workingDayEvidence(scope, z.object({ personId: id, from: day, to: day }).parse(params), page);
    default:
      throw new Error(`No query lists the evidence "${query}".`);
  }
}

/** The activity types, and their outcomes, that add to a link of the chain. */
export function kindsAt(
  funnel: FunnelRow,
  link: string,
): { activityTypeId: string; outcome: string | null }[] {
  return funnel.activityTypes.flatMap((type): { activityTypeId: string; outcome: string | null }[] => {
    if (link === OUTREACH) return type.outreach ? [{ activityTypeId: type.id, outcome: null }] : [];
    if (type.countsAsStageId === link) return [{ activityTypeId: type.id, outcome: null }];
    return type.outcomes
      .filter(({ stageId }) => stageId === link)
      .map(({ outcome }) => ({ activityTypeId: type.id, outcome }));
  });
}

async function workingDayEvidence(
  scope: Scope,
  filter: { personId: string; from: string; to: string },
  page: Page,
): Promise<EvidencePage> {
  const [organization, people, holidays] = await Promise.all([
    getOrganization(scope),
    listPeople(scope, filter.from),
    listHolidays(scope, filter),
  ]);
  const person = people.find((candidate) => candidate.id === filter.personId);
  if (person === undefined) return { total: 0, rows: [] };
  const days = workdaysOf({ organization, holidays }, person, filter.from, filter.to);
  return {
    total: days.length,
    rows: days.slice(page.offset, page.offset + page.limit).map((entry) => ({
      id: entry.day,
      dealId: null,
      name: entry.fraction < 1 ? "part of a day" : "working day",
      day: entry.day,
      amountMinor: null,
      outcome: "",
      quantity: entry.fraction,
    })),
  };
}

/** A node of a tree by its path of keys, "rhythmAsked.rhythm.rates"; the root's own key begins no path. */
export function nodeAt(root: ExplanationNode, path: string): ExplanationNode | null {
  let node: ExplanationNode | undefined = root;
  for (const key of path === "" ? [] : path.split(".")) {
    node = node?.inputs.find((input) => input.key === key);
  }
  return node ?? null;
}

/** Every node with its path. */
export function walk(
  root: ExplanationNode,
  visit: (node: ExplanationNode, path: string) => void,
  path = "",
): void {
  visit(root, path);
  for (const input of root.inputs) walk(input, visit, path === "" ? input.key : `${path}.${input.key}`);
}
