import "server-only";
import type { FunnelRow, StageRow } from "@/lib/data/funnels";

/** Name of the first link in a funnel's chain: the work nobody has answered yet. */
export const OUTREACH = "outreach";

export interface ChainLink {
  /** "outreach", or the stage's id */
  id: string;
  name: string;
  measuredBy: "activity" | "count" | "record";
  minutes: number;
  stage: StageRow | null;
}

/**
 * The links a quota is worked back through: outreach, the required stages in order, and the stage the quota is
 * counted at: the win for money, the named stage for a count ("stage:meeting-held").
 */
export function chainOf(funnel: FunnelRow, measure: string): ChainLink[] {
  const required = funnel.stages.filter((stage) => stage.required && stage.category === "working");
  const won = funnel.stages.find((stage) => stage.category === "won");
  const counted = measure.startsWith("stage:") ? measure.slice("stage:".length) : null;
  const stages = counted
    ? required.slice(0, required.findIndex((stage) => stage.slug === counted) + 1)
    : [...required, ...(won ? [won] : [])];
  const links: ChainLink[] = stages.map((stage) => ({
    id: stage.id,
    name: stage.name,
    measuredBy: stage.measuredBy,
    minutes: stage.minutes,
    stage,
  }));
  if (!funnel.activityTypes.some((type) => type.outreach)) return links;
  return [
    { id: OUTREACH, name: funnel.outreachName, measuredBy: "activity", minutes: 0, stage: null },
    ...links,
  ];
}

/** Sources whose records come without outreach: a flow of their own, netted off before any outreach is asked. */
export const ARRIVING_SOURCES: ReadonlySet<string> = new Set(["inbound", "referral"]);
