import { headers } from "next/headers";
import { firstPage } from "@/lib/access/first-page";
import { isOwnOrigin } from "@/lib/access/request-origin";
import { seeOther } from "@/lib/access/see-other";
import { readSession, startSession } from "@/lib/access/session";
import { readSmallForm } from "@/lib/access/small-form";
import { confirmSession, currentStanding } from "@/lib/access/standing";
import { environment } from "@/lib/env";
import { switchOrganizationForm } from "@/lib/forms/manage-access";
import { readForm } from "@/lib/forms/read-form";

/** Goes on in another organization of the same user. One they do not belong to is answered like one that is not. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(await headers(), environment().APP_URL)) return seeOther("/sign-in?problem=elsewhere");
  const [session, here] = [await readSession(), await currentStanding()];
  if (session === null || here === null) return seeOther("/sign-in?problem=ended");
  const form = await readSmallForm(request);
  const read = form === null ? null : readForm(switchOrganizationForm, form);
  const wanted = read?.ok ? { ...session, organizationId: read.input.organizationId } : null;
  const there = wanted === null ? null : await confirmSession(wanted);
  if (wanted === null || there === null)
    return new Response("There is no such organization.", { status: 404 });
  await startSession(wanted);
  return seeOther(firstPage(there.role));
}
