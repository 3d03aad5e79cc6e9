import { z } from "zod";

/** Which figure's rows, as the address says it. */
export const evidenceAddress = z.object({
  day: z.iso.date(),
  figure: z.string().min(1).max(80),
  node: z.string().max(400),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});
