import type { Tx } from "@oto/db";
import type { Platform } from "../context";
import { unsealTaxNumber } from "../crypto";
import type { ExportTable } from "./export-archive";

const REASON = "a person's data lies in tables of all galleries";

/** Tells how far an export is; percent. */
export type Progress = (percent: number) => Promise<void>;

/** What is known about a person, without what would let somebody in (hashes, seeds). */
export async function personTables(platform: Platform, userId: string): Promise<ExportTable[]> {
  const db = platform.database.unsafeSystem(REASON);
  return db.read(async (tx) => [
    {
      name: "hesap",
      rows: await tx.user.findMany({
        where: { id: userId },
        omit: { passwordHash: true, totpCipher: true, totpLastStep: true },
      }),
    },
    { name: "uyelikler", rows: await tx.membership.findMany({ where: { userId } }) },
    { name: "oturumlar", rows: await tx.session.findMany({ where: { userId } }) },
    { name: "onaylar", rows: await tx.consent.findMany({ where: { userId } }) },
    {
      name: "iys",
      rows: await tx.iysRecord.findMany({
        where: {
          consentId: {
            in: (await tx.consent.findMany({ where: { userId }, select: { id: true } })).map(
              ({ id }) => id,
            ),
          },
        },
      }),
    },
    { name: "bildirimler", rows: await tx.notification.findMany({ where: { userId } }) },
    {
      name: "bildirim-tercihleri",
      rows: await tx.notificationPreference.findMany({ where: { userId } }),
    },
    { name: "favoriler", rows: await tx.favorite.findMany({ where: { userId } }) },
    { name: "kayitli-aramalar", rows: await tx.savedSearch.findMany({ where: { userId } }) },
    { name: "son-aramalar", rows: await tx.recentSearch.findMany({ where: { userId } }) },
    {
      name: "mesajlar",
      rows: await tx.chatMessage.findMany({
        where: { senderId: userId },
        select: { roomId: true, seq: true, text: true, editedAt: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      }),
    },
    {
      name: "islemler",
      rows: await tx.auditEntry.findMany({
        where: { actorId: userId },
        select: { action: true, entityType: true, entityId: true, ip: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      }),
    },
    {
      name: "basvurular",
      rows: await tx.dataRequest.findMany({ where: { userId }, omit: { storageKey: true } }),
    },
  ]);
}

type Reader = (tx: Tx, platform: Platform) => Promise<readonly Record<string, unknown>[]>;

/** Every table of a gallery; the tenant's scope and row-level security keep others out. */
const GALLERY_TABLES: readonly { name: string; read: Reader }[] = [
  {
    name: "galeri",
    read: async (tx, platform) =>
      (await tx.gallery.findMany()).map((row) => unsealTaxNumber(platform, row)),
  },
  { name: "incelemeler", read: (tx) => tx.galleryReview.findMany() },
  { name: "ekip", read: (tx) => tx.membership.findMany() },
  {
    name: "davetler",
    read: (tx) => tx.invitation.findMany({ omit: { tokenHash: true, tokenCipher: true } }),
  },
  { name: "araclar", read: (tx) => tx.vehicle.findMany({ orderBy: { createdAt: "asc" } }) },
  { name: "kaporta", read: (tx) => tx.vehiclePanel.findMany() },
  { name: "donanim", read: (tx) => tx.vehicleFeature.findMany() },
  { name: "fiyat-gecmisi", read: (tx) => tx.priceChange.findMany() },
  { name: "arac-durumlari", read: (tx) => tx.vehicleTransition.findMany() },
  { name: "teklifler", read: (tx) => tx.offer.findMany() },
  { name: "teklif-turlari", read: (tx) => tx.offerRound.findMany() },
  { name: "rezervasyonlar", read: (tx) => tx.reservation.findMany() },
  { name: "sohbetler", read: (tx) => tx.chatRoom.findMany({ omit: { searchText: true } }) },
  {
    name: "mesajlar",
    read: (tx) =>
      tx.chatMessage.findMany({
        omit: { searchText: true },
        orderBy: [{ roomId: "asc" }, { seq: "asc" }],
      }),
  },
  { name: "destek-kayitlari", read: (tx) => tx.supportCase.findMany() },
];

async function mediaRows(platform: Platform, tx: Tx) {
  const media = await tx.media.findMany({
    select: {
      id: true,
      vehicleId: true,
      fileName: true,
      contentType: true,
      size: true,
      position: true,
      status: true,
      variants: true,
      originalKey: true,
    },
    orderBy: [{ vehicleId: "asc" }, { position: "asc" }],
  });
  return Promise.all(
    media.map(async ({ originalKey, ...row }) => ({
      ...row,
      // The file as it was uploaded, for as long as the export itself can be fetched.
      original: await platform.adapters.storage.signedUrl(originalKey, 7 * 24 * 3_600),
    })),
  );
}

/** Everything that a gallery keeps here, table by table, with the list of its photos. */
export async function galleryTables(
  platform: Platform,
  galleryId: string,
  progress: Progress,
): Promise<ExportTable[]> {
  const db = platform.database.forGallery(galleryId);
  const tables: ExportTable[] = [];
  for (const [index, { name, read }] of GALLERY_TABLES.entries()) {
    tables.push({ name, rows: await db.read((tx) => read(tx, platform)) });
    await progress(Math.round(((index + 1) / (GALLERY_TABLES.length + 2)) * 100));
  }
  tables.push({ name: "fotograflar", rows: await db.read((tx) => mediaRows(platform, tx)) });
  return tables;
}
