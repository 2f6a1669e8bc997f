import type { Tx } from "@oto/db";
import type { Platform } from "../context";
import type { PictureView } from "../marketplace/marketplace.views";
import { photoSelect, toPhotoView } from "../media";
import { toMoney } from "../money-view";
import type { AttachmentRow } from "./attachment.repo";
import { attachmentSelect } from "./attachment.repo";
import type { ChatOfferCard, ChatVehicleCard } from "./chat.views";

const REASON = "both sides of a room see its files and the cards in it; the rows name them";

/** What a message may show besides its text. */
interface Showing {
  id: string;
  fileCount: number;
  vehicleId: string | null;
  offerId: string | null;
  deletedAt: Date | null;
}

const vehicleSelect = {
  id: true,
  galleryId: true,
  title: true,
  status: true,
  priceAmount: true,
  currency: true,
  modelYear: true,
  mileageKm: true,
} as const;

async function readFiles(tx: Tx, messageIds: string[]): Promise<Map<string, AttachmentRow[]>> {
  const files = new Map<string, AttachmentRow[]>();
  if (messageIds.length === 0) return files;
  const rows = await tx.chatAttachment.findMany({
    where: { messageId: { in: messageIds } },
    orderBy: [{ messageId: "asc" }, { position: "asc" }],
    select: attachmentSelect,
  });
  for (const row of rows) {
    const id = row.messageId ?? "";
    files.set(id, [...(files.get(id) ?? []), row]);
  }
  return files;
}

async function readVehicles(
  { adapters }: Platform,
  tx: Tx,
  ids: string[],
): Promise<Map<string, ChatVehicleCard>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.vehicle.findMany({ where: { id: { in: ids } }, select: vehicleSelect });
  const covers = await tx.media.findMany({
    where: { vehicleId: { in: ids }, isCover: true, status: "READY" },
    select: { ...photoSelect, vehicleId: true },
  });
  const pictures = new Map<string, PictureView>(
    covers.map((row) => {
      const { variants, placeholder, dominantColor } = toPhotoView(row, adapters.storage);
      return [row.vehicleId, { variants, placeholder, dominantColor }];
    }),
  );
  return new Map(
    rows.map(({ id, priceAmount, currency, status, ...row }) => [
      id,
      {
        ...row,
        vehicleId: id,
        status,
        available: status === "PUBLISHED",
        price: toMoney(priceAmount, currency),
        cover: pictures.get(id) ?? null,
      },
    ]),
  );
}

async function readOffers(tx: Tx, ids: string[]): Promise<Map<string, ChatOfferCard>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.offer.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      vehicleId: true,
      vehicleTitle: true,
      buyerGalleryId: true,
      sellerGalleryId: true,
      status: true,
      round: true,
      turn: true,
      amount: true,
      askingAmount: true,
      currency: true,
      final: true,
      expiresAt: true,
      reservation: { select: { id: true } },
    },
  });
  return new Map(
    rows.map(({ id, amount, askingAmount, currency, expiresAt, reservation, ...row }) => [
      id,
      {
        ...row,
        offerId: id,
        amount: toMoney(amount, currency),
        askingPrice: toMoney(askingAmount, currency),
        expiresAt: expiresAt.toISOString(),
        reservationId: reservation?.id ?? null,
      },
    ]),
  );
}

const idsOf = (rows: readonly Showing[], pick: (row: Showing) => string | null): string[] => [
  ...new Set(rows.flatMap((row) => (row.deletedAt ? [] : (pick(row) ?? [])))),
];

/** A vehicle that left the market shows strangers no more than its name. */
function shownTo(card: ChatVehicleCard, sides: readonly string[]): ChatVehicleCard {
  const belongs = sides.includes(card.galleryId);
  return card.available || belongs ? card : { ...card, price: null, cover: null };
}

export interface Cards {
  files: ReadonlyMap<string, AttachmentRow[]>;
  offers: ReadonlyMap<string, ChatOfferCard>;
  /** The vehicle of a message, as the two sides of its room may see it. */
  vehicleFor(
    row: { vehicleId: string | null; deletedAt: Date | null },
    sides: readonly string[],
  ): ChatVehicleCard | null;
}

const NOTHING = {
  files: new Map<string, AttachmentRow[]>(),
  vehicles: new Map<string, ChatVehicleCard>(),
  offers: new Map<string, ChatOfferCard>(),
};

/** Files and cards of messages, each kind in one read, none where no message has any. */
export async function cardsOf(platform: Platform, rows: readonly Showing[]): Promise<Cards> {
  const withFiles = idsOf(rows, ({ id, fileCount }) => (fileCount > 0 ? id : null));
  const vehicleIds = idsOf(rows, ({ vehicleId }) => vehicleId);
  const offerIds = idsOf(rows, ({ offerId }) => offerId);
  const read = async (tx: Tx) => ({
    files: await readFiles(tx, withFiles),
    vehicles: await readVehicles(platform, tx, vehicleIds),
    offers: await readOffers(tx, offerIds),
  });
  const isPlain = withFiles.length + vehicleIds.length + offerIds.length === 0;
  const { files, vehicles, offers } = isPlain
    ? NOTHING
    : await platform.database.unsafeSystem(REASON).read(read);
  return {
    files,
    offers,
    vehicleFor({ vehicleId, deletedAt }, sides) {
      const card = deletedAt || !vehicleId ? undefined : vehicles.get(vehicleId);
      return card ? shownTo(card, sides) : null;
    },
  };
}
