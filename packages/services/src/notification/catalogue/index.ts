import { chatMessages } from "./chat.messages";
import { dealMessages } from "./deal.messages";
import type { MessageDefinition } from "./define-messages";
import { marketMessages } from "./market.messages";
import { offerMessages } from "./offer.messages";
import { platformMessages } from "./platform.messages";

/**
 * Every kind of news that people are told: its default channels, its urgency, its values and its
 * texts in both languages. A new kind is an entry in one of these files (or in a file of its own,
 * listed here): preferences, templates, digests and the delivery log know it from then on.
 */
export const MESSAGES = {
  ...offerMessages,
  ...dealMessages,
  ...chatMessages,
  ...platformMessages,
  ...marketMessages,
} as const satisfies Readonly<Record<string, MessageDefinition>>;

export type NewsType = keyof typeof MESSAGES;

export const NEWS_TYPES = Object.keys(MESSAGES) as readonly NewsType[];

const definitions: Readonly<Record<string, MessageDefinition>> = MESSAGES;

/** The definition of a kind of news; undefined for names that are none. */
export const messageDefinition = (type: string): MessageDefinition | undefined =>
  Object.hasOwn(definitions, type) ? definitions[type] : undefined;

/** Kinds that people may choose channels for. */
export const NOTIFICATION_TOPICS = NEWS_TYPES.filter((type) => {
  const { appOnly, asIf } = definitions[type] ?? {};
  return !appOnly && asIf === undefined;
});
