import "server-only";
import type { Scope } from "@/lib/data/scope";

export type NewFunnel = {
  id: string;
  name: string;
  slug: string;
  position: number;
  stages: { id: string; name: string; slug: string; category: "working" | "won" | "lost" }[];
};

/** Makes a funnel whose stages are counted from records, in the order given. */
export async function createFunnel(scope: Scope, { stages, ...funnel }: NewFunnel): Promise<void> {
  const { organizationId } = scope;
  await scope.db.funnel.create({ data: { organizationId, ...funnel } });
  await scope.db.stage.createMany({
    data: stages.map(({ id, name, slug, category }, index) => ({
      organizationId,
      funnelId: funnel.id,
      position: index + 1,
      measuredBy: "record",
      coachingQuestions: [],
      id,
      name,
      slug,
      category,
    })),
  });
}
