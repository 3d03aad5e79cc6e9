"use client";

import { useFormState } from "@/components/forms/form-state";
import { SelectField, type SelectFieldProps } from "@/components/ui/SelectField";
import { TextField, type TextFieldProps } from "@/components/ui/TextField";
import { fieldMessage, typedOr } from "@/lib/forms/action-state";

/** A text field that shows what was typed and refused, with the message below it. */
export function Field(props: TextFieldProps) {
  const state = useFormState();
  const typed = typedOr(state, props.name, props.defaultValue ?? "");
  return <TextField {...props} defaultValue={typed} error={fieldMessage(state, props.name) ?? props.error} />;
}

/** A choice that keeps what was chosen. */
export function ChoiceField(props: SelectFieldProps) {
  const state = useFormState();
  const typed = typedOr(state, props.name, props.defaultValue ?? "");
  return (
    <SelectField
      key={typed}
      {...props}
      defaultValue={typed}
      error={fieldMessage(state, props.name) ?? props.error}
    />
  );
}
