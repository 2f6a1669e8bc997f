import { createHash } from "node:crypto";
import { ObjectNotFoundError, StorageUnavailableError } from "@oto/adapters";
import type { Tx } from "@oto/db";
import { newId, publish } from "@oto/db";
import type { DealStepKind, Side } from "@oto/domain";
import {
  DomainError,
  isDealDocumentType,
  MAX_DEAL_DOCUMENT_BYTES,
  MAX_DEAL_DOCUMENTS,
  sideOf,
} from "@oto/domain";
import { fileTypeFromBuffer } from "file-type";
import type { DealerContext, Platform } from "../context";
import type { DealDocumentInput, DealDocumentRef } from "./deal.input";
import { dealIds, lockDeal } from "./deal.repo";
import type { DealDocumentUrlView, DealMoveView, DealUploadView } from "./deal.views";
import { recordDeal } from "./deal-transition";
import { holdingDeal } from "./holding-deal";

const REASON = "a document belongs to two galleries; the caller is proved to be one of them";
const UPLOAD_WINDOW_S = 900;
const READ_WINDOW_S = 300;
const ABANDONED_AFTER_MS = 24 * 3_600_000;
const BATCH = 100;

const keyOf = (dealId: string, documentId: string): string =>
  `private/deals/${dealId}/${documentId}`;

function assertUploadable({ contentType, size }: DealDocumentInput): void {
  if (!isDealDocumentType(contentType)) throw new DomainError("media.type_not_allowed");
  if (size > MAX_DEAL_DOCUMENT_BYTES) {
    throw new DomainError("media.too_large", { maxMb: MAX_DEAL_DOCUMENT_BYTES / 1024 / 1024 });
  }
}

/**
 * Makes room for a document of the deal and tells the browser where to put its file. Documents may
 * come as long as there is something to prove: also after the completion, also during a dispute.
 * @throws DomainError `deal.not_found`, `media.type_not_allowed`, `media.too_large`,
 * `media.too_many`
 */
export async function createDealDocument(
  ctx: DealerContext,
  input: DealDocumentInput,
): Promise<DealUploadView> {
  assertUploadable(input);
  const { contentType, dealId, fileName, size, step = null } = input;
  const documentId = newId();
  const key = keyOf(dealId, documentId);
  await holdingDeal(ctx, dealId, async (tx, { deal, side }) => {
    const count = await tx.dealDocument.count({ where: { dealId, state: { not: "REMOVED" } } });
    if (count >= MAX_DEAL_DOCUMENTS) {
      throw new DomainError("media.too_many", { max: MAX_DEAL_DOCUMENTS });
    }
    await tx.dealDocument.createMany({
      data: {
        id: documentId,
        ...{ dealId, step, side, fileName, contentType, size },
        buyerGalleryId: deal.buyerGalleryId,
        sellerGalleryId: deal.sellerGalleryId,
        uploadedById: ctx.identity.userId,
        storageKey: key,
        createdAt: ctx.now(),
      },
    });
  });
  const signed = await ctx.adapters.storage.createUpload({
    ...{ key, contentType, size },
    expiresInS: UPLOAD_WINDOW_S,
  });
  const { expiresAt, headers, method, url } = signed;
  return { documentId, upload: { method, url, headers: { ...headers }, expiresAt } };
}

interface KnownDocument {
  id: string;
  dealId: string;
  step: DealStepKind | null;
  side: Side;
  mine: boolean;
  state: "PENDING" | "READY" | "REMOVED";
  fileName: string;
  contentType: string;
  size: number;
  storageKey: string;
}

async function documentFor(ctx: DealerContext, { documentId }: DealDocumentRef) {
  const row = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.dealDocument.findUnique({
      where: { id: documentId },
      select: {
        id: true,
        dealId: true,
        step: true,
        side: true,
        state: true,
        fileName: true,
        contentType: true,
        size: true,
        storageKey: true,
        buyerGalleryId: true,
        sellerGalleryId: true,
      },
    }),
  );
  const side = row ? sideOf(row, ctx.gallery.id) : null;
  if (!row || side === null) throw new DomainError("deal.document_missing");
  return { ...row, mine: row.side === side } satisfies KnownDocument;
}

/** @throws DomainError `media.not_uploaded`, `system.unavailable` */
async function fileOf(ctx: DealerContext, document: KnownDocument): Promise<Buffer> {
  const { storage } = ctx.adapters;
  try {
    const stored = await storage.stat(document.storageKey);
    if (stored?.size !== document.size) throw new DomainError("media.not_uploaded");
    return await storage.get(document.storageKey);
  } catch (error) {
    if (error instanceof ObjectNotFoundError) throw new DomainError("media.not_uploaded");
    if (error instanceof StorageUnavailableError) throw new DomainError("system.unavailable");
    throw error;
  }
}

/** What a file really is must be what it was announced as; its name counts for nothing. */
async function assertContent(file: Buffer, contentType: string): Promise<void> {
  const type = await fileTypeFromBuffer(file).catch(() => undefined);
  if (type?.mime !== contentType) throw new DomainError("media.mismatched_type");
}

async function markReady(
  ctx: DealerContext,
  tx: Tx,
  { document, sha256 }: { document: KnownDocument; sha256: string },
): Promise<void> {
  const { count } = await tx.dealDocument.updateMany({
    where: { id: document.id, state: "PENDING" },
    data: { state: "READY", sha256, readyAt: ctx.now() },
  });
  if (count === 0) return;
  const deal = await lockDeal(tx, document.dealId);
  const { id: documentId, side, step } = document;
  await publish(tx, {
    name: "deal.document_added",
    payload: { ...dealIds(deal), by: side, documentId, step },
    aggregateId: deal.id,
    galleryId: ctx.gallery.id,
  });
  const { contentType, fileName, size } = document;
  await recordDeal(tx, {
    platform: ctx,
    ...{ deal, side, actorId: ctx.identity.userId, now: ctx.now(), origin: ctx.origin },
    kind: "deal.document_added",
    data: { dealId: deal.id, documentId, step, fileName, contentType, size, sha256 },
  });
}

/**
 * States that a document's file has arrived: it is read, sniffed and hashed, and kept exactly as it
 * came, because it may have to prove something. Said twice it changes nothing.
 * @throws DomainError `deal.document_missing`, `media.not_uploaded`, `media.mismatched_type`,
 * `system.unavailable`
 */
export async function completeDealDocument(
  ctx: DealerContext,
  input: DealDocumentRef,
): Promise<DealMoveView> {
  const document = await documentFor(ctx, input);
  if (!document.mine || document.state === "REMOVED") {
    throw new DomainError("deal.document_missing");
  }
  if (document.state === "PENDING") {
    const file = await fileOf(ctx, document);
    await assertContent(file, document.contentType);
    const sha256 = createHash("sha256").update(file).digest("hex");
    return holdingDeal(ctx, document.dealId, async (tx, { deal }) => {
      await markReady(ctx, tx, { document, sha256 });
      return { dealId: deal.id, status: deal.status };
    });
  }
  return holdingDeal(ctx, document.dealId, async (_tx, { deal }) => ({
    dealId: deal.id,
    status: deal.status,
  }));
}

/**
 * Where a document of the deal can be read for a few minutes.
 * @throws DomainError `deal.document_missing`
 */
export async function dealDocumentUrl(
  ctx: DealerContext,
  input: DealDocumentRef,
): Promise<DealDocumentUrlView> {
  const document = await documentFor(ctx, input);
  if (document.state !== "READY") throw new DomainError("deal.document_missing");
  return { url: await ctx.adapters.storage.signedUrl(document.storageKey, READ_WINDOW_S) };
}

/**
 * Takes one's own document away again, as long as the deal runs undisputed: what was shown to the
 * other side stays in the log by its name and hash.
 * @throws DomainError `deal.document_missing`, `deal.not_open`, `deal.disputed`
 */
export async function removeDealDocument(
  ctx: DealerContext,
  input: DealDocumentRef,
): Promise<DealMoveView> {
  const document = await documentFor(ctx, input);
  if (!document.mine || document.state === "REMOVED") {
    throw new DomainError("deal.document_missing");
  }
  const answer = await holdingDeal(ctx, document.dealId, async (tx, { deal, side }) => {
    if (deal.disputedAt) throw new DomainError("deal.disputed");
    if (deal.status !== "OPEN") throw new DomainError("deal.not_open", { status: deal.status });
    const { count } = await tx.dealDocument.updateMany({
      where: { id: document.id, state: { not: "REMOVED" } },
      data: { state: "REMOVED", removedAt: ctx.now() },
    });
    if (count > 0 && document.state === "READY") {
      const documentId = document.id;
      await publish(tx, {
        name: "deal.document_removed",
        payload: { ...dealIds(deal), by: side, documentId },
        aggregateId: deal.id,
        galleryId: ctx.gallery.id,
      });
      await recordDeal(tx, {
        platform: ctx,
        ...{ deal, side, actorId: ctx.identity.userId, now: ctx.now(), origin: ctx.origin },
        kind: "deal.document_removed",
        data: { dealId: deal.id, documentId, fileName: document.fileName },
      });
    }
    return { dealId: deal.id, status: deal.status };
  });
  return answer;
}

/**
 * Forgets documents whose file never came and those that were taken away a day ago, with the files.
 * @returns how many
 */
export async function sweepDealDocuments(platform: Platform): Promise<number> {
  const db = platform.database.unsafeSystem("abandoned documents are swept over all galleries");
  const before = new Date(platform.now().getTime() - ABANDONED_AFTER_MS);
  const gone = await db.read((tx) =>
    tx.dealDocument.findMany({
      where: {
        OR: [
          { state: "PENDING", createdAt: { lt: before } },
          { state: "REMOVED", removedAt: { lt: before } },
        ],
      },
      take: BATCH,
      select: { id: true, storageKey: true },
    }),
  );
  if (gone.length === 0) return 0;
  await platform.adapters.storage.remove(gone.map(({ storageKey }) => storageKey));
  const { count } = await db.write((tx) =>
    tx.dealDocument.deleteMany({
      where: { id: { in: gone.map(({ id }) => id) }, state: { not: "READY" } },
    }),
  );
  return count;
}
