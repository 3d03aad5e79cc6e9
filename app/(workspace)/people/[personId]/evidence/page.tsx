import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EvidenceList } from "@/components/explanation/EvidenceList";
import { Topline } from "@/components/shell/Topline";
import { requireScope, requireStanding } from "@/lib/access/require-scope";
import { evidenceAddress } from "@/lib/forms/evidence-address";
import { personEvidence } from "@/lib/usecases/person-evidence";

export const metadata: Metadata = { title: "Evidence" };

const PAGE_ROWS = 50;

type Props = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string>> };

export default async function EvidencePage({ params, searchParams }: Props) {
  const scope = await requireScope("view-explanation");
  const { locale } = await requireStanding();
  const { personId } = await params;
  const address = evidenceAddress.safeParse(await searchParams);
  if (!address.success) notFound();
  const { day, figure, node, offset } = address.data;
  const found = await personEvidence(scope, { personId, day, figure, node }, { offset, limit: PAGE_ROWS });
  if (found === null) notFound();
  const base = `/people/${personId}/evidence`;
  const at = (start: number) =>
    `${base}?${new URLSearchParams({ day, figure, node, offset: String(start) })}`;
  return (
    <>
      <Topline title={found.person.name} detail="Evidence" />
      <EvidenceList
        {...found}
        offset={offset}
        previousHref={offset > 0 ? at(Math.max(0, offset - PAGE_ROWS)) : null}
        nextHref={offset + PAGE_ROWS < found.page.total ? at(offset + PAGE_ROWS) : null}
        csvHref={`/api${base}?${new URLSearchParams({ day, figure, node })}`}
        backHref={`/people/${personId}?${new URLSearchParams({ why: figure })}`}
        locale={locale}
      />
    </>
  );
}
