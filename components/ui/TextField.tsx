import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from "react";

export type TextFieldProps = {
  name: string;
  label: string;
  type?: HTMLInputTypeAttribute;
  defaultValue?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  required?: boolean;
  hint?: string;
  /** What happened and what to do: "Please write a number, like 300,000. Nothing was changed." */
  error?: string | undefined;
  /** A link at the right of the label. */
  beside?: ReactNode;
  inputMode?: "text" | "numeric" | "decimal" | "email";
  list?: readonly string[];
};

/** A label, a field, and below it what to write or what was wrong. */
export function TextField({
  name,
  label,
  type = "text",
  hint,
  error,
  beside,
  list,
  ...input
}: TextFieldProps) {
  const id = `field-${name}`;
  return (
    <div className="field">
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        {beside}
      </div>
      <input
        id={id}
        name={name}
        type={type}
        className="in"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        list={list ? `${id}-list` : undefined}
        {...input}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
}

export function FieldNotes({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  return (
    <>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
}
