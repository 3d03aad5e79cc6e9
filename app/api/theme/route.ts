import { ownPath } from "@/lib/access/request-origin";
import { readSmallForm } from "@/lib/access/small-form";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Keeps the reader's choice of light or dark for browsers without JavaScript; it is a taste, not a secret. */
export async function POST(request: Request): Promise<Response> {
  const form = await readSmallForm(request);
  const theme = form?.get("theme") === "light" ? "light" : "dark";
  const back = form?.get("back");
  return new Response(null, {
    status: 303,
    headers: {
      location: ownPath(typeof back === "string" ? back : null) ?? "/",
      "set-cookie": `theme=${theme}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax`,
      "cache-control": "no-store",
    },
  });
}
