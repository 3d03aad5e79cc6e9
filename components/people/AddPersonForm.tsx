import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { Field } from "@/components/forms/Field";
import { SubmitButton } from "@/components/forms/SubmitButton";
import { Fold } from "@/components/ui/Fold";

/** One person more. Only the name is needed; the rest can follow from a file or later. */
export function AddPersonForm({
  action,
  teams,
  positions,
  open,
}: {
  action: FormAction<unknown>;
  teams: readonly string[];
  positions: readonly string[];
  open: boolean;
}) {
  return (
    <div className="mt-8">
      <Fold summary={<b>Add a person</b>} show="open" hide="close" open={open}>
        <ActionForm action={action} className="deal-form" label="Add a person">
          <Field name="name" label="Name" autoComplete="off" required />
          <Field
            name="email"
            label="E-mail"
            type="email"
            autoComplete="off"
            hint="So that files and a login find the same person. Can follow later."
          />
          <Field
            name="team"
            label="Team"
            autoComplete="off"
            list={teams}
            hint="One that is there, or a new name."
          />
          <Field
            name="position"
            label="Position"
            autoComplete="off"
            list={positions}
            hint="Like “Account executive”. People are compared within it only."
          />
          <Field
            name="startOn"
            label="First day"
            type="date"
            hint="Somebody new borrows the team’s rates until their own are known."
          />
          <div>
            <SubmitButton>Add</SubmitButton>
          </div>
        </ActionForm>
      </Fold>
    </div>
  );
}
