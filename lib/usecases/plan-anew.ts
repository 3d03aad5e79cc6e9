import "server-only";
import { makeScope } from "@/lib/data/scope";
import { ensureDay } from "@/lib/usecases/ensure-day";

/**
 * Works today's plans out again after a change that is stored. Pooling needs every colleague, also those the person
 * who changed something may not see, so the organization asks and not they.
 */
export async function planAnew(organizationId: string, today: string): Promise<void> {
  const scope = await makeScope({
    organizationId,
    actor: { kind: "system", name: "plan-anew" },
    role: "system",
    reach: { kind: "all" },
  });
  await ensureDay(scope, today);
}
