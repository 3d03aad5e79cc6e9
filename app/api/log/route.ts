import { headers } from "next/headers";
import { isOwnOrigin, originRefusal, ownPath } from "@/lib/access/request-origin";
import { scopeForRequest } from "@/lib/access/require-scope";
import { seeOther } from "@/lib/access/see-other";
import { readSmallForm } from "@/lib/access/small-form";
import { currentStanding } from "@/lib/access/standing";
import { now, todayIn } from "@/lib/clock";
import { environment } from "@/lib/env";
import { logActivityForm, undoActivityForm } from "@/lib/forms/log-activity";
import { readForm } from "@/lib/forms/read-form";
import { logActivity, undoActivity } from "@/lib/usecases/log-activity";

/**
 * Counts an activity or takes one back. A stable address, so that a count kept on a phone survives a new build;
 * a plain form posts here too and goes back where it came from. The token makes sending twice the same as once.
 */
export async function POST(request: Request): Promise<Response> {
  const asked = await headers();
  const wantsJson = asked.get("accept")?.includes("application/json") ?? false;
  const { APP_URL } = environment();
  if (!isOwnOrigin(asked, APP_URL)) return refuse(wantsJson, 403, originRefusal(APP_URL));

  const form = await readSmallForm(request);
  if (form === null) return refuse(wantsJson, 400, unreadable);
  const isUndo = form.has("undo");
  const access = await scopeForRequest(isUndo ? "undo-activity" : "log-activity");
  if (!access.ok) return refuse(wantsJson, access.status, access.sentence);
  const standing = await currentStanding();
  const today = todayIn(standing?.zone ?? "UTC");

  if (isUndo) {
    const read = readForm(undoActivityForm, form);
    if (!read.ok) return refuse(wantsJson, 400, unreadable);
    const undone = await undoActivity(access.scope, read.input.undo, now());
    if (!undone.ok) return refuse(wantsJson, 422, undone.sentence);
    return wantsJson
      ? Response.json({ ok: true, id: read.input.undo })
      : seeOther(ownPath(read.input.next) ?? "/today");
  }

  const read = readForm(logActivityForm, form);
  if (!read.ok) return refuse(wantsJson, 400, unreadable);
  const logged = await logActivity(access.scope, read.input, { today, now: now() });
  if (!logged.ok) return refuse(wantsJson, 422, logged.sentence);
  const next = ownPath(read.input.next) ?? "/today";
  if (wantsJson) return Response.json({ ok: true, id: logged.id, day: logged.day });
  return seeOther(`${next}${next.includes("?") ? "&" : "?"}counted=${logged.id}`);
}

const unreadable = "This could not be read, so nothing was counted. Please reload the page and press again.";

function refuse(wantsJson: boolean, status: number, sentence: string): Response {
  if (wantsJson) return Response.json({ ok: false, sentence }, { status });
  return status === 401 ? seeOther("/sign-in?problem=ended") : seeOther(`/today?problem=${status}`);
}
