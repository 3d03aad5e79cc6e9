import { MAX_FILE_BYTES } from "@/lib/ingest/encoding";

export type UploadedFile = { fileName: string; bytes: Uint8Array; fields: ReadonlyMap<string, string> };
export type UploadAnswer = { ok: true; upload: UploadedFile } | { ok: false; sentence: string };

/** Room for the form around the file. */
const MOST_BYTES = MAX_FILE_BYTES + 64 * 1024;

/**
 * The file of an upload form. Counted while it arrives: a request may lie about its length, and one that ends early
 * must not become a shorter file.
 */
export async function readUpload(request: Request): Promise<UploadAnswer> {
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (announced > MOST_BYTES) return tooLarge;
  const chunks: Uint8Array[] = [];
  let arrived = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    arrived += chunk.byteLength;
    if (arrived > MOST_BYTES) return tooLarge;
    chunks.push(chunk);
  }
  if (Number.isFinite(announced) && announced !== arrived) return cut;
  const form = await readForm(chunks, request.headers.get("content-type") ?? "");
  if (form === null) return cut;
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) {
    return { ok: false, sentence: "No file was chosen. Nothing was changed. Choose a CSV file and send it." };
  }
  const fields = new Map<string, string>();
  for (const [name, value] of form) if (typeof value === "string") fields.set(name, value);
  return {
    ok: true,
    upload: { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()), fields },
  };
}

async function readForm(chunks: Uint8Array[], type: string): Promise<FormData | null> {
  try {
    return await new Response(new Blob(chunks as BlobPart[]), {
      headers: { "content-type": type },
    }).formData();
  } catch (failure) {
    // What fetch throws for a body that is not the form its type says, one that was cut among them.
    if (failure instanceof TypeError) return null;
    throw failure;
  }
}

const tooLarge: UploadAnswer = {
  ok: false,
  sentence: `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Nothing was changed. Send it in parts: records that came before are recognised by their id.`,
};

const cut: UploadAnswer = {
  ok: false,
  sentence: "The file did not arrive whole. Nothing was changed. Please send it again.",
};
