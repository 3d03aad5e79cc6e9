const mostBytes = 64 * 1024;

/**
 * The fields of a form that has no business being large, or null when it is too large or no form at all.
 * Counted while reading: a request may lie about its length, or not say it.
 */
export async function readSmallForm(request: Request): Promise<FormData | null> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes || request.body === null) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  const type = request.headers.get("content-type") ?? "";
  try {
    return await new Response(new Blob(chunks as BlobPart[]), {
      headers: { "content-type": type },
    }).formData();
  } catch (failure) {
    // What fetch throws for a body that is not the form its type says.
    if (failure instanceof TypeError) return null;
    throw failure;
  }
}
