import type { Metadata } from "next";
import { Topline } from "@/components/shell/Topline";
import { TeamBoard } from "@/components/team/TeamBoard";
import { TeamWithout } from "@/components/team/TeamWithout";
import { can } from "@/lib/access/permissions";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { todayIn } from "@/lib/clock";
import { formatCountOf } from "@/lib/format/number";
import { teamBoard } from "@/lib/usecases/team";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage() {
  const scope = await requireScope("view-team");
  const { zone, locale, role } = await requireStanding();
  const view = await teamBoard(scope, todayIn(zone));
  if (view === null)
    return <TeamWithout mayImport={can(role, "import-data")} mayManage={can(role, "manage-quotas")} />;
  const people = view.needs.length + view.calm.length + view.quiet.length + view.others.length;
  return (
    <>
      <Topline
        title="Team"
        detail={`${view.teamName}, ${formatCountOf(people, { one: "person", other: "people" }, locale)}`}
      />
      <TeamBoard {...view} locale={locale} />
    </>
  );
}
