import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { correctDealAction } from "@/app/(workspace)/deals/[dealId]/actions";
import { CorrectDealForm } from "@/components/deals/CorrectDealForm";
import { DealHistory } from "@/components/deals/DealHistory";
import { DealSummary } from "@/components/deals/DealSummary";
import { Topline } from "@/components/shell/Topline";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { todayIn } from "@/lib/clock";
import { dealView } from "@/lib/usecases/deal-view";

export const metadata: Metadata = { title: "Record" };

type Props = { params: Promise<{ dealId: string }> };

export default async function DealPage({ params }: Props) {
  const scope = await requireScope("view-deals");
  const { zone, locale } = await requireStanding();
  const id = z.uuid().safeParse((await params).dealId);
  const view = id.success ? await dealView(scope, id.data, todayIn(zone)) : null;
  if (view === null) notFound();
  const { deal, mayCorrect, people } = view;
  return (
    <>
      <Topline title="Record" detail={deal.personName} />
      <DealSummary deal={deal} stage={view.stageName} value={view.value} locale={locale} />
      {mayCorrect && (
        <CorrectDealForm
          action={correctDealAction}
          dealId={deal.id}
          version={deal.version}
          name={deal.name}
          value={view.valueText}
          currency={deal.currency}
          stageId={view.stage}
          stages={view.stages}
          personId={deal.personId}
          {...(people && { people })}
          createdOn={deal.createdOn}
          expectedCloseOn={deal.expectedCloseOn}
          closedOn={deal.wonOn ?? deal.lostOn}
          isClosed={deal.status !== "open"}
          backHref="/deals"
        />
      )}
      <DealHistory events={view.events} locale={locale} />
    </>
  );
}
