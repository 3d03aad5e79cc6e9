import "server-only";
import { systemDb } from "@/lib/data/client/global";

/**
 * A value the installation makes once and keeps: the first process to ask makes it, every other one reads it.
 * Two instances starting at once end up with the same value.
 */
export async function keepSystemSetting(key: string, make: () => string): Promise<string> {
  const db = await systemDb();
  const kept = await db.systemSetting.findUnique({ where: { key } });
  if (kept !== null) return kept.value;
  await db.systemSetting.createMany({ data: [{ key, value: make() }], skipDuplicates: true });
  const { value } = await db.systemSetting.findUniqueOrThrow({ where: { key } });
  return value;
}
