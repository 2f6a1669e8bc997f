"use client";

import { NotificationPreferences } from "./notification-preferences";
import { PushCard } from "./push-card";
import { TimingCard } from "./timing-card";

/** How one wants to be told: where, when, about what. */
export function NotificationSettings() {
  return (
    <div className="flex flex-col gap-5">
      <PushCard />
      <TimingCard />
      <NotificationPreferences />
    </div>
  );
}
