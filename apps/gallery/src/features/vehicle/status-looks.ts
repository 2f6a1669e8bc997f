import type { VehicleStatus } from "@oto/domain";
import type { Tone } from "@oto/ui";

/** The tone of every state of a vehicle. */
export const STATUS_TONE: Record<VehicleStatus, Tone> = {
  DRAFT: "neutral",
  IN_REVIEW: "info",
  PUBLISHED: "success",
  PAUSED: "warn",
  RESERVED: "accent",
  SOLD: "brand",
  ARCHIVED: "neutral",
};

/** Colours of stock: fresh, normal, slow, old. A day's limit belongs to the younger age. */
export function ageTone(days: number): Tone {
  if (days <= 30) return "success";
  if (days <= 60) return "neutral";
  return days <= 90 ? "warn" : "danger";
}
