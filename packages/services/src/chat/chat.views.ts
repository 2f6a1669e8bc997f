import type {
  ChatFileKind,
  ChatMessageKind,
  ChatRoomKind,
  MediaStatus,
  Money,
  OfferStatus,
  Side,
  SupportStatus,
  VehicleStatus,
} from "@oto/domain";
import type { PictureView } from "../marketplace/marketplace.views";
import type { PhotoVariant } from "../media";
import type { Page } from "../paging";

/** Who wrote a message. */
export interface ChatSenderView {
  /** Null for the platform's staff. */
  galleryId: string | null;
  userId: string | null;
  /** First name and the letter of the last; null once the account is erased. */
  name: string | null;
}

/** A file of a message; its URLs are private and run out after an hour: ask again then. */
export interface ChatAttachmentView {
  attachmentId: string;
  kind: ChatFileKind;
  status: MediaStatus;
  fileName: string;
  contentType: string;
  size: number;
  width: number | null;
  height: number | null;
  /** `data:` URL to show until a picture has come. */
  placeholder: string | null;
  /** Of pictures, smallest first; empty until READY. */
  variants: PhotoVariant[];
  /** The document itself; null for pictures and until READY. */
  url: string | null;
  /** Reason code of a FAILED one, e.g. `media.mismatched_type`. */
  failureReason: string | null;
}

/** A vehicle that a message shows, as it is now. */
export interface ChatVehicleCard {
  vehicleId: string;
  galleryId: string;
  title: string;
  status: VehicleStatus;
  /** Whether it is on the market. The two below are null when it is not and belongs to neither side. */
  available: boolean;
  price: Money | null;
  cover: PictureView | null;
  modelYear: number;
  mileageKm: number;
}

/** A negotiation that a message shows, as it is now; the same for both sides. */
export interface ChatOfferCard {
  offerId: string;
  vehicleId: string;
  vehicleTitle: string;
  buyerGalleryId: string;
  sellerGalleryId: string;
  status: OfferStatus;
  round: number;
  turn: Side | null;
  amount: Money;
  askingPrice: Money;
  final: boolean;
  expiresAt: string;
  reservationId: string | null;
}

/** What a system line says; texts are the screen's, by event. */
export interface ChatSystemLine {
  /** Name of the event: `offer.countered`, `vehicle.price_changed`, … */
  event: string;
  /** Ids, amounts (minor units) and instants of the event. */
  facts: Record<string, string | number | null>;
}

export interface ChatMessageView {
  messageId: string;
  roomId: string;
  /** Number in the room, from 1 without gaps. */
  seq: number;
  kind: ChatMessageKind;
  /** Null for system lines. */
  sender: ChatSenderView | null;
  clientMessageId: string | null;
  /** Null for deleted ones and those of files and cards alone. */
  text: string | null;
  attachments: ChatAttachmentView[];
  vehicle: ChatVehicleCard | null;
  offer: ChatOfferCard | null;
  system: ChatSystemLine | null;
  editedAt: string | null;
  deletedAt: string | null;
  createdAt: string;
}

/** Answer of `chat.send`. */
export interface ChatSentView {
  messageId: string;
  seq: number;
  message: ChatMessageView;
}

/** Answer of `chat.history`, oldest first. */
export interface ChatHistoryView {
  items: ChatMessageView[];
  /** Number of the room's latest message. */
  lastSeq: number;
  /** Whether there are older and newer ones than these. */
  hasBefore: boolean;
  hasAfter: boolean;
}

/** How far a side has got; ticks are made of it. */
export interface ChatProgressView {
  deliveredSeq: number;
  readSeq: number;
}

export interface ChatCounterpartView {
  /** Null: the platform's support. */
  galleryId: string | null;
  name: string;
  slug: string | null;
  city: string | null;
  online: boolean;
  /** When somebody of theirs was last seen. */
  lastSeenAt: string | null;
}

export interface ChatPreviewView {
  seq: number;
  kind: ChatMessageKind;
  senderGalleryId: string | null;
  senderId: string | null;
  senderName: string | null;
  /** The first 160 characters. */
  text: string | null;
  attachments: number;
  hasVehicle: boolean;
  hasOffer: boolean;
  system: ChatSystemLine | null;
  deleted: boolean;
  createdAt: string;
}

/** A conversation from the caller's side. */
export interface ChatRoomView {
  roomId: string;
  kind: ChatRoomKind;
  /** The vehicle or the subject; null for a pair of galleries. */
  title: string | null;
  /** The caller's side over a vehicle. */
  side: Side | null;
  counterpart: ChatCounterpartView;
  vehicle: ChatVehicleCard | null;
  /** The latest negotiation. */
  offerId: string | null;
  /** Support only. */
  case: { caseId: string; number: number; status: SupportStatus } | null;
  lastSeq: number;
  lastMessage: ChatPreviewView | null;
  lastMessageAt: string;
  /** Messages of others that the caller has not read; 100 stands for more. */
  unread: number;
  /** The caller has read up to here. */
  readSeq: number;
  /** How far the other side has got. */
  theirs: ChatProgressView;
  mutedUntil: string | null;
  /** Who turned messages off, if anybody. */
  blocked: "US" | "THEM" | null;
  canSend: boolean;
}

export interface ChatRoomListView extends Page<ChatRoomView> {
  counts: ChatCountsView;
}

/** Over all rooms, whatever the filters; muted ones do not count. */
export interface ChatCountsView {
  unreadRooms: number;
  unreadMessages: number;
}

/** Answer of `chat.markRead`. */
export interface ChatReadView {
  roomId: string;
  readSeq: number;
  counts: ChatCountsView;
}

/** A hit of `chat.search`. */
export interface ChatHitView {
  message: ChatMessageView;
  room: { roomId: string; kind: ChatRoomKind; title: string | null; counterpart: string };
}

export interface ChatUploadView {
  attachmentId: string;
  upload: { method: "PUT"; url: string; headers: Record<string, string>; expiresAt: string };
}

/**
 * What `chat.onEvent` brings. Events about messages and rooms are numbered and come once, in order,
 * after a break too; receipts, typing and presence are told as they happen and carry the number of
 * the last numbered one.
 */
export type ChatEvent =
  /** The first event of a listener without a number. */
  | { type: "chat.started" }
  /** Events are gone for good: read rooms and history again. */
  | { type: "chat.reset" }
  | { type: "message.created"; roomId: string; message: ChatMessageView }
  /** Edited, deleted, or a file of it is ready. */
  | { type: "message.updated"; roomId: string; message: ChatMessageView }
  /** A room is new, or something about it changed (negotiation, block, state of the case). */
  | { type: "room.updated"; roomId: string }
  /** How far a side has got; null: the platform. */
  | ({ type: "room.progress"; roomId: string; galleryId: string | null } & ChatProgressView)
  /** The caller read on in another window. */
  | { type: "room.read"; roomId: string; readSeq: number }
  | { type: "typing"; roomId: string; galleryId: string | null; userId: string; name: string }
  | { type: "presence"; galleryId: string; online: boolean };

export type ChatEventType = ChatEvent["type"];
