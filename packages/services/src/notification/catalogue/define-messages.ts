import type { Locale, MessageChannel } from "@oto/domain";

/** Values that texts may name. What each of them is decides how it is written. */
export const VARIABLES = {
  /** Name of the other gallery. */
  counterpart: "text",
  vehicleTitle: "text",
  galleryName: "text",
  /** Name of a person, of a saved search, of whatever it is about. */
  name: "text",
  reason: "text",
  /** Beginning of what somebody wrote. */
  excerpt: "text",
  /** A step of a deal, ready in both languages or a name. */
  step: "text",
  amount: "money",
  previousAmount: "money",
  until: "instant",
  count: "count",
} as const;
export type Variable = keyof typeof VARIABLES;

/** Sections of the preferences, in their order. */
export const MESSAGE_GROUPS = ["offers", "deals", "chat", "market", "gallery", "platform"] as const;
export type MessageGroup = (typeof MESSAGE_GROUPS)[number];

export type InBothLanguages = Readonly<Record<Locale, string>>;

/** A kind of news: everything there is to say about it in one place. */
export interface MessageDefinition {
  readonly group: MessageGroup;
  /** Channels until a person chooses otherwise; the app itself always shows it. */
  readonly channels: readonly MessageChannel[];
  /** Cannot wait: passes quiet hours, digests and caps. */
  readonly urgent?: boolean;
  /** Advertising by law 6563: only with consent, with a way out. */
  readonly commercial?: boolean;
  /** Told in the app only, and not among the preferences. */
  readonly appOnly?: boolean;
  /** Follows the preferences of another kind. */
  readonly asIf?: string;
  /** What the facts bring; `true` for those that no text may leave out. */
  readonly variables: Readonly<Partial<Record<Variable, boolean>>>;
  /** Name in the preferences, subject of e-mails, title of pushes. */
  readonly title: InBothLanguages;
  /** One sentence for the app and, with a greeting and a link, for every other channel. */
  readonly line: InBothLanguages;
  /** Other sentences, by the `reason` of the facts. */
  readonly lineByReason?: Readonly<Record<string, InBothLanguages>>;
}

/** Declares kinds of news under their dotted names. */
export const defineMessages = <const Kinds extends Readonly<Record<string, MessageDefinition>>>(
  kinds: Kinds,
): Kinds => kinds;
