import { createHash } from "node:crypto";

/**
 * A UUID of version 7 that is a function of its arguments: the time part is the moment the row tells of, the rest a
 * digest of what the row is. The same story has the same ids at every run, which is what makes topping up possible.
 */
export function sampleId(moment: string, ...name: string[]): string {
  const milliseconds = Date.parse(moment);
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError(`no such moment: ${moment}`);
  const time = milliseconds.toString(16).padStart(12, "0");
  const digest = createHash("sha256").update(name.join("\u0000")).digest("hex");
  const variant = ((Number.parseInt(digest.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}
