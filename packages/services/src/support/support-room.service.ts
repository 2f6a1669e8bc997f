import { PLATFORM_MEMBER } from "@oto/domain";
import {
  completeChatUploadAs,
  createChatUploadAs,
  readAttachmentAs,
} from "../chat/attachment.service";
import type {
  AttachmentInput,
  ChatFeedInput,
  ChatUploadInput,
  HistoryInput,
  MarkReadInput,
  RoomInput,
  SendInput,
} from "../chat/chat.input";
import type {
  ChatAttachmentView,
  ChatHistoryView,
  ChatSentView,
  ChatUploadView,
} from "../chat/chat.views";
import type { ActorContext } from "../chat/chat-actor";
import { staffActor } from "../chat/chat-actor";
import type { FollowChatOptions, FollowedChatEvent } from "../chat/follow-chat.service";
import { followFeedOf } from "../chat/follow-chat.service";
import { historyView, readHistory } from "../chat/history.service";
import { markReadAs } from "../chat/read-state.service";
import { sendAs } from "../chat/send.service";
import { typeAs } from "../chat/typing.service";
import type { StaffContext } from "../context";
import { STAFF_REASON } from "./support-queue.service";

const who = (ctx: StaffContext): ActorContext => ({ platform: ctx, actor: staffActor(ctx) });

/**
 * Answers in the room of a case.
 * @throws DomainError `chat.not_found`, `support.closed`
 */
export const answerCase = (ctx: StaffContext, input: SendInput): Promise<ChatSentView> =>
  sendAs(who(ctx), input);

/**
 * Messages of a case's room.
 * @throws DomainError `chat.not_found`
 */
export async function caseHistory(
  ctx: StaffContext,
  input: HistoryInput,
): Promise<ChatHistoryView> {
  const stretch = await ctx.database
    .unsafeSystem(STAFF_REASON)
    .read((tx) => readHistory(tx, input, PLATFORM_MEMBER));
  return historyView(ctx, stretch, input);
}

/**
 * The platform has read a case's room up to a message.
 * @throws DomainError `chat.not_found`
 */
export async function markCaseRead(
  ctx: StaffContext,
  input: MarkReadInput,
): Promise<{ roomId: string; readSeq: number }> {
  return { roomId: input.roomId, readSeq: await markReadAs(who(ctx), input) };
}

/** Staff type in the room of a case. @throws DomainError `chat.not_found` */
export const typeInCase = (ctx: StaffContext, input: RoomInput): Promise<{ told: boolean }> =>
  typeAs(who(ctx), input);

/** Files of staff's answers, as galleries' (`createChatUpload`). */
export const createCaseUpload = (
  ctx: StaffContext,
  input: ChatUploadInput,
): Promise<ChatUploadView> => createChatUploadAs(who(ctx), input);
export const completeCaseUpload = (
  ctx: StaffContext,
  input: AttachmentInput,
): Promise<ChatAttachmentView> => completeChatUploadAs(who(ctx), input);
export const caseAttachment = (
  ctx: StaffContext,
  input: AttachmentInput,
): Promise<ChatAttachmentView> => readAttachmentAs(who(ctx), input);

/** Follows the rooms of all cases, as `followChat` follows those of a gallery. */
export const followSupport = (
  ctx: StaffContext,
  input: ChatFeedInput,
  options: FollowChatOptions = {},
): Promise<AsyncGenerator<FollowedChatEvent, void>> =>
  followFeedOf(ctx, { memberId: PLATFORM_MEMBER, lastEventId: input?.lastEventId }, options);
