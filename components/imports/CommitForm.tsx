import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { SubmitButton } from "@/components/forms/SubmitButton";
import { ButtonLink } from "@/components/ui/Button";
import { formatCount } from "@/lib/format/number";

/** The one step that writes. It can be undone afterwards, and says so before. */
export function CommitForm(props: {
  action: FormAction<unknown>;
  importId: string;
  rows: number;
  backHref: string;
  locale: string;
}) {
  return (
    <ActionForm action={props.action} className="mt-8" label="Import">
      <input type="hidden" name="importId" value={props.importId} />
      <div className="btn-row">
        <SubmitButton pending="Importing …">Import {formatCount(props.rows, props.locale)} rows</SubmitButton>
        <ButtonLink href={props.backHref} look="quiet">
          Back to the mapping
        </ButtonLink>
      </div>
      <p className="small mt-2 text-ink-3">
        The whole import can be undone. Days already asked stay as they were.
      </p>
    </ActionForm>
  );
}

/** Takes a whole import back: what it made goes, what it changed returns. */
export function UndoImportForm({ action, importId }: { action: FormAction<unknown>; importId: string }) {
  return (
    <ActionForm action={action} className="mt-8" label="Undo this import">
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton look="plain" pending="Undoing …">
        Undo this import
      </SubmitButton>
      <p className="small mt-2 text-ink-3">What it created goes, what it changed returns to what it was.</p>
    </ActionForm>
  );
}
