/** Runs once, before the server answers its first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next puts the name of the runtime in here at build time.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepareServer } = await import("@oto/trpc/next/instrumentation");
  prepareServer();
}
