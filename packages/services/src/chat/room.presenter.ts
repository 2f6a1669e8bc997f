import type { ChatRoomKind, Side, SupportStatus } from "@oto/domain";
import { provinceByCode } from "@oto/domain";
import type { DealerContext } from "../context";
import type { ChatCounterpartView, ChatPreviewView, ChatRoomView } from "./chat.views";
import { systemLine } from "./message.presenter";
import { cardsOf } from "./message-cards.repo";

const REASON = "each side of a room sees who the other is, and whether it turned messages off";
export const PLATFORM_NAME = "Kontak Destek";

/** A room as one statement reads it, from the caller's side. */
export interface RoomRow {
  id: string;
  kind: ChatRoomKind;
  galleryId: string;
  peerGalleryId: string | null;
  vehicleId: string | null;
  offerId: string | null;
  title: string | null;
  galleryName: string;
  peerName: string;
  lastSeq: number;
  lastMessageAt: Date;
  readSeq: number;
  mutedUntil: Date | null;
  unread: number;
  deliveredSeq: number;
  theirReadSeq: number;
  caseId: string | null;
  caseNumber: number | null;
  caseStatus: SupportStatus | null;
  messageKind: "TEXT" | "SYSTEM" | null;
  senderGalleryId: string | null;
  senderId: string | null;
  senderName: string | null;
  text: string | null;
  fileCount: number | null;
  shownVehicleId: string | null;
  shownOfferId: string | null;
  system: unknown;
  deletedAt: Date | null;
  messageAt: Date | null;
}

interface Others {
  galleries: ReadonlyMap<string, { name: string; slug: string; provinceCode: number }>;
  present: ReadonlyMap<string, { online: boolean; lastSeenAt: Date }>;
  /** Galleries that the caller's has turned off, and those that turned it off. */
  blockedByUs: ReadonlySet<string>;
  blockedByThem: ReadonlySet<string>;
}

const otherOf = (row: RoomRow, self: string): string | null =>
  row.galleryId === self ? row.peerGalleryId : row.galleryId;

async function readOthers(ctx: DealerContext, rows: readonly RoomRow[]): Promise<Others> {
  const self = ctx.gallery.id;
  const ids = [...new Set(rows.flatMap((row) => otherOf(row, self) ?? []))];
  const [{ galleries, blocks }, present] = await Promise.all([
    ctx.database.unsafeSystem(REASON).read(async (tx) => ({
      galleries: await tx.gallery.findMany({
        where: { id: { in: ids } },
        select: { id: true, name: true, slug: true, provinceCode: true },
      }),
      blocks: await tx.chatBlock.findMany({
        where: {
          OR: [
            { galleryId: self, blockedGalleryId: { in: ids } },
            { galleryId: { in: ids }, blockedGalleryId: self },
          ],
        },
        select: { galleryId: true, blockedGalleryId: true },
      }),
    })),
    ctx.adapters.presence.ofGalleries(ids),
  ]);
  return {
    galleries: new Map(galleries.map(({ id, ...gallery }) => [id, gallery])),
    present,
    blockedByUs: new Set(
      blocks.flatMap((row) => (row.galleryId === self ? [row.blockedGalleryId] : [])),
    ),
    blockedByThem: new Set(
      blocks.flatMap((row) => (row.blockedGalleryId === self ? [row.galleryId] : [])),
    ),
  };
}

function counterpartOf(row: RoomRow, other: string | null, others: Others): ChatCounterpartView {
  if (!other) {
    const support = { galleryId: null, slug: null, city: null, online: false, lastSeenAt: null };
    return { ...support, name: PLATFORM_NAME };
  }
  const gallery = others.galleries.get(other);
  const presence = others.present.get(other);
  return {
    galleryId: other,
    name: gallery?.name ?? (other === row.galleryId ? row.galleryName : row.peerName),
    slug: gallery?.slug ?? null,
    city: gallery ? (provinceByCode(gallery.provinceCode)?.name ?? null) : null,
    online: presence?.online ?? false,
    lastSeenAt: presence?.lastSeenAt.toISOString() ?? null,
  };
}

function previewOf(row: RoomRow): ChatPreviewView | null {
  if (!row.messageKind || !row.messageAt) return null;
  return {
    seq: row.lastSeq,
    kind: row.messageKind,
    senderGalleryId: row.senderGalleryId,
    senderId: row.senderId,
    senderName: row.senderName,
    text: row.text,
    attachments: row.deletedAt ? 0 : (row.fileCount ?? 0),
    hasVehicle: !row.deletedAt && row.shownVehicleId !== null,
    hasOffer: !row.deletedAt && row.shownOfferId !== null,
    system: systemLine(row.system),
    deleted: row.deletedAt !== null,
    createdAt: row.messageAt.toISOString(),
  };
}

function sideOver(row: RoomRow, self: string): Side | null {
  if (row.vehicleId === null) return null;
  return row.galleryId === self ? "BUYER" : "SELLER";
}

function blockOf(other: string | null, others: Others): ChatRoomView["blocked"] {
  if (other && others.blockedByUs.has(other)) return "US";
  return other && others.blockedByThem.has(other) ? "THEM" : null;
}

function caseOf({ caseId, caseNumber, caseStatus }: RoomRow): ChatRoomView["case"] {
  if (!caseId || caseNumber === null || !caseStatus) return null;
  return { caseId, number: caseNumber, status: caseStatus };
}

/** Rooms as the caller's lists show them, by id; what surrounds them is read once for all. */
export async function roomViews(
  ctx: DealerContext,
  rows: readonly RoomRow[],
): Promise<Map<string, ChatRoomView>> {
  const self = ctx.gallery.id;
  const others = await readOthers(ctx, rows);
  const plain = { fileCount: 0, offerId: null, deletedAt: null };
  const cards = await cardsOf(
    ctx,
    rows.map(({ id, vehicleId }) => ({ ...plain, id, vehicleId })),
  );
  const views = rows.map((row): [string, ChatRoomView] => {
    const other = otherOf(row, self);
    const blocked = blockOf(other, others);
    const room = caseOf(row);
    return [
      row.id,
      {
        roomId: row.id,
        kind: row.kind,
        title: row.title,
        side: sideOver(row, self),
        counterpart: counterpartOf(row, other, others),
        vehicle: cards.vehicleFor({ vehicleId: row.vehicleId, deletedAt: null }, [
          row.galleryId,
          row.peerGalleryId ?? row.galleryId,
        ]),
        offerId: row.offerId,
        case: room,
        lastSeq: row.lastSeq,
        lastMessage: previewOf(row),
        lastMessageAt: row.lastMessageAt.toISOString(),
        unread: row.unread,
        readSeq: row.readSeq,
        theirs: { deliveredSeq: row.deliveredSeq, readSeq: row.theirReadSeq },
        mutedUntil: row.mutedUntil?.toISOString() ?? null,
        blocked,
        canSend: blocked === null && room?.status !== "CLOSED",
      },
    ];
  });
  return new Map(views);
}
