import type { Metadata } from "next";
import { ImportHistory } from "@/components/imports/ImportHistory";
import { UploadForm } from "@/components/imports/UploadForm";
import { Topline } from "@/components/shell/Topline";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { dayIn } from "@/lib/clock";
import { formatDayShort, formatDayWithYear } from "@/lib/format/day";
import { importKinds } from "@/lib/ingest/fields";
import { kindNoun } from "@/lib/ingest/suggest-mapping";
import { importHistory } from "@/lib/usecases/import-history";

export const metadata: Metadata = { title: "Data" };

/** Where data comes from, how old it is, and the next file. */
export default async function DataPage() {
  const scope = await requireScope("view-imports");
  const { zone, locale } = await requireStanding();
  const { imports, newest } = await importHistory(scope);
  return (
    <>
      <Topline title="Data" detail="Files and sources" />
      <h1>
        {newest === null
          ? "No file was brought yet."
          : `The newest file came on ${formatDayWithYear(dayIn(zone, newest.at), locale)}: ${newest.source}.`}
      </h1>
      <p className="read mt-2 text-ink-2">
        Bring an export of your CRM or ATS. You see what it would change before anything is written.
      </p>
      <UploadForm
        action="/api/imports/upload"
        kinds={[
          { value: "", label: "told from its columns" },
          ...importKinds.map((kind) => ({ value: kind, label: kindNoun(kind) })),
        ]}
        templates={importKinds.map((kind) => ({
          label: kindNoun(kind),
          href: `/api/imports/template/${kind}`,
        }))}
      />
      <ImportHistory
        imports={imports.map(({ id, fileName, rows, state, at }) => ({
          id,
          href: `/data/import/${id}`,
          fileName,
          rows,
          state,
          when: formatDayShort(dayIn(zone, at), locale),
        }))}
        locale={locale}
      />
    </>
  );
}
