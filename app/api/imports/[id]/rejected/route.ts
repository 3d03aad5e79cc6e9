import { z } from "zod";
import { scopeForRequest } from "@/lib/access/require-scope";
import { rejectedRows } from "@/lib/usecases/rejected-rows";

type Params = { params: Promise<{ id: string }> };

/** The rows that were not taken, as they were sent, with what to mend beside each. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const access = await scopeForRequest("view-imports");
  if (!access.ok) return new Response(access.sentence, { status: access.status });
  const id = z.uuid().safeParse((await params).id);
  const csv = id.success ? await rejectedRows(access.scope, id.data) : null;
  if (csv === null) return new Response("There is no such import.", { status: 404 });
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="rows-to-mend.csv"',
      "cache-control": "no-store",
    },
  });
}
