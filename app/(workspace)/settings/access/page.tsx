import type { Metadata } from "next";
import { giveRole, invite, letIn, makeLink } from "@/app/(workspace)/settings/access/actions";
import { InviteForm } from "@/components/access/InviteForm";
import { MemberRow } from "@/components/access/MemberRow";
import { Organizations } from "@/components/access/Organizations";
import { Topline } from "@/components/shell/Topline";
import { Section } from "@/components/ui/Section";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { todayIn } from "@/lib/clock";
import { formatCountOf } from "@/lib/format/number";
import { accessList } from "@/lib/usecases/access-list";

export const metadata: Metadata = { title: "Access" };

/** Who may sign in here, and as what? */
export default async function AccessPage() {
  const scope = await requireScope("manage-access");
  const { userId, organizationId, zone, locale } = await requireStanding();
  const { members, peopleWithoutLogin, organizations } = await accessList(scope, userId, todayIn(zone));
  const active = members.filter(({ active: may }) => may).length;
  return (
    <>
      <Topline title="Access" detail="Who may sign in" />
      <h1>{formatCountOf(active, { one: "person", other: "people" }, locale)} may sign in here.</h1>
      <Section title="People with a login" id="members">
        <ul className="members">
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              own={member.userId === userId}
              actions={{ giveRole, letIn, makeLink }}
              locale={locale}
              zone={zone}
            />
          ))}
        </ul>
      </Section>
      <Section title="Let somebody in" id="invite">
        <InviteForm action={invite} people={peopleWithoutLogin} locale={locale} zone={zone} />
      </Section>
      {organizations.length > 1 && (
        <Section title="Your organizations" id="organizations">
          <Organizations organizations={organizations} current={organizationId} />
        </Section>
      )}
    </>
  );
}
