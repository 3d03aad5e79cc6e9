import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { SubmitButton } from "@/components/forms/SubmitButton";
import { ButtonLink } from "@/components/ui/Button";
import { formatCount } from "@/lib/format/number";

/** The one step that writes. */
export function CommitForm(props: {
  action: FormAction<unknown>;
  importId: string;
  rows: number;
  /** "Go on behind row 4,000" where an import stopped. */
  label?: string;
  backHref?: string;
  locale: string;
}) {
  return (
    <ActionForm action={props.action} className="mt-8" label="Import">
      <input type="hidden" name="importId" value={props.importId} />
      <div className="btn-row">
        <SubmitButton pending="Importing …">
          {props.label ?? `Import ${formatCount(props.rows, props.locale)} rows`}
        </SubmitButton>
        {props.backHref && (
          <ButtonLink href={props.backHref} look="quiet">
            Back to the mapping
          </ButtonLink>
        )}
      </div>
      <p className="small mt-2 text-ink-3">
        Rows that say nothing new change nothing. Days already asked stay as they were.
      </p>
    </ActionForm>
  );
}
