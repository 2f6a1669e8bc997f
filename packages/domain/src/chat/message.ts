import { z } from "zod";
import { DomainError } from "../errors";

export const MAX_CHAT_TEXT = 4_000;
/** Files of one message. */
export const MAX_CHAT_ATTACHMENTS = 10;
export const MAX_CHAT_FILE_BYTES = 20 * 1024 * 1024;
/** How long whoever wrote a message may change or delete it, milliseconds. */
export const CHAT_EDIT_WINDOW_MS = 15 * 60_000;
/** How long a gallery may leave messages unread before its people are reminded elsewhere, milliseconds. */
export const CHAT_REMIND_AFTER_MS = 5 * 60_000;
/** A person's typing is told at most this often, milliseconds; screens forget it a little later. */
export const CHAT_TYPING_EVERY_MS = 2_500;

/** What may be attached, by content type. */
export const CHAT_FILE_TYPES = {
  "image/jpeg": "IMAGE",
  "image/png": "IMAGE",
  "image/webp": "IMAGE",
  "image/avif": "IMAGE",
  "image/gif": "IMAGE",
  "application/pdf": "PDF",
} as const;
export type ChatFileKind = (typeof CHAT_FILE_TYPES)[keyof typeof CHAT_FILE_TYPES];

export const CHAT_MESSAGE_KINDS = ["TEXT", "SYSTEM"] as const;
export type ChatMessageKind = (typeof CHAT_MESSAGE_KINDS)[number];

/** What somebody writes: line ends alike, no control characters, something besides blanks. */
export const chatTextField = z
  .string()
  .max(MAX_CHAT_TEXT)
  .transform((text) => cleanChatText(text))
  .pipe(z.string().min(1).max(MAX_CHAT_TEXT));

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** Takes out what is not text: control characters and marks that turn the direction of what follows. */
export function cleanChatText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(CONTROL, "").trim();
}

/** What a change of a message depends on. */
export interface ChatMessageState {
  readonly kind: ChatMessageKind;
  readonly senderId: string | null;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

/** Whether somebody may still change what they wrote. */
export function mayChangeMessage(message: ChatMessageState, userId: string, now: Date): boolean {
  return (
    message.kind === "TEXT" &&
    message.senderId === userId &&
    message.deletedAt === null &&
    now.getTime() - message.createdAt.getTime() <= CHAT_EDIT_WINDOW_MS
  );
}

/**
 * @throws DomainError `chat.not_yours` for somebody else's words and system lines,
 * `chat.message_deleted`, `chat.too_late`
 */
export function assertMayChange(message: ChatMessageState, userId: string, now: Date): void {
  if (message.kind !== "TEXT" || message.senderId !== userId) {
    throw new DomainError("chat.not_yours");
  }
  if (message.deletedAt !== null) throw new DomainError("chat.message_deleted");
  if (!mayChangeMessage(message, userId, now)) throw new DomainError("chat.too_late");
}

/** How a person is named to the other side: first name and the letter of the last. */
export function chatName(person: { firstName: string; lastName: string }): string {
  const letter = [...person.lastName.trim()][0];
  return letter ? `${person.firstName.trim()} ${letter}.` : person.firstName.trim();
}
