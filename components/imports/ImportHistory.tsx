import { EmptyState } from "@/components/ui/EmptyState";
import { Section } from "@/components/ui/Section";
import { Table } from "@/components/ui/Table";
import { formatCount } from "@/lib/format/number";

export type PastImport = {
  id: string;
  href: string;
  fileName: string;
  /** "24 Nov, 06:12". */
  when: string;
  rows: number;
  /** "committed", "waiting for answers", "undone". */
  state: string;
};

export function ImportHistory({ imports, locale }: { imports: PastImport[]; locale: string }) {
  return (
    <Section title="Earlier imports" id="import-history">
      {imports.length === 0 ? (
        <EmptyState>No file was brought yet. The first one shows how far back your history goes.</EmptyState>
      ) : (
        <Table
          caption="Earlier imports"
          minWidth={520}
          columns={[
            { key: "file", label: "File" },
            { key: "when", label: "Brought" },
            { key: "rows", label: "Rows", fig: true },
            { key: "state", label: "State" },
          ]}
          rows={imports.map((past) => ({
            key: past.id,
            cells: {
              file: (
                <a className="num" href={past.href}>
                  {past.fileName}
                </a>
              ),
              when: past.when,
              rows: formatCount(past.rows, locale),
              state: past.state,
            },
          }))}
        />
      )}
    </Section>
  );
}
