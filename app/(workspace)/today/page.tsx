import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { WhyPanel } from "@/components/explanation/WhyPanel";
import { Topline } from "@/components/shell/Topline";
import { CountedNote } from "@/components/targets/CountedNote";
import { TodayBoard } from "@/components/targets/TodayBoard";
import { TodayWithout } from "@/components/targets/TodayWithout";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { todayIn } from "@/lib/clock";
import { formatWeekday } from "@/lib/format/day";
import { today } from "@/lib/usecases/today";
import { why } from "@/lib/usecases/why";

export const metadata: Metadata = { title: "Today" };

type Search = Promise<{ why?: string; counted?: string; problem?: string; node?: string }>;

export default async function TodayPage({ searchParams }: { searchParams: Search }) {
  const scope = await requireScope("view-today");
  const { personId, zone, locale } = await requireStanding();
  const day = todayIn(zone);
  const asked = await searchParams;
  const view = await today(scope, personId, day);
  if (view.kind === "no-person") redirect("/team");
  const explanation =
    asked.why && personId ? await why(scope, { personId, day, figure: asked.why, node: asked.node }) : null;
  const page = (
    <>
      <Topline title="Today" detail={formatWeekday(day, locale)} />
      <CountedNote counted={asked.counted} problem={asked.problem} />
      {view.kind === "day" ? (
        <TodayBoard {...view} tokens={tokensFor(view.rows)} locale={locale} />
      ) : (
        <TodayWithout view={view} locale={locale} />
      )}
    </>
  );
  if (explanation === null) return page;
  return (
    <WhyPanel view={explanation} closeHref="/today" locale={locale}>
      {page}
    </WhyPanel>
  );
}

/** A token for every button, so that a press without JavaScript is counted once however often it is sent. */
function tokensFor(rows: { buttons: unknown[] }[]): string[] {
  return rows.flatMap((row) => row.buttons.map(() => randomUUID()));
}
