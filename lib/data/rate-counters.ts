import "server-only";
import { systemDb } from "@/lib/data/client/global";

/** Counts one more try of a key in a window and answers how many there are now; safe when many come at once. */
export async function countTry(key: string, windowStart: Date): Promise<number> {
  const db = await systemDb();
  const { count } = await db.rateCounter.upsert({
    where: { key_windowStart: { key, windowStart } },
    create: { key, windowStart, count: 1 },
    update: { count: { increment: 1 } },
    select: { count: true },
  });
  return count;
}

/** Takes one try back: it turned out to be the owner's. */
export async function takeBackTry(key: string, windowStart: Date): Promise<void> {
  const db = await systemDb();
  await db.rateCounter.updateMany({
    where: { key, windowStart, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Forgets windows that no limit looks at any more; answers how many rows went. */
export async function deleteCountersBefore(windowStart: Date): Promise<number> {
  const db = await systemDb();
  const { count } = await db.rateCounter.deleteMany({ where: { windowStart: { lt: windowStart } } });
  return count;
}
