import { unsealTaxNumber } from "../crypto";
import { DEAL_PARTS } from "./export-deal";
import type { ExportPart } from "./export-part";
import { fileLink } from "./export-part";

/** The business and its team. */
const BUSINESS: readonly ExportPart[] = [
  {
    name: "galeri",
    tables: ["gallery"],
    read: async ({ platform, tx }) =>
      (await tx.gallery.findMany()).map((row) => unsealTaxNumber(platform, row)),
  },
  {
    name: "incelemeler",
    tables: ["gallery_review"],
    read: ({ tx }) => tx.galleryReview.findMany({ omit: { actorId: true } }),
  },
  { name: "ekip", tables: ["membership"], read: ({ tx }) => tx.membership.findMany() },
  {
    name: "davetler",
    tables: ["invitation"],
    read: ({ tx }) => tx.invitation.findMany({ omit: { tokenHash: true, tokenCipher: true } }),
  },
  {
    name: "islem-kaydi",
    tables: ["audit_entry"],
    read: ({ tx }) =>
      tx.auditEntry.findMany({
        select: { actorId: true, action: true, entityType: true, entityId: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      }),
  },
];

/** Stock, with its photos. */
const STOCK: readonly ExportPart[] = [
  {
    name: "araclar",
    tables: ["vehicle"],
    read: ({ tx }) => tx.vehicle.findMany({ orderBy: { createdAt: "asc" } }),
  },
  { name: "kaporta", tables: ["vehicle_panel"], read: ({ tx }) => tx.vehiclePanel.findMany() },
  { name: "donanim", tables: ["vehicle_feature"], read: ({ tx }) => tx.vehicleFeature.findMany() },
  { name: "fiyat-gecmisi", tables: ["price_change"], read: ({ tx }) => tx.priceChange.findMany() },
  {
    name: "arac-durumlari",
    tables: ["vehicle_transition"],
    read: ({ tx }) => tx.vehicleTransition.findMany(),
  },
  {
    name: "fotograflar",
    tables: ["media"],
    read: async ({ platform, tx }) => {
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
          original: await fileLink(platform, originalKey),
        })),
      );
    },
  },
];

/** What its team looks out for on the market. */
const MARKET: readonly ExportPart[] = [
  { name: "favoriler", tables: ["favorite"], read: ({ tx }) => tx.favorite.findMany() },
  {
    name: "kayitli-aramalar",
    tables: ["saved_search"],
    read: ({ tx }) => tx.savedSearch.findMany(),
  },
  {
    name: "arama-eslesmeleri",
    tables: ["saved_search_match"],
    read: ({ tx }) => tx.savedSearchMatch.findMany(),
  },
];

/** Conversations with other galleries and with the platform. */
const TALK: readonly ExportPart[] = [
  {
    name: "sohbetler",
    tables: ["chat_room"],
    read: ({ tx }) => tx.chatRoom.findMany({ omit: { searchText: true } }),
  },
  {
    name: "sohbet-ilerlemesi",
    tables: ["chat_member"],
    read: ({ tx }) =>
      tx.chatMember.findMany({
        select: { roomId: true, memberId: true, deliveredSeq: true, readSeq: true },
      }),
  },
  {
    name: "mesajlar",
    tables: ["chat_message"],
    read: ({ tx }) =>
      tx.chatMessage.findMany({
        omit: { searchText: true },
        orderBy: [{ roomId: "asc" }, { seq: "asc" }],
      }),
  },
  {
    name: "mesaj-dosyalari",
    tables: ["chat_attachment"],
    read: async ({ platform, tx }) => {
      // What was not sent yet is its writer's draft.
      const files = await tx.chatAttachment.findMany({
        where: { messageId: { not: null }, message: { deletedAt: null } },
        omit: { variants: true, placeholder: true },
        orderBy: [{ roomId: "asc" }, { createdAt: "asc" }],
      });
      return Promise.all(
        files.map(async ({ originalKey, ...file }) => ({
          ...file,
          file: file.status === "READY" ? await fileLink(platform, originalKey) : null,
        })),
      );
    },
  },
  {
    name: "engellenen-galeriler",
    tables: ["chat_block"],
    read: ({ tx }) => tx.chatBlock.findMany(),
  },
  {
    name: "destek-kayitlari",
    tables: ["support_case"],
    read: ({ tx }) => tx.supportCase.findMany({ omit: { assigneeId: true } }),
  },
];

/** Read as the gallery: the tenant's scope and row-level security keep others out. */
export const GALLERY_PARTS: readonly ExportPart[] = [
  ...BUSINESS,
  ...STOCK,
  ...MARKET,
  ...DEAL_PARTS,
  ...TALK,
];

/** Out of the tenant role's reach: every part asks for the gallery's own rows itself. */
export const SHARED_PARTS: readonly ExportPart[] = [
  {
    name: "degerlendirmeler",
    tables: ["deal_rating"],
    // What the other side says stays hidden until it is shown to everybody.
    read: ({ subject, tx }) =>
      tx.dealRating.findMany({
        where: {
          OR: [
            { side: "BUYER", buyerGalleryId: subject },
            { side: "SELLER", sellerGalleryId: subject },
            {
              OR: [{ buyerGalleryId: subject }, { sellerGalleryId: subject }],
              deal: { ratingsShownAt: { not: null } },
            },
          ],
        },
        omit: { ratedById: true },
      }),
  },
  {
    name: "guven",
    tables: ["gallery_trust"],
    read: ({ subject: galleryId, tx }) => tx.galleryTrust.findMany({ where: { galleryId } }),
  },
  {
    name: "guven-kayitlari",
    tables: ["trust_fact"],
    read: ({ subject: galleryId, tx }) =>
      tx.trustFact.findMany({ where: { galleryId }, orderBy: { at: "asc" } }),
  },
  {
    name: "basvurular",
    tables: ["data_request"],
    read: ({ subject: galleryId, tx }) =>
      tx.dataRequest.findMany({
        where: { galleryId },
        omit: { storageKey: true, decidedById: true },
      }),
  },
];

/** Tables of galleries that are in no export of a gallery, each with the reason. */
export const NOT_IN_GALLERY_EXPORT: Readonly<Record<string, string>> = {
  session: "how a person signs in; in that person's export",
  notification: "what a person is told; in that person's export",
  message_delivery: "what a person is sent; in that person's export",
  recent_search: "what a person looked for; in that person's export",
  chat_reader: "how far a person has read; in that person's export",
  saved_search_key: "made of the saved search, to find it by",
  search_listing: "made of the vehicle, to find it by",
  trust_due: "says that figures wait to be counted anew; the figures are exported",
  gallery_feed: "numbers what open screens follow; the rows themselves are exported",
  gallery_feed_head: "the last number of the feed",
  chat_feed: "numbers what open screens follow; the messages themselves are exported",
  chat_feed_head: "the last number of the feed",
  outbox_event: "carries changes to consumers; the rows themselves are exported",
  bus_delivery: "carries changes to consumers; the rows themselves are exported",
  presence_connection: "who is online right now; lives for as long as a socket",
  presence_seen: "when somebody was last online; overwritten at the next visit",
};
