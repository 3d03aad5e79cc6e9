import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { ChoiceField, Field } from "@/components/forms/Field";
import { SubmitButton } from "@/components/forms/SubmitButton";
import { VersionField } from "@/components/forms/VersionField";
import { ButtonLink } from "@/components/ui/Button";
import type { SelectOption } from "@/components/ui/SelectField";
import type { Day } from "@/lib/format/day";

export type CorrectDealFormProps = {
  action: FormAction<unknown>;
  dealId: string;
  /** What was read; a change by somebody else in between is refused and said. */
  version: number;
  name: string;
  /** As it is written in a field: "52000" or "52000.50". */
  value: string;
  currency: string;
  stageId: string;
  stages: readonly SelectOption[];
  personId: string;
  /** Only for those who may reassign. */
  people?: readonly SelectOption[];
  createdOn: Day;
  expectedCloseOn: Day | null;
  /** When it was won or lost; shown for closed records. */
  closedOn: Day | null;
  isClosed: boolean;
  backHref: string;
};

/** Is what we know of this record right? Corrections keep the old value in the record's history. */
export function CorrectDealForm(props: CorrectDealFormProps) {
  return (
    <ActionForm action={props.action} className="deal-form" label="Correct this record">
      <input type="hidden" name="dealId" value={props.dealId} />
      <VersionField version={props.version} />
      <Field name="name" label="Name" defaultValue={props.name} required />
      <Field name="value" label={`Value, ${props.currency}`} defaultValue={props.value} inputMode="decimal" />
      <ChoiceField name="stageId" label="Stage" options={props.stages} defaultValue={props.stageId} />
      {props.people && (
        <ChoiceField
          name="personId"
          label="Person"
          options={props.people}
          defaultValue={props.personId}
          hint="Credit for what was done stays with whoever did it."
        />
      )}
      <Field name="createdOn" label="Created" type="date" defaultValue={props.createdOn} />
      {props.isClosed ? (
        <Field name="closedOn" label="Won or lost" type="date" defaultValue={props.closedOn ?? ""} />
      ) : (
        <Field
          name="expectedCloseOn"
          label="Expected close"
          type="date"
          defaultValue={props.expectedCloseOn ?? ""}
          hint="A hope, kept apart from what happened; the forecast rests on step and age."
        />
      )}
      <Field
        name="occurredOn"
        label="When it happened"
        type="date"
        hint="The day it moved, was won or lost. Today when you write nothing; results are adjusted on this day."
      />
      <Field name="reason" label="Why, for the history" />
      <div className="btn-row">
        <SubmitButton>Save</SubmitButton>
        <ButtonLink href={props.backHref} look="quiet">
          Discard
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
