import { Button } from "@/components/ui/Button";
import { SelectField, type SelectOption } from "@/components/ui/SelectField";
import { TextField } from "@/components/ui/TextField";

export type DealFiltersProps = {
  search: string;
  status: string;
  person: string;
  /** Left out for somebody who sees only their own. */
  people?: readonly SelectOption[];
  /** Parts of the address to keep: sort, funnel. */
  keep?: Readonly<Record<string, string>>;
};

const statuses: SelectOption[] = [
  { value: "", label: "all" },
  { value: "open", label: "open" },
  { value: "won", label: "won" },
  { value: "lost", label: "lost" },
];

/** A GET form: what is looked at stays in the address. */
export function DealFilters({ search, status, person, people, keep = {} }: DealFiltersProps) {
  return (
    <form method="get" className="deal-filters">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField name="search" label="Name holds" defaultValue={search} />
      <SelectField name="status" label="Status" options={statuses} defaultValue={status} />
      {people && (
        <SelectField
          name="person"
          label="Person"
          options={[{ value: "", label: "everybody" }, ...people]}
          defaultValue={person}
        />
      )}
      <Button type="submit" big>
        Show
      </Button>
    </form>
  );
}
