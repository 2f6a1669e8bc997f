type Outcome = "shared" | "copied" | "cancelled" | "failed";

/** Puts an address into the clipboard. */
export async function copyAddress(url: string): Promise<"copied" | "failed"> {
  try {
    await navigator.clipboard.writeText(url);
    return "copied";
  } catch {
    return "failed";
  }
}

/** Whether the device has a sheet of its own for sharing, as phones do. */
export const canShare = (): boolean =>
  typeof navigator !== "undefined" && typeof navigator.share === "function";

/** Offers an address to the device's own sheet for sharing; without one it goes to the clipboard. */
export async function shareAddress(what: { title: string; url: string }): Promise<Outcome> {
  if (!canShare()) return copyAddress(what.url);
  try {
    await navigator.share(what);
    return "shared";
  } catch (error) {
    const cancelled = error instanceof DOMException && error.name === "AbortError";
    return cancelled ? "cancelled" : copyAddress(what.url);
  }
}
