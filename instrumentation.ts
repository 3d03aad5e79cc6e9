/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  const { boot } = await import("@/lib/jobs/boot");
  boot();
}
