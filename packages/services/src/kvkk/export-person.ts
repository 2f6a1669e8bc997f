import type { ExportPart } from "./export-part";
import { fileLink } from "./export-part";

/** Who somebody is here, how they sign in, and what they agreed to. */
const ACCOUNT: readonly ExportPart[] = [
  {
    name: "hesap",
    tables: ["app_user"],
    read: ({ subject, tx }) =>
      tx.user.findMany({
        where: { id: subject },
        omit: { passwordHash: true, totpCipher: true, totpLastStep: true },
      }),
  },
  {
    name: "uyelikler",
    tables: ["membership"],
    read: ({ subject: userId, tx }) => tx.membership.findMany({ where: { userId } }),
  },
  {
    name: "oturumlar",
    tables: ["session"],
    read: ({ subject: userId, tx }) => tx.session.findMany({ where: { userId } }),
  },
  {
    name: "guvenilen-cihazlar",
    tables: ["trusted_device"],
    read: ({ subject: userId, tx }) =>
      tx.trustedDevice.findMany({ where: { userId }, omit: { tokenHash: true } }),
  },
  {
    name: "kurtarma-kodlari",
    tables: ["recovery_code"],
    read: ({ subject: userId, tx }) =>
      tx.recoveryCode.findMany({ where: { userId }, select: { createdAt: true, usedAt: true } }),
  },
  {
    name: "onaylar",
    tables: ["consent"],
    read: ({ subject: userId, tx }) => tx.consent.findMany({ where: { userId } }),
  },
  {
    name: "iys",
    tables: ["iys_record"],
    read: async ({ subject: userId, tx }) => {
      const consents = await tx.consent.findMany({ where: { userId }, select: { id: true } });
      return tx.iysRecord.findMany({
        where: { consentId: { in: consents.map(({ id }) => id) } },
      });
    },
  },
  {
    name: "davetler",
    tables: ["invitation"],
    read: ({ subject, tx }) =>
      tx.invitation.findMany({
        where: { OR: [{ invitedById: subject }, { acceptedById: subject }] },
        omit: { tokenHash: true, tokenCipher: true },
      }),
  },
  {
    name: "basvurular",
    tables: ["data_request"],
    read: ({ subject: userId, tx }) =>
      tx.dataRequest.findMany({
        where: { userId },
        omit: { storageKey: true, decidedById: true },
      }),
  },
];

/** What somebody is told, and how they want to be told it. */
const MESSAGES: readonly ExportPart[] = [
  {
    name: "bildirimler",
    tables: ["notification"],
    read: ({ subject: userId, tx }) => tx.notification.findMany({ where: { userId } }),
  },
  {
    name: "bildirim-tercihleri",
    tables: ["notification_preference"],
    read: ({ subject: userId, tx }) => tx.notificationPreference.findMany({ where: { userId } }),
  },
  {
    name: "bildirim-ayarlari",
    tables: ["notification_setting"],
    read: ({ subject: userId, tx }) => tx.notificationSetting.findMany({ where: { userId } }),
  },
  {
    name: "anlik-bildirim-cihazlari",
    tables: ["push_subscription"],
    // Address and keys of a browser would let others send to it.
    read: ({ subject: userId, tx }) =>
      tx.pushSubscription.findMany({
        where: { userId },
        select: { userAgent: true, createdAt: true, lastSentAt: true },
      }),
  },
  {
    name: "gonderiler",
    tables: ["message_delivery"],
    read: ({ subject: userId, tx }) =>
      tx.messageDelivery.findMany({
        where: { OR: [{ userId }, { recipientKey: userId }] },
        select: {
          type: true,
          channel: true,
          state: true,
          recipient: true,
          createdAt: true,
          settledAt: true,
        },
        orderBy: { createdAt: "asc" },
      }),
  },
];

/** What somebody looked for and said, and what they did in their gallery's name. */
const DOINGS: readonly ExportPart[] = [
  {
    name: "favoriler",
    tables: ["favorite"],
    read: ({ subject: userId, tx }) => tx.favorite.findMany({ where: { userId } }),
  },
  {
    name: "kayitli-aramalar",
    tables: ["saved_search"],
    read: ({ subject: userId, tx }) => tx.savedSearch.findMany({ where: { userId } }),
  },
  {
    name: "arama-eslesmeleri",
    tables: ["saved_search_match"],
    read: ({ subject: userId, tx }) => tx.savedSearchMatch.findMany({ where: { userId } }),
  },
  {
    name: "son-aramalar",
    tables: ["recent_search"],
    read: ({ subject: userId, tx }) => tx.recentSearch.findMany({ where: { userId } }),
  },
  {
    name: "mesajlar",
    tables: ["chat_message"],
    read: ({ subject, tx }) =>
      tx.chatMessage.findMany({
        where: { senderId: subject },
        select: { roomId: true, seq: true, text: true, editedAt: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      }),
  },
  {
    name: "mesaj-dosyalari",
    tables: ["chat_attachment"],
    read: async ({ platform, subject, tx }) => {
      const files = await tx.chatAttachment.findMany({
        where: { uploaderId: subject },
        select: {
          roomId: true,
          fileName: true,
          contentType: true,
          size: true,
          status: true,
          createdAt: true,
          originalKey: true,
        },
        orderBy: { createdAt: "asc" },
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
    name: "okunan-sohbetler",
    tables: ["chat_reader"],
    read: ({ subject: userId, tx }) => tx.chatReader.findMany({ where: { userId } }),
  },
  {
    name: "engellenen-galeriler",
    tables: ["chat_block"],
    read: ({ subject, tx }) => tx.chatBlock.findMany({ where: { blockedById: subject } }),
  },
  {
    name: "destek-kayitlari",
    tables: ["support_case"],
    read: ({ subject, tx }) =>
      tx.supportCase.findMany({ where: { openedById: subject }, omit: { assigneeId: true } }),
  },
  {
    name: "teklifler",
    tables: ["offer"],
    read: ({ subject, tx }) =>
      tx.offer.findMany({
        where: { OR: [{ buyerUserId: subject }, { sellerUserId: subject }] },
        select: { id: true, vehicleTitle: true, status: true, round: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      }),
  },
  {
    name: "teklif-turlari",
    tables: ["offer_round"],
    read: ({ subject, tx }) =>
      tx.offerRound.findMany({
        where: { actorId: subject },
        select: {
          offerId: true,
          round: true,
          side: true,
          amount: true,
          currency: true,
          message: true,
          createdAt: true,
        },
        orderBy: { createdAt: "asc" },
      }),
  },
  {
    name: "satis-adimlari",
    tables: ["deal_step"],
    read: ({ subject, tx }) => tx.dealStep.findMany({ where: { changedById: subject } }),
  },
  {
    name: "satis-belgeleri",
    tables: ["deal_document"],
    read: ({ subject, tx }) =>
      tx.dealDocument.findMany({ where: { uploadedById: subject }, omit: { storageKey: true } }),
  },
  {
    name: "degerlendirmeler",
    tables: ["deal_rating"],
    read: ({ subject, tx }) => tx.dealRating.findMany({ where: { ratedById: subject } }),
  },
  {
    name: "anlasmazliklar",
    tables: ["dispute"],
    read: ({ subject, tx }) =>
      tx.dispute.findMany({ where: { openedById: subject }, omit: { endedById: true } }),
  },
  {
    name: "arac-durumlari",
    tables: ["vehicle_transition"],
    read: ({ subject, tx }) => tx.vehicleTransition.findMany({ where: { actorId: subject } }),
  },
  {
    name: "fiyat-degisiklikleri",
    tables: ["price_change"],
    read: ({ subject, tx }) => tx.priceChange.findMany({ where: { actorId: subject } }),
  },
  {
    name: "incelemeler",
    tables: ["gallery_review"],
    read: ({ subject, tx }) => tx.galleryReview.findMany({ where: { actorId: subject } }),
  },
  {
    name: "islemler",
    tables: ["audit_entry"],
    read: ({ subject, tx }) =>
      tx.auditEntry.findMany({
        where: { actorId: subject },
        select: { action: true, entityType: true, entityId: true, ip: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      }),
  },
];

/** What is known about a person, without what would let somebody in (hashes, seeds, addresses). */
export const PERSON_PARTS: readonly ExportPart[] = [...ACCOUNT, ...MESSAGES, ...DOINGS];

/** Tables that know persons and are in no export of a person, each with the reason. */
export const NOT_IN_PERSON_EXPORT: Readonly<Record<string, string>> = {
  email_token: "links that are used once and forgotten within days; the address is in the account",
  otp_challenge: "codes that are used once and forgotten within days",
  ws_ticket: "lives for seconds",
  presence_connection: "who is online right now; lives for as long as a socket",
  presence_seen: "when somebody was last online; overwritten at the next visit",
};
