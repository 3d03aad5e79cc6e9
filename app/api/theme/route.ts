const yearInSeconds = 365 * 24 * 60 * 60;

/** Keeps the reader's choice of light or dark for browsers without JavaScript; it is a taste, not a secret. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const theme = form.get("theme") === "light" ? "light" : "dark";
  return new Response(null, {
    status: 303,
    headers: {
      location: ownPath(form.get("back")),
      "set-cookie": `theme=${theme}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax`,
    },
  });
}

/** Only a path of this site: "//elsewhere" and "/\elsewhere" are read by browsers as another host. */
function ownPath(back: FormDataEntryValue | null): string {
  return typeof back === "string" && /^\/(?![/\\])[^\r\n]*$/.test(back) ? back : "/";
}
