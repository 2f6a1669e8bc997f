export {
  noteChatWaiting,
  noteSupportCase,
  remindOfChat,
  wakeForChatWaiting,
} from "./chat-news.service";
export { noteDealNews } from "./deal-news.service";
export { collectDigests } from "./deliveries/collect-digests.service";
export { openOwnLane } from "./deliveries/own-lane";
export { LANE_WIDTH, sendDue } from "./deliveries/send-due.service";
export { feedScreens, wakeForEvent } from "./feed-screens.service";
export { type FollowOptions, followFeed, type NumberedFeedEvent } from "./follow-feed.service";
export { wakeForNews } from "./news";
export {
  type FeedInput,
  feedInput,
  type NotificationListInput,
  type NotificationMarkReadInput,
  type NotificationSetPreferencesInput,
  notificationListInput,
  notificationMarkReadInput,
  notificationSetPreferencesInput,
  notificationSettingsInput,
  pushEndpointInput,
  pushSubscribeInput,
} from "./notification.input";
export { listNotifications, markRead } from "./notification.service";
export type * from "./notification.views";
export { getPreferences, setPreferences } from "./notification-preferences";
export { getSettings, setSettings } from "./notification-settings";
export { noteOfferNews } from "./offer-news.service";
export { getPushState, subscribePush, unsubscribePush } from "./push/push-subscription.service";
export { noteReservationNews } from "./reservation-news.service";
export { unsubscribe } from "./unsubscribe.service";
export { unsubscribeKind } from "./unsubscribe-token";
