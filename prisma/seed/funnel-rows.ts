import type { CompanyFrame } from "@/prisma/seed/company-frame";
import { CONVERSATION_COUNTER } from "@/prisma/seed/history";
import type { CompanyRows } from "@/prisma/seed/rows";

type FunnelRows = Pick<CompanyRows, "funnel" | "stage" | "activityType" | "activityOutcome" | "product">;

export function funnelId(frame: CompanyFrame): string {
  return frame.fixed("funnel", frame.story.funnel.slug);
}

/** The id of a stage by its place in the story: 0 is the count stage, the last one the win. */
export function stageId(frame: CompanyFrame, position: number): string {
  const stage = frame.story.stages[position];
  if (stage === undefined) throw new RangeError(`the funnel has no stage ${position}`);
  return frame.fixed("stage", stage.slug);
}

export function activityTypeId(frame: CompanyFrame, slug: string): string {
  return frame.fixed("activity_type", slug);
}

/** The funnel as its editor would leave it. */
export function funnelRows(frame: CompanyFrame): FunnelRows {
  const { story, organizationId, fixed } = frame;
  const { channels, stages } = story;
  const funnel = funnelId(frame);
  const counted = stages[0];
  if (counted?.measuredBy !== "count") throw new RangeError("a story's first stage is counted");
  const countedId = stageId(frame, 0);
  return {
    funnel: [{ organizationId, id: funnel, ...story.funnel }],
    stage: stages.map(({ daysToNext: _next, daysToLoss: _loss, ...stage }, position) => ({
      organizationId,
      id: stageId(frame, position),
      funnelId: funnel,
      position: position + 1,
      category: position === stages.length - 1 ? ("won" as const) : ("working" as const),
      ...stage,
    })),
    activityType: [
      ...channels.map(({ answerDays: _days, outcomes: _outcomes, ...channel }, index) => ({
        organizationId,
        id: activityTypeId(frame, channel.slug),
        funnelId: funnel,
        outreach: true,
        countsAsStageId: null,
        position: index + 1,
        ...channel,
      })),
      {
        organizationId,
        id: activityTypeId(frame, CONVERSATION_COUNTER),
        funnelId: funnel,
        name: counted.name,
        slug: CONVERSATION_COUNTER,
        channel: "counter" as const,
        // the minutes of a conversation are the stage's, whoever or whatever brought it
        minutes: 0,
        outreach: false,
        countsAsStageId: countedId,
        position: channels.length + 1,
        dailyCap: null,
      },
    ],
    activityOutcome: channels.flatMap((channel) =>
      channel.outcomes
        ? [
            {
              organizationId,
              id: fixed("activity_outcome", channel.slug, channel.outcomes.reached),
              activityTypeId: activityTypeId(frame, channel.slug),
              outcome: channel.outcomes.reached,
              stageId: countedId,
            },
          ]
        : [],
    ),
    product: story.products.map((name) => ({ organizationId, id: fixed("product", name), name })),
  };
}
