import { LinkShownOnce, type ShownLink } from "@/components/access/LinkShownOnce";
import { type MemberRoleName, roleOptions, roleWord } from "@/components/access/role-options";
import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { SubmitButton } from "@/components/forms/SubmitButton";
import { InlineSelect } from "@/components/ui/SelectField";

export type ListedMember = {
  id: string;
  name: string;
  email: string;
  role: MemberRoleName;
  active: boolean;
  hasPassword: boolean;
  personName: string | null;
};

export type MemberActions = {
  giveRole: FormAction<null>;
  letIn: FormAction<null>;
  makeLink: FormAction<ShownLink | null>;
};

/** One login: whose it is, as what, and what an admin can do about it. Nobody changes their own. */
export function MemberRow({
  member,
  own,
  actions,
  locale,
  zone,
}: {
  member: ListedMember;
  own: boolean;
  actions: MemberActions;
  locale: string;
  zone: string;
}) {
  const { id, name, email, role, active } = member;
  return (
    <li>
      <div className="member-name">
        <b>{name}</b>
        <p className="small text-ink-3">{email}</p>
        <p className="small text-ink-3">{placeOf(member, own)}</p>
      </div>
      {!own && (
        <div className="member-forms">
          <ActionForm action={actions.giveRole} label={`Role of ${name}`} className="role-form">
            <input type="hidden" name="membershipId" value={id} />
            <InlineSelect
              key={role}
              name="role"
              label={`Role of ${name}`}
              options={roleOptions}
              defaultValue={role}
            />
            <SubmitButton look="quiet">Give role</SubmitButton>
          </ActionForm>
          {active && (
            <ActionForm action={actions.makeLink} label={`Link for ${name}`}>
              <input type="hidden" name="membershipId" value={id} />
              <SubmitButton look="quiet">
                {member.hasPassword ? "New-password link" : "Invitation link"}
              </SubmitButton>
              <LinkShownOnce locale={locale} zone={zone} />
            </ActionForm>
          )}
          <ActionForm action={actions.letIn} label={`Access of ${name}`}>
            <input type="hidden" name="membershipId" value={id} />
            <input type="hidden" name="active" value={active ? "false" : "true"} />
            <SubmitButton look="quiet">{active ? "Deactivate" : "Let in again"}</SubmitButton>
          </ActionForm>
        </div>
      )}
    </li>
  );
}

function placeOf({ role, active, hasPassword, personName }: ListedMember, own: boolean): string {
  const parts = [
    roleWord(role),
    personName === null ? "" : `sees ${personName}’s day`,
    hasPassword ? "" : "invited, has not signed in yet",
    active ? "" : "deactivated",
    own ? "this is you" : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
