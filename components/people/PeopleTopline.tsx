import type { PeopleInList } from "@/components/people/people-list-view";
import { Topline } from "@/components/shell/Topline";
import { Segmented } from "@/components/ui/Segmented";

/** Where one is: the list or its quotas, and of which funnel when there are several. */
export function PeopleTopline({
  list,
  editing,
  setsQuotas,
}: {
  list: PeopleInList;
  editing: boolean;
  setsQuotas: boolean;
}) {
  const { funnels, funnelId } = list;
  const href = (view: "list" | "quotas", funnel: string | null) => {
    const search = new URLSearchParams();
    if (view === "quotas") search.set("view", view);
    if (funnel !== null && funnels.length > 1) search.set("funnel", funnel);
    return search.size === 0 ? "/people" : `/people?${search}`;
  };
  const chosen = funnels.find(({ id }) => id === funnelId);
  const filters =
    chosen === undefined || funnels.length < 2
      ? []
      : [
          {
            name: "Funnel",
            value: chosen.name,
            options: funnels.map(({ id, name }) => ({
              label: name,
              href: href(editing ? "quotas" : "list", id),
              current: id === funnelId,
            })),
          },
        ];
  const aside = setsQuotas && (
    <Segmented
      label="Look at"
      options={[
        { label: "People", href: href("list", funnelId), current: !editing },
        { label: "Set quotas", href: href("quotas", funnelId), current: editing },
      ]}
    />
  );
  return <Topline title="People" filters={filters} aside={aside} />;
}
