export type { Cache, CacheOptions } from "./cache/cache.port";
export { type AdapterResources, type Adapters, createAdapters } from "./create-adapters";
export {
  type EidsRequest,
  type EidsResult,
  EidsUnavailableError,
  type EidsVerifier,
} from "./eids/eids.port";
export type { EmailMessage, EmailSender } from "./email/email.port";
export { type AdaptersEnv, adaptersEnv } from "./env";
export type {
  Mailbox,
  MailboxChannel,
  MailboxMessage,
  MailboxQuery,
} from "./mailbox/mailbox.port";
export {
  type BusMessage,
  type ConsumeOptions,
  type ConsumerBinding,
  type Consumption,
  type Delivery,
  type DeliveryHandler,
  type MessageBus,
  type ParkedMessage,
  type QueueDepth,
  type Settlement,
  UnroutableError,
} from "./message-bus/message-bus.port";
export type {
  LocalStorageHttp,
  StorageRequest,
  StorageResponse,
} from "./object-storage/local-storage-http";
export {
  InvalidObjectKeyError,
  type ListedObject,
  type ListOptions,
  ObjectNotFoundError,
  type ObjectStat,
  type ObjectStorage,
  type PutOptions,
  type SignedUpload,
  StorageUnavailableError,
  type UploadRequest,
} from "./object-storage/object-storage.port";
export type {
  OneTimeTickets,
  RedeemedTicket,
  TicketHolder,
} from "./one-time-ticket/one-time-ticket.port";
export { ListeningConnection } from "./postgres/listening-connection";
export {
  PRESENCE_BEAT_MS,
  type Presence,
  type PresentConnection,
  type UserPresence,
} from "./presence/presence.port";
export type { PubSub } from "./pub-sub/pub-sub.port";
export type { PushMessage, PushSender } from "./push/push.port";
export { isPushEndpoint } from "./push/push-hosts";
export { pushHostsField } from "./push/push-hosts-field";
export { newVapidKeys } from "./push/web-push/new-vapid-keys";
export type { VapidKeys } from "./push/web-push/web-push.provider";
export type { RateLimiter, RateLimitPolicy, RateLimitResult } from "./rate-limit/rate-limit.port";
export type {
  RevocationListener,
  Revocations,
  RevokedAccess,
} from "./revocation/revocation.port";
export { listingWords } from "./search-index/listing-text";
export {
  FACETS,
  type Facet,
  type FacetRange,
  type Facets,
  type FacetValue,
  type ListingCover,
  type ListingDocument,
  type ListingPicture,
  type ListingVersion,
  type SearchIndex,
  type SearchRequest,
  type SearchResult,
  type Suggestion,
  type SuggestRequest,
} from "./search-index/search-index.port";
export { openOwnSms } from "./sending/open-senders";
export { type FailureKind, SendFailedError } from "./sending/send-failed.error";
export {
  SEND_OUTCOMES,
  type SendOutcome,
  type SendReceipt,
  type SendTry,
} from "./sending/send-receipt";
export { SendRefusedError } from "./sending/send-refused.error";
export type { SmsMessage, SmsSender } from "./sms/sms.port";
