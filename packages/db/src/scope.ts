import { Prisma } from "./generated/client";

/** Whose rows a piece of work may touch. */
export type Scope =
  | { readonly kind: "gallery"; readonly galleryId: string }
  | { readonly kind: "system"; readonly reason: string };

/** How a model belongs to galleries; models that are not listed belong to none. */
const OWNED_BY_ONE = new Set([
  "Membership",
  "GalleryReview",
  "Invitation",
  "Vehicle",
  "VehiclePanel",
  "VehicleFeature",
  "PriceChange",
  "VehicleTransition",
  "Media",
  "Notification",
  "Favorite",
  "SavedSearch",
  "SavedSearchKey",
  "SavedSearchMatch",
  "RecentSearch",
  "GalleryFeed",
  "GalleryFeedHead",
  "AuditEntry",
  "ChatReader",
  "ChatBlock",
  "ChatFeed",
  "ChatFeedHead",
  "SupportCase",
]);
/** Rooms and what is in them; nobody is the peer where the platform answers. */
const SHARED_WITH_PEER = new Set(["ChatRoom", "ChatMember", "ChatMessage", "ChatAttachment"]);
const SHARED_BY_TWO = new Set([
  "Offer",
  "OfferRound",
  "Reservation",
  "Deal",
  "DealStep",
  "DealDocument",
  "Dispute",
  "DealLogEntry",
]);

type Where = Record<string, unknown>;

/** The filter that keeps a query of this model inside the gallery, or nothing for shared data. */
export function tenantWhere(model: string, galleryId: string): Where | undefined {
  if (model === "Gallery") return { id: galleryId };
  if (OWNED_BY_ONE.has(model)) return { galleryId };
  if (SHARED_WITH_PEER.has(model)) return { OR: [{ galleryId }, { peerGalleryId: galleryId }] };
  if (SHARED_BY_TWO.has(model)) {
    return { OR: [{ buyerGalleryId: galleryId }, { sellerGalleryId: galleryId }] };
  }
  return undefined;
}

const CREATES = new Set(["create", "createMany", "createManyAndReturn", "upsert"]);

/** Refuses a row that would be written into another gallery; row-level security refuses it too. */
function assertOwnRows(model: string, galleryId: string, data: unknown): void {
  if (!OWNED_BY_ONE.has(model)) return;
  for (const row of Array.isArray(data) ? data : [data]) {
    const owner = (row as { galleryId?: unknown } | undefined)?.galleryId;
    if (owner !== galleryId) throw new Error(`${model} row of another gallery refused`);
  }
}

/**
 * Prisma extension that keeps every top-level query inside one gallery. It is the first of two
 * walls; PostgreSQL row-level security is the second and also covers nested writes and raw SQL.
 */
export function scopeToGallery(galleryId: string) {
  return Prisma.defineExtension({
    name: "gallery-scope",
    query: {
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          const within = tenantWhere(model, galleryId);
          if (!within) return query(args);
          const scoped = args as { where?: Where; data?: unknown; create?: unknown };
          if (CREATES.has(operation)) assertOwnRows(model, galleryId, scoped.data ?? scoped.create);
          if (operation.startsWith("create")) return query(args);
          // `AND` beside the caller's filter: it can narrow, never replace it.
          const where = { ...scoped.where, AND: [scoped.where?.AND ?? {}, within].flat() };
          return query({ ...args, where } as typeof args);
        },
      },
    },
  });
}
