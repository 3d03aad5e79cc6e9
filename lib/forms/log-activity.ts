import { z } from "zod";

/** What a tap sends. Without `undo` it counts; with it, the activity of that id is taken back. */
export const logActivityForm = z.strictObject({
  activityTypeId: z.uuid(),
  /** made once per tap: the same key twice is one count */
  token: z.string().min(8).max(80),
  quantity: z.coerce.number().int().min(1).max(500).default(1),
  outcome: z.string().max(40).default(""),
  /** the day it was done, when that is not today (sent later, or from another zone) */
  day: z.iso.date().optional(),
  /** where a browser without JavaScript goes back to */
  next: z.string().max(200).default("/today"),
});

export const undoActivityForm = z.strictObject({
  undo: z.uuid(),
  next: z.string().max(200).default("/today"),
});

export type LogActivityForm = z.infer<typeof logActivityForm>;
