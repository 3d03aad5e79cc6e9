import { headers } from "next/headers";
import { readUpload } from "@/lib/access/read-upload";
import { isOwnOrigin, originRefusal } from "@/lib/access/request-origin";
import { scopeForRequest } from "@/lib/access/require-scope";
import { seeOther } from "@/lib/access/see-other";
import { now } from "@/lib/clock";
import { environment } from "@/lib/env";
import { importKinds } from "@/lib/ingest/fields";
import { refuseUpload } from "@/lib/usecases/refuse-upload";
import { stageImport } from "@/lib/usecases/stage-import";

/**
 * Takes a file in and goes on to its mapping. A route and not an action: an action takes 1 MB, and what passes
 * proxy.ts is cut at 10 MB. A plain form posts here, so the answer is always another page.
 */
export async function POST(request: Request): Promise<Response> {
  const { APP_URL } = environment();
  if (!isOwnOrigin(await headers(), APP_URL)) return new Response(originRefusal(APP_URL), { status: 403 });
  const access = await scopeForRequest("import-data");
  if (!access.ok) {
    return access.status === 401
      ? seeOther("/sign-in?next=%2Fdata&problem=ended")
      : new Response(`${access.sentence} Nothing was changed.`, { status: access.status });
  }
  const read = await readUpload(request);
  if (!read.ok) {
    const id = await refuseUpload(access.scope, read.sentence, now());
    return seeOther(`/data/import/${id}`);
  }
  const { fileName, bytes, fields } = read.upload;
  const kind = importKinds.find((known) => known === fields.get("kind"));
  const staged = await stageImport(access.scope, { fileName, bytes, ...(kind ? { kind } : {}) }, now());
  return seeOther(`/data/import/${staged.id}`);
}
