import type { ExportPart } from "./export-part";
import { fileLink } from "./export-part";

/** Negotiations and what became of them, as the gallery may see them: both sides share the rows. */
export const DEAL_PARTS: readonly ExportPart[] = [
  {
    name: "teklifler",
    tables: ["offer"],
    read: async ({ subject, tx }) => {
      const offers = await tx.offer.findMany({ orderBy: { createdAt: "asc" } });
      // Who acted for the other side, and whether a rule of theirs did, is theirs alone.
      return offers.map(({ answeredByRule, buyerUserId, sellerUserId, ...offer }) =>
        offer.sellerGalleryId === subject
          ? { ...offer, sellerUserId, answeredByRule }
          : { ...offer, buyerUserId },
      );
    },
  },
  {
    name: "teklif-turlari",
    tables: ["offer_round"],
    read: async ({ subject, tx }) => {
      const rounds = await tx.offerRound.findMany({
        orderBy: [{ offerId: "asc" }, { round: "asc" }],
      });
      return rounds.map(({ actorId, rule, ...round }) => {
        const mine =
          (round.side === "SELLER" ? round.sellerGalleryId : round.buyerGalleryId) === subject;
        return mine ? { ...round, actorId, rule } : round;
      });
    },
  },
  {
    name: "rezervasyonlar",
    tables: ["reservation"],
    read: ({ tx }) => tx.reservation.findMany({ orderBy: { createdAt: "asc" } }),
  },
  {
    name: "satislar",
    tables: ["deal"],
    read: ({ tx }) => tx.deal.findMany({ orderBy: { createdAt: "asc" } }),
  },
  {
    name: "satis-adimlari",
    tables: ["deal_step"],
    read: ({ tx }) => tx.dealStep.findMany({ omit: { changedById: true } }),
  },
  {
    name: "satis-belgeleri",
    tables: ["deal_document"],
    read: async ({ platform, tx }) => {
      const documents = await tx.dealDocument.findMany({
        where: { state: { not: "PENDING" } },
        omit: { uploadedById: true },
        orderBy: [{ dealId: "asc" }, { createdAt: "asc" }],
      });
      return Promise.all(
        documents.map(async ({ storageKey, ...document }) => ({
          ...document,
          file: document.state === "READY" ? await fileLink(platform, storageKey) : null,
        })),
      );
    },
  },
  {
    name: "anlasmazliklar",
    tables: ["dispute"],
    read: ({ tx }) => tx.dispute.findMany({ omit: { openedById: true, endedById: true } }),
  },
  {
    name: "imzali-kayit",
    tables: ["deal_log_entry"],
    read: ({ tx }) => tx.dealLogEntry.findMany({ orderBy: [{ offerId: "asc" }, { seq: "asc" }] }),
  },
];
