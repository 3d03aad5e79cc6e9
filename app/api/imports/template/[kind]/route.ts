import { scopeForRequest } from "@/lib/access/require-scope";
import { importKinds } from "@/lib/ingest/fields";
import { templateCsv } from "@/lib/ingest/templates";

type Params = { params: Promise<{ kind: string }> };

/** Our own headings with one row that shows how cells are written. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const access = await scopeForRequest("view-imports");
  if (!access.ok) return new Response(access.sentence, { status: access.status });
  const { kind } = await params;
  const known = importKinds.find((candidate) => candidate === kind);
  if (!known) return new Response("There is no template of this kind.", { status: 404 });
  return new Response(templateCsv(known), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="backsolve-${known}.csv"`,
      "cache-control": "no-store",
    },
  });
}
