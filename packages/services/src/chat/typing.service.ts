import { CHAT_TYPING_EVERY_MS, chatName, otherMember } from "@oto/domain";
import type { DealerContext } from "../context";
import type { RoomInput } from "./chat.input";
import type { ActorContext } from "./chat-actor";
import { dealerActor } from "./chat-actor";
import { signalChat } from "./chat-feed";
import { readRoomSides } from "./room.repo";

const REASON = "who types is told to the other side of a room; the caller is proved to be in it";
/** People whose latest word is remembered; of more, the oldest are forgotten. */
const REMEMBERED = 5_000;

/** When somebody was last told to be typing, in this process. */
const told = new Map<string, number>();

const isTooSoon = (key: string, now: number): boolean =>
  now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < CHAT_TYPING_EVERY_MS;

/** Tells the other side that somebody types; nothing is stored, and not more often than is useful. */
export async function typeAs(
  { platform, actor }: ActorContext,
  { roomId }: RoomInput,
): Promise<{ told: boolean }> {
  const { memberId, userId } = actor;
  const db = platform.database.unsafeSystem(REASON);
  const key = `${userId} ${roomId}`;
  const now = performance.now();
  if (isTooSoon(key, now)) return { told: false };
  const { room, user } = await db.read(async (tx) => ({
    room: await readRoomSides(tx, roomId, memberId),
    user: await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { firstName: true, lastName: true },
    }),
  }));
  told.delete(key);
  told.set(key, now);
  const [oldest] = told.keys();
  if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
  const names = { u: userId, n: chatName(user) };
  await signalChat(platform, {
    t: "typing",
    m: [otherMember(room, memberId)],
    r: roomId,
    g: memberId,
    ...names,
  });
  return { told: true };
}

/**
 * The caller is typing in a room.
 * @returns whether it was passed on; too soon after the last time it is not
 * @throws DomainError `chat.not_found`
 */
export function typing(ctx: DealerContext, input: RoomInput): Promise<{ told: boolean }> {
  return typeAs({ platform: ctx, actor: dealerActor(ctx) }, input);
}
