import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { Field } from "@/components/forms/Field";
import { SubmitButton } from "@/components/forms/SubmitButton";
import { passwordLength } from "@/lib/forms/password-length";

export type ResetFormProps = {
  action: FormAction<unknown>;
  /** What the link carried; sent back unchanged. */
  organizationId: string;
  secret: string;
};

/** A new password, from a link an admin made. */
export function ResetForm({ action, organizationId, secret }: ResetFormProps) {
  return (
    <ActionForm action={action} className="entry-fields" label="New password">
      <h1>Choose a new password</h1>
      <input type="hidden" name="organizationId" value={organizationId} />
      <input type="hidden" name="secret" value={secret} />
      <Field
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        required
        hint={`At least ${passwordLength.least} characters. You stay signed in nowhere else.`}
      />
      <SubmitButton big>Save and sign in</SubmitButton>
    </ActionForm>
  );
}
