import { createHash } from "node:crypto";
import { ObjectNotFoundError } from "@oto/adapters";
import type { Tx } from "@oto/db";
import { chatMembers } from "@oto/domain";
import { fileTypeFromBuffer } from "file-type";
import type { Platform } from "../context";
import type { StoredVariant } from "../media/media.view";
import { PhotoRefusedError } from "../media/photo-content";
import { PHOTO_RECIPE, processPhoto } from "../media/process-photo";
import { chatFilePrefix } from "./attachment.service";
import { appendChatFeed } from "./chat-feed";

const REASON = "the worker looks at the files of every conversation";

interface FileRef {
  attachmentId: string;
  roomId: string;
}

interface Picture {
  width: number;
  height: number;
  placeholder: string;
  variants: StoredVariant[];
}

/** What came of a file outside of the transaction. */
export type PreparedFile =
  /** Nobody waits for it. */
  | { outcome: "idle" }
  | { outcome: "refused"; reason: string }
  | { outcome: "document" }
  | { outcome: "picture"; picture: Picture };

async function makePicture(platform: Platform, ref: FileRef, file: Buffer): Promise<PreparedFile> {
  const { height, placeholder, variants, width } = await processPhoto(file, { watermark: null });
  const hash = createHash("sha256").update(PHOTO_RECIPE).update(file).digest("hex").slice(0, 20);
  const folder = `${chatFilePrefix(ref.roomId, ref.attachmentId)}${hash}`;
  const { storage } = platform.adapters;
  const stored = await Promise.all(
    variants.map(async ({ data, ...variant }) => {
      const key = `${folder}/${variant.width}.${variant.format}`;
      await storage.put(key, data, { contentType: `image/${variant.format}` });
      return { ...variant, key, url: "", bytes: data.length };
    }),
  );
  return { outcome: "picture", picture: { width, height, placeholder, variants: stored } };
}

/**
 * Looks at what an uploaded file really is: pictures get their variants, without what else the file
 * carried; documents must be PDF by content. Repeatable.
 *
 * @throws what may pass by itself (storage or database away); trouble with the file is an outcome
 */
export async function prepareChatFile(platform: Platform, ref: FileRef): Promise<PreparedFile> {
  const row = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.chatAttachment.findUnique({
      where: { id: ref.attachmentId },
      select: { status: true, kind: true, originalKey: true },
    }),
  );
  if (row?.status !== "PROCESSING") return { outcome: "idle" };
  try {
    const file = await platform.adapters.storage.get(row.originalKey);
    if (row.kind === "IMAGE") return await makePicture(platform, ref, file);
    const type = await fileTypeFromBuffer(file).catch(() => undefined);
    return type?.mime === "application/pdf"
      ? { outcome: "document" }
      : { outcome: "refused", reason: "media.mismatched_type" };
  } catch (error) {
    if (error instanceof PhotoRefusedError) return { outcome: "refused", reason: error.reason };
    if (error instanceof ObjectNotFoundError) {
      return { outcome: "refused", reason: "media.not_uploaded" };
    }
    throw error;
  }
}

function changesOf(prepared: Exclude<PreparedFile, { outcome: "idle" }>) {
  switch (prepared.outcome) {
    case "refused":
      return { status: "FAILED", failureReason: prepared.reason };
    case "document":
      return { status: "READY" };
    case "picture": {
      const { height, placeholder, variants, width } = prepared.picture;
      return {
        status: "READY",
        width,
        height,
        placeholder,
        variants: variants.map((variant) => ({ ...variant })),
      };
    }
  }
}

/** Writes down what came of a file, in the consumer's transaction, and tells whoever sees it. */
export async function settleChatFile(
  platform: Platform,
  tx: Tx,
  { attachmentId, prepared }: FileRef & { prepared: PreparedFile },
): Promise<void> {
  if (prepared.outcome === "idle") return;
  const { count } = await tx.chatAttachment.updateMany({
    where: { id: attachmentId, status: "PROCESSING" },
    data: changesOf(prepared),
  });
  if (count === 0) return;
  const row = await tx.chatAttachment.findUnique({
    where: { id: attachmentId },
    select: {
      message: { select: { roomId: true, seq: true, galleryId: true, peerGalleryId: true } },
    },
  });
  if (!row?.message) return;
  const { roomId, seq } = row.message;
  await appendChatFeed(platform, tx, {
    members: chatMembers(row.message),
    entry: { type: "message.updated", roomId, roomSeq: seq },
  });
}
