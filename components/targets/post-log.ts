/** What /api/log answers to a request that accepts JSON. The id takes the count back. */
export type LogAnswer = { ok: true; id: string } | { ok: false; sentence: string };

/** Every press is its own count: the page's token serves the first one, a fresh one each press after it. */
const tokenField = "token";

const noNetwork = "No network just now. Nothing was counted, please press again in a moment.";
const notCounted = "This could not be counted. Nothing was changed; please reload the page and try again.";

export async function postLog(form: FormData): Promise<LogAnswer> {
  if (form.has(tokenField)) form.set(tokenField, freshToken());
  let response: Response;
  try {
    response = await fetch("/api/log", {
      method: "POST",
      body: new URLSearchParams(formFields(form)),
      headers: { accept: "application/json" },
      // a press is kept though the page is left at once
      keepalive: true,
    });
  } catch {
    return { ok: false, sentence: noNetwork };
  }
  const isJson = response.headers.get("content-type")?.includes("json");
  if (!isJson) return { ok: false, sentence: notCounted };
  return readAnswer(await response.json());
}

function formFields(form: FormData): [string, string][] {
  return [...form.entries()].map(([name, value]) => [name, String(value)]);
}

function readAnswer(body: unknown): LogAnswer {
  if (typeof body !== "object" || body === null) return { ok: false, sentence: notCounted };
  const answer = body as { ok?: unknown; id?: unknown; sentence?: unknown };
  if (answer.ok === true && typeof answer.id === "string") return { ok: true, id: answer.id };
  return { ok: false, sentence: typeof answer.sentence === "string" ? answer.sentence : notCounted };
}

/** crypto.randomUUID exists only on https and localhost; an office server on plain http still needs tokens. */
function freshToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
