import type { DigestMode, MessageChannel } from "@oto/domain";
import type { EventName } from "@oto/events";
import type { Page } from "../paging";
import type { NewsType } from "./catalogue";
import type { MessageGroup } from "./catalogue/define-messages";

/** One thing a person is told. */
export interface NotificationView {
  id: string;
  /** Dotted name: `offer.accepted`, `gallery.approved`. */
  type: string;
  /** Ids, names and amounts: values for a text of the screen's own. */
  params: Record<string, unknown>;
  /** Ready text in the caller's language; null for types that only screens have words for. */
  text: string | null;
  /** Path inside the app that the reader uses. */
  href: string | null;
  readAt: string | null;
  createdAt: string;
}

/** Answer of `notification.list`, newest first. */
export interface NotificationListView extends Page<NotificationView> {
  unread: number;
}

/** Answer of `notification.markRead`: how many are left. */
export interface NotificationUnreadView {
  unread: number;
}

/** Answer of `notification.preferences`: every topic with every channel. */
export interface NotificationPreferencesView {
  /** Kinds in the order of their sections, with their names. */
  topics: {
    type: NewsType;
    group: MessageGroup;
    title: string;
    /** Comes at any hour, beside every digest. */
    urgent: boolean;
    /** Needs consent. */
    commercial: boolean;
  }[];
  items: { type: NewsType; channel: MessageChannel; enabled: boolean }[];
}

/**
 * What the live feed tells about: every event that concerns the gallery under its own name, that
 * there is something new to read (`notification.created`), that listening has begun
 * (`feed.started`), and that more was missed than is kept (`feed.reset`). What a screen read before
 * the last two may be old: it is to be read anew.
 */
export type FeedEventType = EventName | "notification.created" | "feed.started" | "feed.reset";

/** One event of the live feed. */
export interface FeedEvent {
  type: FeedEventType;
  /** Ids, integers and ISO strings, as published. */
  payload: Record<string, unknown>;
  at: string;
}

/** Answer of `notification.settings`; minutes of the day, Türkiye's time. */
export interface NotificationSettingsView {
  quiet: { from: number; until: number } | null;
  digest: DigestMode;
  digestHour: number;
}

/** Answer of `notification.push`. */
export interface PushStateView {
  /** Application server key, base64url. */
  publicKey: string;
  /** Browsers of the caller's that get pushes. */
  browsers: number;
}
