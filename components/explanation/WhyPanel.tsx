import type { ReactNode } from "react";
import type { NodeEvidence } from "@/components/explanation/EvidenceTable";
import { stageColumns } from "@/components/explanation/stage-columns";
import { WhySheet } from "@/components/explanation/WhySheet";
import { daysBetween } from "@/lib/engine/calendar";
import type { ExplanationNode, PersonPlan } from "@/lib/engine/person-plan-shape";
import type { PlanMeasure } from "@/lib/engine/plan-input";
import { formatAmountShort } from "@/lib/format/amount";
import { formatDayWithYear, formatTime } from "@/lib/format/day";
import { formatLikelihood } from "@/lib/format/likelihood";
import { amountIn } from "@/lib/format/measure";
import { formatCount } from "@/lib/format/number";
import { type PeriodKind, periodNoun } from "@/lib/format/period";

export type WhyPanelView = {
  personId: string;
  figure: string;
  day: string;
  stage: { name: string; total: number; rhythm: number; push: number } | null;
  fixedAt: string | null;
  zone: string;
  root: ExplanationNode;
  measure: PlanMeasure;
  period: { kind: PeriodKind };
  plan: Pick<PersonPlan, "saferPlan" | "nextPeriodWins" | "forecast" | "quotaMinor">;
  newestEvidence: string | null;
  ladder: { name: string; amountMinor: number }[];
};

/** Evidence older than this is said to be old. */
const FRESH_DAYS = 45;

/** The why of one figure, beside the page it was asked from. */
export function WhyPanel({
  view,
  closeHref,
  locale,
  children,
}: {
  view: WhyPanelView;
  closeHref: string;
  locale: string;
  /** The page the sheet lies over. */
  children?: ReactNode;
}) {
  const period = periodNoun(view.period.kind);
  const money =
    view.measure.kind === "money" ? { currency: view.measure.currency, digits: view.measure.digits } : null;
  return (
    <WhySheet
      title={titleOf(view, period, locale)}
      context={
        view.fixedAt
          ? `Why · fixed today at ${formatTime(view.fixedAt, view.zone, locale)}`
          : "Why · as of now"
      }
      closeHref={closeHref}
      shareHref={`/people/${view.personId}?why=${encodeURIComponent(view.figure)}`}
      columns={stageColumns(view.root, { nextPeriod: `next ${period}`, thisPeriod: `this ${period}` })}
      reading={{ money, locale, evidenceOf: evidenceReader(view) }}
      howSure={howSure(view, period, locale)}
      serves={serves(view, locale)}
      behind={children}
    />
  );
}

function titleOf({ stage, plan }: WhyPanelView, period: string, locale: string): string {
  const count = (value: number) => formatCount(value, locale);
  if (stage === null)
    return `${formatLikelihood(plan.forecast.likelihood.shown)} by the end of this ${period}`;
  const asked = `${count(stage.total)} ${stage.name.toLowerCase()} today`;
  if (stage.push === 0) return `${asked}: what keeps next ${period} fed`;
  return `${asked}: ${count(stage.rhythm)} keep next ${period} fed, ${count(stage.push)} are for this one`;
}

/** Where the rows behind a node are: the page lists them by the node's path in the stored tree. */
function evidenceReader(view: WhyPanelView): (node: ExplanationNode) => NodeEvidence | null {
  const paths = new Map<ExplanationNode, string>();
  const remember = (node: ExplanationNode, path: string) => {
    paths.set(node, path);
    for (const input of node.inputs) remember(input, path === "" ? input.key : `${path}.${input.key}`);
  };
  remember(view.root, "");
  return (node) => {
    const path = paths.get(node);
    if (node.evidence === undefined || path === undefined) return null;
    const query = new URLSearchParams({ day: view.day, figure: view.figure, node: path });
    const base = `/people/${view.personId}/evidence`;
    return {
      count: node.evidence.count,
      noun: nouns[node.evidence.query] ?? "rows",
      allHref: `${base}?${query}`,
      csvHref: `/api${base}?${query}`,
    };
  };
}

const nouns: Record<string, string> = {
  "step-records": "records",
  "stage-records": "records",
  arrivals: "records",
  results: "results",
  "win-values": "wins",
  activity: "counts",
  quota: "quota",
  "working-days": "working days",
};

function howSure(view: WhyPanelView, period: string, locale: string): ReactNode {
  const { saferPlan, nextPeriodWins } = view.plan;
  const old =
    view.newestEvidence !== null && daysBetween(view.newestEvidence, view.day) > FRESH_DAYS
      ? `The newest record behind these rates is of ${formatDayWithYear(view.newestEvidence, locale)}. `
      : "";
  if (view.stage === null) {
    const { lowMinor, highMinor } = view.plan.forecast;
    const low = formatAmountShort(amountIn(view.measure, lowMinor), locale);
    const high = formatAmountShort(amountIn(view.measure, highMinor), locale);
    return `${old}8 times in 10 it ends between ${low} and ${high}, if work goes on as of late.`;
  }
  if (saferPlan === null)
    return `${old}This is the expected plan: half of the time it brings more, half of the time less.`;
  return `${old}This is the expected plan. A safer one, likely about 4 in 5 to bring next ${period}’s ${formatCount(Math.ceil(nextPeriodWins), locale)} wins, would be ${formatCount(Math.ceil(saferPlan.perDay), locale)} a day. For you to know; nobody asks it.`;
}

function serves(view: WhyPanelView, locale: string): ReactNode {
  if (view.ladder.length === 0) return null;
  const amount = (value: number) => formatAmountShort(amountIn(view.measure, value), locale);
  const rungs = view.ladder.map((rung) => `${rung.name}’s ${amount(rung.amountMinor)}`);
  return `Your ${amount(view.plan.quotaMinor)} is part of ${rungs.join(", and that of ")}.`;
}
