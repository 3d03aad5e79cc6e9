import { stringify } from "csv-stringify/sync";
import { scopeForRequest } from "@/lib/access/require-scope";
import { evidenceAddress } from "@/lib/forms/evidence-address";
import { personEvidence } from "@/lib/usecases/person-evidence";

/** More rows than anybody reads in a sheet; a figure made from more says so by its count. */
const MOST_ROWS = 20_000;

/** The rows behind a figure as CSV, formulas made harmless. */
export async function GET(
  request: Request,
  context: { params: Promise<{ personId: string }> },
): Promise<Response> {
  const access = await scopeForRequest("view-explanation");
  if (!access.ok) return new Response(access.sentence, { status: access.status });
  const address = evidenceAddress.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const { personId } = await context.params;
  const found = address.success
    ? await personEvidence(access.scope, { personId, ...address.data }, { offset: 0, limit: MOST_ROWS })
    : null;
  if (found === null) return new Response("There is no such figure.", { status: 404 });
  const csv = stringify(
    found.page.rows.map((row) => [row.name, row.day, row.outcome, row.quantity, row.amountMinor ?? ""]),
    {
      header: true,
      columns: ["what", "day", "outcome", "counted_as", "amount_minor"],
      escape_formulas: true,
    },
  );
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="evidence.csv"',
      "cache-control": "no-store",
    },
  });
}
