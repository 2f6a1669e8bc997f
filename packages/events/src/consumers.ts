import type { EventName } from "./registry";

/** Resource class of a queue: what a slow neighbour may not hold up. */
export const QUEUES = ["critical", "default", "media", "bulk"] as const;
export type Queue = (typeof QUEUES)[number];

/** How a consumer is delivered to; the code that handles it lives in apps/workers. */
export interface ConsumerContract {
  readonly on: readonly EventName[];
  readonly queue: Queue;
  /** Worker group, selected by `WORKERS`. */
  readonly group: string;
  readonly retry: { readonly attempts: number; readonly backoffMs: readonly number[] };
  readonly timeoutMs: number;
}

const QUICK = { attempts: 8, backoffMs: [200, 1_000, 5_000, 15_000, 60_000, 300_000] } as const;
const HEAVY = { attempts: 4, backoffMs: [1_000, 10_000, 60_000] } as const;

const OFFER_EVENTS = [
  "offer.created",
  "offer.countered",
  "offer.accepted",
  "offer.rejected",
  "offer.withdrawn",
  "offer.expired",
  "offer.closed",
  "offer.reminded",
  "offer.asking_price_changed",
  "offer.vehicle_returned",
] as const;
const RESERVATION_EVENTS = [
  "reservation.completed",
  "reservation.expired",
  "reservation.cancelled",
  "reservation.extension_requested",
  "reservation.extended",
  "reservation.extension_declined",
  "reservation.reminded",
] as const;
const DEAL_EVENTS = [
  "deal.step_changed",
  "deal.document_added",
  "deal.document_removed",
  "deal.confirmed",
  "deal.completed",
  "deal.rated",
  "deal.ratings_shown",
  "deal.disputed",
  "deal.dispute_ended",
] as const;
const VEHICLE_EVENTS = [
  "vehicle.created",
  "vehicle.updated",
  "vehicle.price_changed",
  "vehicle.published",
  "vehicle.paused",
  "vehicle.reserved",
  "vehicle.released",
  "vehicle.sold",
  "vehicle.archived",
] as const;
const REVIEW_EVENTS = [
  "gallery.approved",
  "gallery.rejected",
  "gallery.suspended",
  "gallery.reactivated",
] as const;

/** Every consumer of the platform, declared once. Ids are sentences and never change. */
export const consumers = {
  "send-code-when-otp-requested": {
    on: ["otp.requested"],
    queue: "critical",
    group: "notification",
    retry: { attempts: 4, backoffMs: [200, 1_000, 5_000] },
    timeoutMs: 10_000,
  },
  "send-link-when-email-requested": {
    on: ["account.email_requested"],
    queue: "critical",
    group: "notification",
    retry: { attempts: 4, backoffMs: [200, 1_000, 5_000] },
    timeoutMs: 15_000,
  },
  "send-invitation-when-staff-invited": {
    on: ["account.staff_invited"],
    queue: "critical",
    group: "notification",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "answer-when-data-requested": {
    on: ["account.data_requested"],
    queue: "bulk",
    group: "account",
    retry: HEAVY,
    timeoutMs: 300_000,
  },
  "tell-dealer-when-gallery-reviewed": {
    on: REVIEW_EVENTS,
    queue: "critical",
    group: "notification",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "tell-reviewers-when-gallery-registered": {
    on: ["gallery.registered", "gallery.resubmitted"],
    queue: "default",
    group: "notification",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "notify-parties-when-offer-moves": {
    on: OFFER_EVENTS,
    queue: "critical",
    group: "notification",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "notify-parties-when-reservation-moves": {
    on: RESERVATION_EVENTS,
    queue: "critical",
    group: "notification",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "notify-parties-when-deal-moves": {
    on: [
      "deal.step_changed",
      "deal.document_added",
      "deal.confirmed",
      "deal.completed",
      "deal.rated",
      "deal.ratings_shown",
      "deal.disputed",
      "deal.dispute_ended",
    ],
    queue: "critical",
    group: "notification",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "weigh-trust-when-negotiation-moves": {
    on: [
      "offer.countered",
      "offer.accepted",
      "offer.rejected",
      "offer.expired",
      "reservation.cancelled",
      "reservation.expired",
      "deal.completed",
      "deal.ratings_shown",
      "deal.disputed",
      "deal.dispute_ended",
    ],
    queue: "bulk",
    group: "negotiation",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "feed-screens-when-something-changes": {
    on: [
      ...OFFER_EVENTS,
      ...RESERVATION_EVENTS,
      ...DEAL_EVENTS,
      ...VEHICLE_EVENTS,
      ...REVIEW_EVENTS,
      "media.uploaded",
      "media.ready",
      "media.failed",
      "media.arranged",
      "media.removed",
    ],
    queue: "critical",
    group: "notification",
    retry: QUICK,
    timeoutMs: 10_000,
  },
  "process-media-when-uploaded": {
    on: ["media.uploaded"],
    queue: "media",
    group: "media",
    retry: HEAVY,
    timeoutMs: 120_000,
  },
  "remove-files-when-media-removed": {
    on: ["media.removed"],
    queue: "bulk",
    group: "media",
    retry: QUICK,
    timeoutMs: 30_000,
  },
  "index-listing-when-vehicle-changes": {
    on: [...VEHICLE_EVENTS, "media.ready", "media.arranged", "media.removed"],
    queue: "default",
    group: "search",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "index-listings-when-gallery-changes": {
    on: ["gallery.updated", "gallery.suspended", "gallery.reactivated"],
    queue: "bulk",
    group: "search",
    retry: QUICK,
    timeoutMs: 60_000,
  },
  "match-saved-searches-when-vehicle-published": {
    on: ["vehicle.published", "vehicle.price_changed"],
    queue: "default",
    group: "search",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "tell-followers-when-price-drops": {
    on: ["vehicle.price_changed"],
    queue: "default",
    group: "notification",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "close-offers-when-vehicle-leaves-market": {
    on: ["vehicle.paused", "vehicle.sold", "vehicle.archived"],
    queue: "critical",
    group: "negotiation",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "reprice-offers-when-price-changed": {
    on: ["vehicle.price_changed"],
    queue: "critical",
    group: "negotiation",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "call-rivals-when-vehicle-is-back": {
    on: ["reservation.expired", "reservation.cancelled"],
    queue: "default",
    group: "negotiation",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "close-offers-when-gallery-suspended": {
    on: ["gallery.suspended"],
    queue: "default",
    group: "negotiation",
    retry: QUICK,
    timeoutMs: 60_000,
  },
  "tell-gallery-when-chat-waits": {
    on: ["chat.message_waiting"],
    queue: "default",
    group: "chat",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "remind-gallery-when-chat-stays-unread": {
    on: ["chat.unread_reminded"],
    queue: "bulk",
    group: "chat",
    retry: QUICK,
    timeoutMs: 30_000,
  },
  "post-system-line-when-deal-moves": {
    on: [...OFFER_EVENTS, ...RESERVATION_EVENTS, "vehicle.price_changed"],
    queue: "default",
    group: "chat",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "process-chat-file-when-uploaded": {
    on: ["chat.attachment_uploaded"],
    queue: "media",
    group: "media",
    retry: HEAVY,
    timeoutMs: 120_000,
  },
  "tell-staff-when-support-case-opens": {
    on: ["support.case_opened"],
    queue: "default",
    group: "chat",
    retry: QUICK,
    timeoutMs: 15_000,
  },
  "follow-dispute-in-support": {
    on: ["deal.disputed", "deal.dispute_ended"],
    queue: "default",
    group: "chat",
    retry: QUICK,
    timeoutMs: 15_000,
  },
} as const satisfies Record<string, ConsumerContract>;

export type ConsumerId = keyof typeof consumers;

/** Names that a consumer listens to. */
export type ConsumedBy<Id extends ConsumerId> = (typeof consumers)[Id]["on"][number];

/** Events that nobody listens to yet, each with its reason. */
const unheard = {} as const satisfies Partial<Record<EventName, string>>;

type Heard = ConsumedBy<ConsumerId> | keyof typeof unheard;
type Unheard = Exclude<EventName, Heard>;

/** Compiles only while every event has a consumer or a stated reason. */
export const unheardEvents: [Unheard] extends [never]
  ? Readonly<Record<string, string>>
  : { nobodyListensTo: Unheard } = unheard;

/** Work that runs by the clock, once over all workers. */
export interface ScheduleContract {
  readonly everyMs: number;
  readonly group: string;
  readonly timeoutMs: number;
}

export const schedules = {
  "expire-offers": { everyMs: 1_000, group: "negotiation", timeoutMs: 30_000 },
  "expire-reservations": { everyMs: 1_000, group: "negotiation", timeoutMs: 30_000 },
  "remind-of-offers": { everyMs: 1_000, group: "negotiation", timeoutMs: 30_000 },
  "remind-of-reservations": { everyMs: 1_000, group: "negotiation", timeoutMs: 30_000 },
  "confirm-silent-deals": { everyMs: 30_000, group: "negotiation", timeoutMs: 60_000 },
  "show-due-ratings": { everyMs: 60_000, group: "negotiation", timeoutMs: 60_000 },
  "weigh-due-trust": { everyMs: 1_000, group: "negotiation", timeoutMs: 60_000 },
  "sweep-abandoned-documents": { everyMs: 600_000, group: "media", timeoutMs: 120_000 },
  "sweep-abandoned-uploads": { everyMs: 600_000, group: "media", timeoutMs: 120_000 },
  "sweep-storage": { everyMs: 21_600_000, group: "media", timeoutMs: 3_600_000 },
  "revive-stuck-media": { everyMs: 60_000, group: "media", timeoutMs: 60_000 },
  "forget-spent-credentials": { everyMs: 600_000, group: "notification", timeoutMs: 60_000 },
  "collect-digests": { everyMs: 20_000, group: "notification", timeoutMs: 60_000 },
  "enforce-retention": { everyMs: 3_600_000, group: "account", timeoutMs: 120_000 },
  "tell-saved-search-matches": { everyMs: 1_000, group: "notification", timeoutMs: 30_000 },
  "repair-search-drift": { everyMs: 300_000, group: "search", timeoutMs: 120_000 },
  "remind-of-unread-chat": { everyMs: 30_000, group: "chat", timeoutMs: 60_000 },
  "sweep-chat": { everyMs: 3_600_000, group: "chat", timeoutMs: 120_000 },
} as const satisfies Record<string, ScheduleContract>;

export type ScheduleId = keyof typeof schedules;
