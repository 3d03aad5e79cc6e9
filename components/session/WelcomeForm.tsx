import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { ChoiceField, Field } from "@/components/forms/Field";
import { SubmitButton } from "@/components/forms/SubmitButton";
import { WelcomePage } from "@/components/session/WelcomePage";
import { passwordLength } from "@/lib/forms/password-length";

export type WelcomeFormProps = {
  action: FormAction<unknown>;
  currencies: readonly string[];
  zones: readonly string[];
};

const usualCurrency = "EUR";

/** The first set-up: the organization and its first admin. */
export function WelcomeForm({ action, currencies, zones }: WelcomeFormProps) {
  return (
    <WelcomePage
      title="Welcome. Who are you working as?"
      lead="This makes your organization, and you its first admin. Nobody else can see it until you let them in."
    >
      <ActionForm action={action} className="welcome-fields" label="Set up Backsolve">
        <Field name="organization" label="Your organization" autoComplete="organization" required />
        <ChoiceField
          name="currency"
          label="Currency"
          defaultValue={usualCurrency}
          options={currencies.map((code) => ({ value: code, label: code }))}
          hint="Quotas and values are counted in it."
        />
        <ChoiceField
          name="zone"
          label="Time zone"
          defaultValue={zones[0] ?? "UTC"}
          options={zones.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
          hint="A day begins and ends here. People elsewhere can have their own."
        />
        <Field name="name" label="Your name" autoComplete="name" required />
        <Field name="email" label="Your e-mail" type="email" autoComplete="username" required />
        <Field
          name="password"
          label="A password"
          type="password"
          autoComplete="new-password"
          required
          hint={`At least ${passwordLength.least} characters. A short sentence is easy to keep and hard to guess.`}
        />
        <SubmitButton big>Set up</SubmitButton>
      </ActionForm>
    </WelcomePage>
  );
}
