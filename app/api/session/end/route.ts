import { headers } from "next/headers";
import { isOwnOrigin } from "@/lib/access/request-origin";
import { seeOther } from "@/lib/access/see-other";
import { endSession } from "@/lib/access/session";
import { currentStanding } from "@/lib/access/standing";
import { environment } from "@/lib/env";
import { signOut } from "@/lib/usecases/sign-out";

/** Signs out, here and on every other device of the same login. */
export async function POST(): Promise<Response> {
  if (!isOwnOrigin(await headers(), environment().APP_URL)) return seeOther("/sign-in?problem=elsewhere");
  const standing = await currentStanding();
  if (standing !== null) await signOut(standing);
  await endSession();
  return seeOther("/sign-in");
}
