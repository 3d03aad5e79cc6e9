/** 303: the browser goes on with a GET, so that a reload does not send the form again. Paths of ours only. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}
