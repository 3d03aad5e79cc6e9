import { LinkShownOnce, type ShownLink } from "@/components/access/LinkShownOnce";
import { roleOptions } from "@/components/access/role-options";
import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { ChoiceField, Field } from "@/components/forms/Field";
import { SubmitButton } from "@/components/forms/SubmitButton";

/** A login for somebody. The link is shown here once and sent by hand: no mail server is needed. */
export function InviteForm({
  action,
  people,
  locale,
  zone,
}: {
  action: FormAction<ShownLink | null>;
  people: readonly { id: string; name: string }[];
  locale: string;
  zone: string;
}) {
  return (
    <ActionForm action={action} className="deal-form" label="Let somebody in">
      <ChoiceField
        name="personId"
        label="Who"
        options={[
          { value: "", label: "Somebody without a quota" },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        hint="A person gets their own day; a coach or manager needs none."
      />
      <Field
        name="name"
        label="Name"
        autoComplete="off"
        hint="Only for somebody who is not in the list above."
      />
      <Field name="email" label="E-mail" type="email" autoComplete="off" required />
      <ChoiceField
        name="role"
        label="Role"
        defaultValue="rep"
        options={roleOptions}
        hint="Reps see themselves, coaches and managers their teams, admins everything and this page."
      />
      <div>
        <SubmitButton>Make the invitation</SubmitButton>
      </div>
      <LinkShownOnce locale={locale} zone={zone} />
    </ActionForm>
  );
}
