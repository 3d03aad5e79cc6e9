import { InlineSelect, type SelectOption } from "@/components/ui/SelectField";

export type MappedColumn = {
  heading: string;
  examples: readonly string[];
  /** The chosen option's value; empty leaves the column out. */
  becomes: string;
  /** How it was recognised; null still needs an answer. */
  recognised: "heading" | "values" | "answer" | null;
  question?: { sentence: string; choices: readonly { value: string; label: string }[] };
};

const recognisedWords = {
  heading: "by its heading",
  values: "by its values",
  answer: "as you said",
} as const;

/** Every column of the file, what it becomes, and the questions about it right below. Fields: column.0, question.0 … */
export function ColumnsTable({
  columns,
  options,
}: {
  columns: MappedColumn[];
  options: readonly SelectOption[];
}) {
  return (
    <table className="table mapping">
      <caption className="sr-only">Columns of the file and what they become</caption>
      <thead>
        <tr>
          <th scope="col">Column in the file</th>
          <th scope="col" className="col-wide">
            For example
          </th>
          <th scope="col">Becomes</th>
          <th scope="col" className="col-wide">
            Recognised
          </th>
        </tr>
      </thead>
      {columns.map((column, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file; headings may repeat
        <tbody key={place} className={asks(column) ? "asks" : undefined}>
          <ColumnRow column={column} place={place} options={options} />
        </tbody>
      ))}
    </table>
  );
}

function asks(column: MappedColumn): boolean {
  return column.question !== undefined || column.recognised === null;
}

function ColumnRow({
  column,
  place,
  options,
}: {
  column: MappedColumn;
  place: number;
  options: readonly SelectOption[];
}) {
  const { question } = column;
  return (
    <>
      <tr>
        <th scope="row">{column.heading || `Column ${place + 1}, without a heading`}</th>
        <td className="mapping-example col-wide" title={column.examples.join(", ")}>
          {column.examples.join(", ")}
        </td>
        <td className="mapping-choice">
          <InlineSelect
            name={`column.${place}`}
            label={`${column.heading} becomes`}
            options={options}
            defaultValue={column.becomes}
            invalid={asks(column)}
          />
        </td>
        <td className="mapping-how col-wide">
          {column.recognised && !question ? recognisedWords[column.recognised] : "needs your answer"}
        </td>
      </tr>
      {question && (
        <tr>
          <td colSpan={4} className="mapping-question">
            <fieldset>
              <legend>{question.sentence}</legend>
              <div className="mapping-answers">
                {question.choices.map((choice) => (
                  <label key={choice.value}>
                    <input
                      type="radio"
                      name={`question.${place}`}
                      value={choice.value}
                      defaultChecked={choice.value === column.becomes}
                    />
                    {choice.label}
                  </label>
                ))}
              </div>
            </fieldset>
          </td>
        </tr>
      )}
    </>
  );
}
