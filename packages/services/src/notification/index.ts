export { feedScreens, wakeForEvent } from "./feed-screens.service";
export { type FollowOptions, followFeed, type NumberedFeedEvent } from "./follow-feed.service";
export { wakeForNews } from "./news";
export {
  type FeedInput,
  feedInput,
  NOTIFICATION_CHANNELS,
  NOTIFICATION_TOPICS,
  type NotificationChannel,
  type NotificationListInput,
  type NotificationMarkReadInput,
  type NotificationSetPreferencesInput,
  type NotificationTopic,
  notificationListInput,
  notificationMarkReadInput,
  notificationSetPreferencesInput,
} from "./notification.input";
export { listNotifications, markRead } from "./notification.service";
export type * from "./notification.views";
export { getPreferences, setPreferences } from "./notification-preferences";
export { noteOfferNews, sendOfferNews } from "./offer-news.service";
export { noteReservationNews, sendReservationNews } from "./reservation-news.service";
