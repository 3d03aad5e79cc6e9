import { InlineSelect, type SelectOption } from "@/components/ui/SelectField";

export type MappedValue = {
  /** As the file spells it. */
  value: string;
  /** "296 deals". */
  count: string;
  /** The chosen option's value; empty waits for an answer and keeps its rows back. */
  becomes: string;
  /** Offered first for this value alone: a spelling to merge with. */
  options?: readonly SelectOption[];
};

/**
 * Words of the file (stages, people, products, activity types) and what they become here. Nothing is merged or made
 * unless this table says so. Fields: `${name}.0`, `${name}.1` …
 */
export function ValuesTable({
  name,
  caption,
  values,
  options,
}: {
  name: "stage" | "person" | "product" | "type";
  caption: string;
  values: MappedValue[];
  options: readonly SelectOption[];
}) {
  return (
    <table className="table mapping values">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">In the file</th>
          <th scope="col">Becomes</th>
        </tr>
      </thead>
      {values.map((value, place) => (
        <tbody key={value.value} className={value.becomes === "" ? "asks" : undefined}>
          <tr>
            <th scope="row">
              {value.value}
              <span className="cap block">{value.count}</span>
            </th>
            <td className="mapping-choice">
              <InlineSelect
                name={`${name}.${place}`}
                label={`${value.value} becomes`}
                options={[...(value.options ?? []), ...options]}
                defaultValue={value.becomes}
                invalid={value.becomes === ""}
              />
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
