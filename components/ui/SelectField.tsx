import { describedBy, FieldNotes } from "@/components/ui/TextField";

export type SelectOption = { value: string; label: string };

export type SelectFieldProps = {
  name: string;
  label: string;
  options: readonly SelectOption[];
  defaultValue?: string;
  hint?: string;
  error?: string | undefined;
};

/** The browser's own list: it works everywhere, with every keyboard and without JavaScript. */
export function SelectField({ name, label, options, defaultValue, hint, error }: SelectFieldProps) {
  const id = `field-${name}`;
  return (
    <div className="field">
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
      </div>
      <select
        id={id}
        name={name}
        className="in"
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        <Options options={options} />
      </select>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** A list inside a table row: its label is only read aloud, because the column's head already says it. */
export function InlineSelect({
  name,
  label,
  options,
  defaultValue,
  invalid = false,
}: {
  name: string;
  label: string;
  options: readonly SelectOption[];
  defaultValue?: string;
  invalid?: boolean;
}) {
  return (
    <select
      name={name}
      className="sel"
      aria-label={label}
      defaultValue={defaultValue}
      aria-invalid={invalid ? true : undefined}
    >
      <Options options={options} />
    </select>
  );
}

function Options({ options }: { options: readonly SelectOption[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));
}
