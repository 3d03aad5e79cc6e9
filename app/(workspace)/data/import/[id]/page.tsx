import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { answerImportAction, commitImportAction } from "@/app/(workspace)/data/import/[id]/actions";
import { mappingProps } from "@/app/(workspace)/data/import/[id]/mapping-props";
import { reportProps, reportTitle } from "@/app/(workspace)/data/import/[id]/report-props";
import { CommitForm } from "@/components/imports/CommitForm";
import { ImportReport } from "@/components/imports/ImportReport";
import { MappingForm } from "@/components/imports/MappingForm";
import { Topline } from "@/components/shell/Topline";
import { ButtonLink } from "@/components/ui/Button";
import { LongWork } from "@/components/ui/LongWork";
import { Note } from "@/components/ui/Note";
import { Steps } from "@/components/ui/Steps";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { formatCount } from "@/lib/format/number";
import { isImportRunning } from "@/lib/jobs/import-runs";
import { type ImportView, importView } from "@/lib/usecases/import-view";

export const metadata: Metadata = { title: "Import" };

type Page = { params: Promise<{ id: string }>; searchParams: Promise<{ step?: string }> };

/** One file on its way in: its mapping, its preview, its progress, its report. */
export default async function ImportPage({ params, searchParams }: Page) {
  const scope = await requireScope("import-data");
  const { locale } = await requireStanding();
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await importView(scope, id.data, (await searchParams).step === "map");
  if (view === null) notFound();
  return (
    <>
      <Topline
        title="Data"
        detail={`Import · ${view.record.fileName}`}
        aside={<Steps steps={["Upload", "Map", "Preview", "Import"]} current={stepOf(view)} />}
      />
      <Body view={view} locale={locale} />
    </>
  );
}

function Body({ view, locale }: { view: ImportView; locale: string }) {
  const { record } = view;
  if (isImportRunning(record.id)) return <AtWork view={view} />;
  if (view.kind === "refused") {
    return (
      <>
        <h1>This file could not be read.</h1>
        <p className="read mt-2 text-ink-2">{view.sentence}</p>
        <div className="btn-row mt-6">
          <ButtonLink href="/data" look="primary">
            Send another file
          </ButtonLink>
        </div>
      </>
    );
  }
  if (view.kind === "mapping") {
    return (
      <>
        {view.mapping.open.blocking.length > 0 && (
          <Note tone="behind">Before the preview: {view.mapping.open.blocking.join(" ")}</Note>
        )}
        <MappingForm action={answerImportAction} {...mappingProps(record, view.mapping, locale)} />
      </>
    );
  }
  const isDone = record.status === "committed" || record.status === "undone";
  const hasStopped = record.status === "committing";
  const rows = view.report.created + view.report.updated;
  return (
    <>
      <h1>{reportTitle(record, view.report, locale)}</h1>
      <ImportReport {...reportProps(record, view.report, { currency: view.currency, isDone, locale })} />
      {record.status === "mapped" && (
        <CommitForm
          action={commitImportAction}
          importId={record.id}
          rows={rows}
          backHref={`/data/import/${record.id}?step=map`}
          locale={locale}
          {...(rows === 0 ? { label: "Import it all the same" } : {})}
        />
      )}
      {hasStopped && (
        <CommitForm
          action={commitImportAction}
          importId={record.id}
          rows={record.rows}
          label={`Go on behind row ${formatCount(record.progress, locale)}`}
          locale={locale}
        />
      )}
      {isDone && (
        <div className="btn-row mt-8">
          <ButtonLink href="/deals" look="primary">
            See the records
          </ButtonLink>
          <ButtonLink href="/data" look="quiet">
            Bring another file
          </ButtonLink>
        </div>
      )}
    </>
  );
}

/** The page asks again by itself, with or without JavaScript, until the work is at its end. */
function AtWork({ view }: { view: ImportView }) {
  const { record } = view;
  const isWriting = record.status === "committing";
  return (
    <>
      <meta httpEquiv="refresh" content="2" />
      <h1>{isWriting ? "The file is being imported." : "The file is being read."}</h1>
      <div className="mt-6">
        <LongWork title={record.fileName} done={isWriting ? record.progress : 0} total={record.rows + 1} />
      </div>
    </>
  );
}

function stepOf({ kind, record }: ImportView): number {
  if (kind === "refused") return 0;
  if (kind === "mapping") return 1;
  return record.status === "mapped" ? 2 : record.status === "committed" ? 4 : 3;
}
