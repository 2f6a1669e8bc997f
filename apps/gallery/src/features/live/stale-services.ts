/** Services of the API whose answers screens keep. */
export const LIVE_SERVICES = [
  "deal",
  "favorite",
  "gallery",
  "inventory",
  "marketplace",
  "media",
  "notification",
  "offer",
  "report",
  "reservation",
  "search",
] as const;
export type LiveService = (typeof LIVE_SERVICES)[number];

/** By the aggregate that an event is named after: whose answers it makes stale. */
const BY_AGGREGATE: Record<string, readonly LiveService[]> = {
  gallery: ["gallery"],
  vehicle: ["inventory", "marketplace"],
  media: ["inventory", "media", "marketplace"],
  offer: ["offer", "notification", "report"],
  deal: ["deal", "reservation", "gallery", "notification"],
  reservation: ["reservation", "deal", "offer", "inventory", "notification", "report"],
  // A price drop of a followed vehicle, a match of a saved search.
  notification: ["notification", "favorite", "search"],
};

/** Which services have to be asked anew after an event; all of them after a reset of the feed. */
export function staleServices(eventType: string): readonly LiveService[] {
  if (eventType === "feed.reset") return LIVE_SERVICES;
  return BY_AGGREGATE[eventType.split(".")[0] ?? ""] ?? [];
}
