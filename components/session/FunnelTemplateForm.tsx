import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { SubmitButton } from "@/components/forms/SubmitButton";

export type FunnelTemplate = { value: string; name: string; counts: string; steps: readonly string[] };

export type FunnelTemplateFormProps = {
  action: FormAction<unknown>;
  templates: readonly FunnelTemplate[];
  chosen: string;
  /** The name of the second button's form field value, when sample data can be had. */
  offerSample: boolean;
};

/** "How does Larkfield win?": the nearest chain of steps, as a row of dominos. */
export function FunnelTemplateForm({ action, templates, chosen, offerSample }: FunnelTemplateFormProps) {
  return (
    <ActionForm action={action} label="Funnel template">
      <fieldset className="templates">
        <legend className="sr-only">Funnel template</legend>
        {templates.map((template) => (
          <label key={template.value}>
            <input
              type="radio"
              name="template"
              value={template.value}
              defaultChecked={template.value === chosen}
            />
            <span>
              <b>{template.name}</b>
              <span>{template.counts}</span>
            </span>
            <ol>
              {template.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </label>
        ))}
      </fieldset>
      <div className="templates-foot">
        <SubmitButton big>Use this one</SubmitButton>
        {offerSample && (
          <SubmitButton big look="quiet" name="sample" value="yes">
            Look around with sample data
          </SubmitButton>
        )}
        <span className="small text-ink-3">About two minutes to your first own target</span>
      </div>
    </ActionForm>
  );
}
