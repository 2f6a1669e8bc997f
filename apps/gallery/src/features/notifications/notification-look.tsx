import type { Tone } from "@oto/ui";
import { CalendarCheck2, Handshake, Store } from "lucide-react";
import type { ReactNode } from "react";

interface NotificationLook {
  icon: ReactNode;
  tone: Tone;
}

/** Endings by their colour; all else by what it is about. */
const ENDING_TONE: Record<string, Tone> = {
  accepted: "success",
  completed: "success",
  approved: "success",
  reactivated: "success",
  extended: "success",
  rejected: "danger",
  cancelled: "danger",
  suspended: "danger",
  auto_declined: "neutral",
  withdrawn: "neutral",
  closed: "neutral",
  expired: "warn",
  extension_requested: "accent",
  extension_declined: "neutral",
  auto_countered: "neutral",
  reminded: "warn",
  price_reached: "success",
  vehicle_returned: "accent",
  countered: "accent",
  created: "accent",
};

const ICON: Record<string, ReactNode> = {
  offer: <Handshake aria-hidden="true" />,
  reservation: <CalendarCheck2 aria-hidden="true" />,
};

/** Sign and colour of a kind of notification, by its dotted name. */
export function notificationLook(type: string): NotificationLook {
  const [about = "", what = ""] = type.split(".");
  return { icon: ICON[about] ?? <Store aria-hidden="true" />, tone: ENDING_TONE[what] ?? "info" };
}
