import type { ConsumerId, ScheduleId } from "@oto/events";
import { consumers, schedules } from "@oto/events";
import { accountConsumers, accountSchedules } from "./account";
import { authConsumers, authSchedules } from "./auth";
import { chatConsumers, chatSchedules } from "./chat";
import { dealConsumers, dealSchedules } from "./deal";
import { galleryConsumers } from "./gallery";
import { marketplaceConsumers, marketplaceSchedules } from "./marketplace";
import { mediaConsumers, mediaSchedules } from "./media";
import { notificationConsumers, notificationSchedules } from "./notification";
import { offerConsumers, offerSchedules } from "./offer";
import { reservationConsumers, reservationSchedules } from "./reservation";
import type { ConsumerHandler } from "./runtime/define-consumer";
import type { ScheduleHandler } from "./runtime/define-schedule";
import { searchConsumers, searchSchedules } from "./search";

/** Every consumer's code. The cast forgets which payload each takes; the registry remembers. */
export const consumerHandlers = [
  ...accountConsumers,
  ...authConsumers,
  ...chatConsumers,
  ...dealConsumers,
  ...galleryConsumers,
  ...marketplaceConsumers,
  ...mediaConsumers,
  ...notificationConsumers,
  ...offerConsumers,
  ...reservationConsumers,
  ...searchConsumers,
] as readonly ConsumerHandler[];

export const scheduleHandlers: readonly ScheduleHandler[] = [
  ...accountSchedules,
  ...authSchedules,
  ...chatSchedules,
  ...dealSchedules,
  ...marketplaceSchedules,
  ...mediaSchedules,
  ...notificationSchedules,
  ...offerSchedules,
  ...reservationSchedules,
  ...searchSchedules,
];

/** Declared consumers and schedules that nobody implements: the workers refuse to start with any. */
export function missingHandlers(): string[] {
  const have = new Set<string>([...consumerHandlers, ...scheduleHandlers].map(({ id }) => id));
  const declared: (ConsumerId | ScheduleId)[] = [
    ...(Object.keys(consumers) as ConsumerId[]),
    ...(Object.keys(schedules) as ScheduleId[]),
  ];
  return declared.filter((id) => !have.has(id));
}
