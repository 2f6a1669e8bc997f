import type { Tx } from "@oto/db";
import { newId } from "@oto/db";
import { assertMayChange, chatMembers, DomainError, fold } from "@oto/domain";
import type { DealerContext } from "../context";
import type { EditMessageInput, MessageInput } from "./chat.input";
import type { ChatMessageView } from "./chat.views";
import type { ActorContext } from "./chat-actor";
import { dealerActor } from "./chat-actor";
import { appendChatFeed } from "./chat-feed";
import { messageViews } from "./message.presenter";
import { messageSelect } from "./message.repo";
import { roomsOfMember } from "./room.repo";

const REASON = "a change of a message shows on both sides; only who wrote it makes one";

interface Change {
  messageId: string;
  action: "EDIT" | "DELETE";
  text: string | null;
}

/** Locks a message of a room that the actor is in. @throws DomainError `chat.message_not_found` */
async function holdMessage({ actor }: ActorContext, tx: Tx, messageId: string) {
  await tx.$queryRaw`select id from chat_message where id = ${messageId}::uuid for update`;
  const message = await tx.chatMessage.findFirst({
    where: { id: messageId, room: roomsOfMember(actor.memberId) },
    select: messageSelect,
  });
  if (!message) throw new DomainError("chat.message_not_found");
  return message;
}

/** Changes a message and keeps what it said before, which only the platform reads. */
export async function changeMessageAs(
  who: ActorContext,
  { action, messageId, text }: Change,
): Promise<ChatMessageView> {
  const { actor, platform } = who;
  const row = await platform.database.unsafeSystem(REASON).write(async (tx) => {
    const message = await holdMessage(who, tx, messageId);
    const now = platform.now();
    const kind = message.kind === "SYSTEM" ? "SYSTEM" : "TEXT";
    assertMayChange({ ...message, kind }, actor.userId, now);
    if (action === "EDIT" && message.text === text) return message;
    await tx.chatMessageRevision.createMany({
      data: { id: newId(), messageId, action, text: message.text, replacedAt: now },
    });
    const changed = await tx.chatMessage.update({
      where: { id: messageId },
      data:
        action === "EDIT"
          ? { text, searchText: fold(text ?? ""), editedAt: now }
          : { text: null, searchText: null, deletedAt: now },
      select: messageSelect,
    });
    await appendChatFeed(platform, tx, {
      members: chatMembers(message),
      entry: { type: "message.updated", roomId: message.roomId, roomSeq: message.seq },
    });
    return changed;
  });
  const [view] = await messageViews(platform, [row]);
  if (!view) throw new Error("a row gives a view");
  return view;
}

/**
 * Says something else in place of what the caller wrote, for fifteen minutes.
 * @throws DomainError `chat.message_not_found`, `chat.not_yours`, `chat.too_late`,
 * `chat.message_deleted`
 */
export function editMessage(ctx: DealerContext, input: EditMessageInput): Promise<ChatMessageView> {
  const who = { platform: ctx, actor: dealerActor(ctx) };
  return changeMessageAs(who, { ...input, action: "EDIT" });
}

/**
 * Takes back what the caller wrote, for fifteen minutes: its place and number stay.
 * @throws DomainError as `editMessage`
 */
export function removeMessage(ctx: DealerContext, input: MessageInput): Promise<ChatMessageView> {
  const who = { platform: ctx, actor: dealerActor(ctx) };
  return changeMessageAs(who, { ...input, action: "DELETE", text: null });
}
