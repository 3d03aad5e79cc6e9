import { scopeForRequest } from "@/lib/access/require-scope";
import { currentStanding } from "@/lib/access/standing";
import { todayIn } from "@/lib/clock";
import { readDealFilters } from "@/lib/forms/deal-filters";
import { dealList, dealsCsv } from "@/lib/usecases/deal-list";

/** The records on the screen as a file: the same filters, the same page, the same eyes. */
export async function GET(request: Request): Promise<Response> {
  const access = await scopeForRequest("view-deals");
  if (!access.ok) return new Response(access.sentence, { status: access.status });
  const standing = await currentStanding();
  const choice = readDealFilters(Object.fromEntries(new URL(request.url).searchParams));
  const { deals } = await dealList(access.scope, choice, todayIn(standing?.zone ?? "UTC"));
  return new Response(dealsCsv(deals), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="records.csv"',
      "cache-control": "no-store",
    },
  });
}
