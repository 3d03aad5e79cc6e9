import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WhyPanel } from "@/components/explanation/WhyPanel";
import { PersonBoard } from "@/components/people/PersonBoard";
import { PersonWithout } from "@/components/people/PersonWithout";
import { Topline } from "@/components/shell/Topline";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { todayIn } from "@/lib/clock";
import { personPage } from "@/lib/usecases/person-page";
import { why } from "@/lib/usecases/why";

export const metadata: Metadata = { title: "Person" };

type Props = {
  params: Promise<{ personId: string }>;
  searchParams: Promise<{ why?: string; node?: string }>;
};

export default async function PersonPage({ params, searchParams }: Props) {
  const scope = await requireScope("view-person");
  const { zone, locale } = await requireStanding();
  const { personId } = await params;
  const asked = await searchParams;
  const day = todayIn(zone);
  const view = await personPage(scope, personId, day);
  if (view === null) notFound();
  const explanation = asked.why
    ? await why(scope, { personId, day, figure: asked.why, node: asked.node })
    : null;
  const page = (
    <>
      <Topline
        title={view.person.isSelf ? "My numbers" : view.person.name}
        detail={
          view.person.isSelf
            ? "How do I win, and what is the plan?"
            : "How do they win, and what is the plan?"
        }
      />
      {view.kind === "plan" ? (
        <PersonBoard {...view} locale={locale} />
      ) : (
        <PersonWithout person={view.person} period={view.period} reason={view.reason} locale={locale} />
      )}
    </>
  );
  if (explanation === null) return page;
  return (
    <WhyPanel view={explanation} closeHref={`/people/${personId}`} locale={locale}>
      {page}
    </WhyPanel>
  );
}
