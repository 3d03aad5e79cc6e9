/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, which has no database. The bundler replaces this very
  // expression and drops what depends on it; read through lib/env.ts it could not.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { boot } = await import("@/lib/jobs/boot");
    boot();
  }
}
