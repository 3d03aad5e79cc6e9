export const dynamic = "force-dynamic";

/** The process runs and answers. Says nothing of the database: restarting us would not bring it back. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { "cache-control": "no-store" } });
}
