import { newId } from "@oto/db";
import type { GalleryRole, GalleryStatus, PlatformRole } from "@oto/domain";
import type { DealerContext } from "@oto/services";
import { createChatUpload, openRoom, sendMessage } from "@oto/services/chat";
import { createDealDocument, disputeDeal } from "@oto/services/deal";
import { createUpload } from "@oto/services/media";
import { acceptOffer, createOffer } from "@oto/services/offer";
import { openSupportCase } from "@oto/services/support";
import {
  createDealerContext,
  createGallery,
  createUser,
  createVehicle,
  signTestToken,
} from "@oto/services/testing";
import type { AttackedApi } from "./attacked-api";
import { NOBODYS } from "./sample-input";

const REASON = "attacks need a scene of several galleries";
const price = { amount: 100_000_000, currency: "TRY" as const };

/** Words that stand only in the victim's private rows; none of them may reach a stranger. */
const SECRET = { internalNotes: "KANARYA-NOT", plate: "34KNR001", vin: "WVWZZZ3CZKE000001" };

export interface Victim {
  readonly owner: DealerContext;
  /** Ids of the victim's rows by the name of the field that takes one. */
  readonly ids: Readonly<Record<string, string>>;
}

/** What the gallery says to its buyer and to the platform; a stranger must not read a word of it. */
const SAID = "KANARYA-SOHBET";
export const CANARIES: readonly string[] = [...Object.values(SECRET), SAID];

async function talkWith(owner: DealerContext, offerId: string) {
  const { roomId } = await openRoom(owner, { offerId });
  const file = { roomId, fileName: "b.pdf", contentType: "application/pdf", size: 100 };
  const { attachmentId } = await createChatUpload(owner, file);
  const { messageId } = await sendMessage(owner, { roomId, clientMessageId: "1", text: SAID });
  const question = { category: "OTHER", subject: SAID, text: SAID } as const;
  const { caseId } = await openSupportCase(owner, question);
  return { roomId, attachmentId, attachmentIds: attachmentId, messageId, caseId };
}

/** A gallery with rows of every kind, all private or between it and one buyer. */
export async function createVictim({ platform }: AttackedApi): Promise<Victim> {
  const { id } = await createGallery(platform, { publicListing: false });
  const owner = await createDealerContext(platform, { gallery: { id, status: "APPROVED" } });
  const buyer = await createDealerContext(platform);
  const draft = await createVehicle(platform, id, { status: "DRAFT", ...SECRET });
  const open = await createVehicle(platform, id);
  const reserved = await createVehicle(platform, id);
  const { offerId } = await createOffer(buyer, { ...open, amount: price });
  const accepted = await createOffer(buyer, { ...reserved, amount: price });
  const { reservationId } = await acceptOffer(owner, { offerId: accepted.offerId, round: 1 });
  const dealId = reservationId ?? NOBODYS;
  const paper = { fileName: "a.pdf", contentType: "application/pdf", size: 1_000 };
  const { documentId } = await createDealDocument(owner, { dealId, ...paper });
  const complaint = { reason: "OTHER", text: "Araç anlatıldığı gibi değil" } as const;
  const { disputeId } = await disputeDeal(owner, { dealId, ...complaint });
  const file = { fileName: "a.jpg", contentType: "image/jpeg", size: 1_000 };
  const { mediaId } = await createUpload(owner, { ...draft, ...file });
  const notificationId = newId();
  await platform.database.unsafeSystem(REASON).write((tx) =>
    tx.notification.create({
      data: {
        id: notificationId,
        galleryId: id,
        userId: owner.identity.userId,
        type: "offer.created",
      },
      select: { id: true },
    }),
  );
  const { userId, sessionId } = owner.identity;
  const ids = {
    ...draft,
    ...(await talkWith(owner, offerId)),
    ...{ offerId, mediaId, mediaIds: mediaId, galleryId: id, userId, sessionId },
    reservationId: reservationId ?? NOBODYS,
    ...{ dealId, documentId, disputeId },
    ...{ ids: notificationId, actorId: userId, entityId: draft.vehicleId },
  };
  return { owner, ids };
}

/** Hash of every row that belongs to a gallery: equal before and after means nothing was touched. */
export async function fingerprintOf({ platform }: AttackedApi, galleryId: string): Promise<string> {
  const { pool } = platform.database;
  const { rows } = await pool.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and column_name in ('gallery_id', 'seller_gallery_id')
      union select 'gallery', 'id' order by 1`,
  );
  const parts: string[] = [];
  for (const { table, column } of rows) {
    const { rows: hashes } = await pool.query<{ hash: string | null }>(
      `select md5(string_agg(t::text, ',' order by t::text)) as hash
         from ${table} t where ${column} = $1`,
      [galleryId],
    );
    parts.push(`${table}:${hashes[0]?.hash ?? "-"}`);
  }
  return parts.join("\n");
}

/** A token of a gallery's member. */
export async function memberToken(
  { platform }: AttackedApi,
  who: { role?: GalleryRole; status?: GalleryStatus } = {},
): Promise<string> {
  const { identity } = await createDealerContext(platform, who);
  return signTestToken(platform, identity);
}

/** A session in force of a person, and nothing else. */
export async function openTestSession(
  { platform }: AttackedApi,
  who: { userId: string; galleryId?: string | null; ended?: "revoked" | "expired" },
): Promise<{ userId: string; sessionId: string }> {
  const sessionId = newId();
  const now = platform.now();
  const day = 86_400_000;
  await platform.database.unsafeSystem(REASON).write((tx) =>
    tx.session.create({
      data: {
        id: sessionId,
        userId: who.userId,
        galleryId: who.galleryId ?? null,
        createdAt: now,
        lastUsedAt: now,
        revokedAt: who.ended === "revoked" ? now : null,
        expiresAt: new Date(now.getTime() + (who.ended === "expired" ? -day : day)),
      },
      select: { id: true },
    }),
  );
  return { userId: who.userId, sessionId };
}

/** A token of the platform's staff. */
export async function staffToken(api: AttackedApi, platformRole: PlatformRole): Promise<string> {
  const { id: userId } = await createUser(api.platform, { platformRole });
  return signTestToken(api.platform, await openTestSession(api, { userId }));
}
