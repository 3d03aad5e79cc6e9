import "server-only";
import pino from "pino";
import { environment } from "@/lib/env";

/** Lines of JSON for machines to collect. What a person at the terminal should read is printed, not logged. */
export const log = pino({
  level: environment().LOG_LEVEL,
  base: null,
  redact: ["password", "*.password", "secret"],
});
