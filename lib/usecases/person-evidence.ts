import "server-only";
import { getDayTargetOf } from "@/lib/data/day-targets";
import type { EvidencePage, Page } from "@/lib/data/evidence";
import { getPerson } from "@/lib/data/people";
import type { Scope } from "@/lib/data/scope";
import type { PlanResult } from "@/lib/engine/person-plan-shape";
import type { PlanInput } from "@/lib/engine/plan-input";
import { listEvidence, nodeAt } from "@/lib/usecases/evidence";
import { explanationOf } from "@/lib/usecases/why";

export interface PersonEvidence {
  person: { id: string; name: string };
  label: string;
  query: string;
  /** how many the stored figure was made from; the rows listed now must be as many */
  storedCount: number;
  measure: PlanInput["measure"];
  page: EvidencePage;
}

/** The rows behind one node of a stored explanation. Null when there is no such figure in the reader's reach. */
export async function personEvidence(
  scope: Scope,
  asked: { personId: string; day: string; figure: string; node: string },
  page: Page,
): Promise<PersonEvidence | null> {
  const person = await getPerson(scope, asked.personId, asked.day);
  if (person === null) return null;
  const target = await getDayTargetOf(scope, asked);
  const morning = target?.plan as PlanResult | undefined;
  if (target === null || !morning?.ok) return null;
  const root = await explanationOf(scope, asked.figure, morning.plan, target.funnelId, person.id);
  const node = root === null ? null : nodeAt(root, asked.node);
  if (!node?.evidence) return null;
  return {
    person: { id: person.id, name: person.name },
    label: node.label,
    query: node.evidence.query,
    storedCount: node.evidence.count,
    measure: (target.inputs as PlanInput).measure,
    page: await listEvidence(scope, node.evidence, page),
  };
}
