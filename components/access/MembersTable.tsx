import { AccessLinkForm, type MadeLink } from "@/components/access/AccessLinkForm";
import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { SubmitButton } from "@/components/forms/SubmitButton";
import { InlineSelect } from "@/components/ui/SelectField";
import { Table } from "@/components/ui/Table";

export type Member = {
  id: string;
  name: string;
  email: string;
  role: string;
  active: boolean;
  hasPassword: boolean;
};

export type MembersTableProps = {
  members: readonly Member[];
  roles: readonly { value: string; label: string }[];
  changeRole: FormAction<unknown>;
  changeActive: FormAction<unknown>;
  makeLink: FormAction<MadeLink>;
};

/** Everybody with a login: what they may do, whether they may sign in, and a link to a new password. */
export function MembersTable({ members, roles, changeRole, changeActive, makeLink }: MembersTableProps) {
  return (
    <Table
      caption="People with a login"
      minWidth={860}
      columns={[
        { key: "who", label: "Who" },
        { key: "role", label: "May work as" },
        { key: "active", label: "Sign-in" },
        { key: "link", label: "New password" },
      ]}
      rows={members.map((member) => ({
        key: member.id,
        cells: {
          who: (
            <>
              <b>{member.name}</b>
              <br />
              <span className="small text-ink-3">{member.email}</span>
            </>
          ),
          role: (
            <ActionForm action={changeRole} label={`Role of ${member.name}`} className="flex flex-wrap gap-2">
              <input type="hidden" name="membershipId" value={member.id} />
              <InlineSelect
                key={member.role}
                name="role"
                label={`Role of ${member.name}`}
                options={roles}
                defaultValue={member.role}
              />
              <SubmitButton>Change</SubmitButton>
            </ActionForm>
          ),
          active: (
            <ActionForm action={changeActive} label={`Sign-in of ${member.name}`}>
              <input type="hidden" name="membershipId" value={member.id} />
              <input type="hidden" name="active" value={member.active ? "false" : "true"} />
              <p className="small text-ink-3">{stateOf(member)}</p>
              <SubmitButton look="quiet">{member.active ? "End" : "Let in"}</SubmitButton>
            </ActionForm>
          ),
          link: member.active ? (
            <AccessLinkForm member={{ id: member.id, name: member.name }} makeLink={makeLink} />
          ) : null,
        },
      }))}
    />
  );
}

function stateOf({ active, hasPassword }: Member): string {
  if (!active) return "may not sign in";
  return hasPassword ? "may sign in" : "has no password yet";
}
