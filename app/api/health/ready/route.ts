import { readinessNow } from "@/lib/jobs/readiness";

export const dynamic = "force-dynamic";

/** 200 when requests are served: database up, migrated, today prepared. Else 503 and one sentence why. */
export async function GET(): Promise<Response> {
  const readiness = await readinessNow();
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { "cache-control": "no-store", ...(readiness.ready ? {} : { "retry-after": "5" }) },
  });
}
