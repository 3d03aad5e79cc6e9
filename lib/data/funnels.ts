import "server-only";
import type { Scope } from "@/lib/data/scope";

export interface StageRow {
  id: string;
  name: string;
  slug: string;
  position: number;
  category: "working" | "won" | "lost";
  measuredBy: "record" | "count";
  required: boolean;
  minutes: number;
  industryStep: string | null;
}

export interface ActivityTypeRow {
  id: string;
  name: string;
  slug: string;
  channel: string;
  minutes: number;
  outreach: boolean;
  countsAsStageId: string | null;
  dailyCap: number | null;
  /** outcome → the stage it counts as */
  outcomes: { outcome: string; stageId: string }[];
}

export interface FunnelRow {
  id: string;
  name: string;
  slug: string;
  noun: string;
  outreachName: string;
  stages: StageRow[];
  activityTypes: ActivityTypeRow[];
}

/** Every funnel in use, with its stages and activity types in order. */
export async function listFunnels(scope: Scope): Promise<FunnelRow[]> {
  const rows = await scope.db.funnel.findMany({
    where: { organizationId: scope.organizationId, retiredOn: null },
    orderBy: [{ position: "asc" }, { name: "asc" }],
    include: {
      stages: { where: { retiredOn: null }, orderBy: { position: "asc" } },
      activityTypes: {
        where: { retiredOn: null },
        orderBy: [{ position: "asc" }, { name: "asc" }],
        include: { activityOutcomes: true },
      },
    },
  });
  return rows.map((funnel) => ({
    id: funnel.id,
    name: funnel.name,
    slug: funnel.slug,
    noun: funnel.noun,
    outreachName: funnel.outreachName,
    stages: funnel.stages.map((stage) => ({
      id: stage.id,
      name: stage.name,
      slug: stage.slug,
      position: stage.position,
      category: stage.category as StageRow["category"],
      measuredBy: stage.measuredBy as StageRow["measuredBy"],
      required: stage.required,
      minutes: stage.minutes,
      industryStep: stage.industryStep,
    })),
    activityTypes: funnel.activityTypes.map((type) => ({
      id: type.id,
      name: type.name,
      slug: type.slug,
      channel: type.channel,
      minutes: type.minutes,
      outreach: type.outreach,
      countsAsStageId: type.countsAsStageId,
      dailyCap: type.dailyCap,
      outcomes: type.activityOutcomes.map(({ outcome, stageId }) => ({ outcome, stageId })),
    })),
  }));
}
