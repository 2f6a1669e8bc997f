import { audit } from "@oto/db";
import { chatMembers, DomainError, otherMember, PLATFORM_MEMBER } from "@oto/domain";
import type { DealerContext } from "../context";
import type { BlockInput } from "./chat.input";
import { appendChatFeed } from "./chat-feed";
import { readRoomSides } from "./room.repo";

const REASON = "a block shows on both sides of a room; the caller is proved to be in it";

/** Galleries that the caller's does not hear from. */
export interface BlockListView {
  items: { galleryId: string; name: string; blockedAt: string }[];
}

/**
 * Turns messages with the other gallery of a room off in all rooms, for both of them, or on again.
 * Negotiations go on.
 *
 * @throws DomainError `chat.not_found`, `chat.with_yourself` where the other side is the platform
 */
export async function blockGallery(
  ctx: DealerContext,
  { roomId, blocked }: BlockInput,
): Promise<{ galleryId: string; blocked: boolean }> {
  const self = ctx.gallery.id;
  const blockedById = ctx.identity.userId;
  return ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const room = await readRoomSides(tx, roomId, self);
    const other = otherMember(room, self);
    if (other === PLATFORM_MEMBER) throw new DomainError("chat.with_yourself");
    const pair = { galleryId: self, blockedGalleryId: other };
    const { count } = blocked
      ? await tx.chatBlock.createMany({
          data: { ...pair, blockedById, createdAt: ctx.now() },
          skipDuplicates: true,
        })
      : await tx.chatBlock.deleteMany({ where: pair });
    if (count === 0) return { galleryId: other, blocked };
    await audit(tx, {
      action: blocked ? "chat.block" : "chat.unblock",
      entityType: "gallery",
      entityId: other,
      galleryId: self,
      actorId: blockedById,
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
    await appendChatFeed(ctx, tx, {
      members: chatMembers(room),
      entry: { type: "room.updated", roomId },
    });
    return { galleryId: other, blocked };
  });
}

/** Everybody whom the caller's gallery has turned off, the latest first. */
export async function listBlocks(ctx: DealerContext): Promise<BlockListView> {
  const rows = await ctx.db.read((tx) =>
    tx.chatBlock.findMany({
      orderBy: { createdAt: "desc" },
      take: 200,
      select: { blockedGalleryId: true, createdAt: true },
    }),
  );
  const ids = rows.map(({ blockedGalleryId }) => blockedGalleryId);
  const galleries = await ctx.database
    .unsafeSystem(REASON)
    .read((tx) =>
      tx.gallery.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    );
  const names = new Map(galleries.map(({ id, name }) => [id, name]));
  return {
    items: rows.map(({ blockedGalleryId, createdAt }) => ({
      galleryId: blockedGalleryId,
      name: names.get(blockedGalleryId) ?? "",
      blockedAt: createdAt.toISOString(),
    })),
  };
}
