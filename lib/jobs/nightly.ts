import "server-only";
import { now, todayIn } from "@/lib/clock";
import { listOrganizations } from "@/lib/data/organizations";
import { deleteCountersBefore } from "@/lib/data/rate-counters";
import { makeScope } from "@/lib/data/scope";
import { hourIn } from "@/lib/jobs/night-hour";
import { log } from "@/lib/log";
import { ensureDay } from "@/lib/usecases/ensure-day";

/** A new day is prepared when it is this late where the organization is: nobody works, and the imports are in. */
const startHour = 3;

const ensured = new Map<string, string>();

/**
 * Prepares today for every organization that waits for it: at the first call, as soon as it exists, and from 03:00
 * in its own zone on; answers which. One that fails is reported and tried again next time; the others go on.
 */
export async function ensureDueDays(): Promise<string[]> {
  const prepared: string[] = [];
  for (const { organizationId, zone } of await listOrganizations()) {
    try {
      if (await ensureWhenDue(organizationId, zone)) prepared.push(organizationId);
    } catch (failure) {
      log.error({ organizationId, zone, err: failure }, "a day could not be prepared");
    }
  }
  return prepared;
}

async function ensureWhenDue(organizationId: string, zone: string): Promise<boolean> {
  const today = todayIn(zone);
  const before = ensured.get(organizationId);
  if (before === today || (before !== undefined && hourIn(zone, now()) < startHour)) return false;
  await ensureDay(await nightScope(organizationId), today);
  ensured.set(organizationId, today);
  return true;
}

const minute = 60_000;
const counterDays = 1;

/**
 * Looks at the clocks once a minute. A timer set for 03:00 would miss it after a night of sleep, a corrected clock
 * or a change to summer time; a look at the clock cannot.
 */
export function watchTheNight(): void {
  let working = false;
  setInterval(async () => {
    if (working) return;
    working = true;
    try {
      await ensureDueDays();
      await deleteCountersBefore(new Date(now().getTime() - counterDays * 24 * 60 * minute));
    } catch (failure) {
      log.error({ err: failure }, "the nightly work could not be done");
    } finally {
      working = false;
    }
  }, minute).unref();
}

function nightScope(organizationId: string) {
  return makeScope({
    organizationId,
    actor: { kind: "system", name: "nightly" },
    role: "system",
    reach: { kind: "all" },
  });
}
